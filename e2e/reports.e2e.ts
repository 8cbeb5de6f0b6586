import { describe, expect } from 'vitest'
import { choose, test } from './walk.ts'

describe('statutory forms', () => {
  test('BM01 opens, a number opens names, and the form is frozen as signed', async ({
    walk: { page, enter },
  }) => {
    await enter('quang-binh', 'tinh', '/bieu-mau?ngay=2024-10-31')
    await page.getByRole('heading', { name: 'Biểu mẫu, báo cáo' }).waitFor()
    await page.getByRole('button', { name: /^Tổng số, Nữ: / }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByText(/^Được tính /).waitFor()
    await drawer.getByRole('link').first().waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Chốt biểu đã ký' }).click()
    await page.getByLabel('Số', { exact: true }).fill('12/BC-SNV')
    await page.getByLabel('Người ký').fill('Giám đốc Sở Nội vụ')
    await page.getByRole('dialog').getByRole('button', { name: 'Chốt biểu đã ký' }).click()
    await page.getByRole('cell', { name: '12/BC-SNV' }).waitFor()
    await page.getByRole('button', { name: 'So với nay' }).click()
    await page.getByText('Đếm lại hôm nay vẫn đúng như biểu đã ký.').waitFor()
  })

  test('a résumé and a short list leave as files', async ({ walk: { page, enter } }) => {
    await enter('quang-binh', 'tinh', '/ho-so/200')
    await page.getByRole('button', { name: 'In, xuất' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('PDF', { exact: true }).click()
    const [paper] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Tải về' }).click(),
    ])
    expect(paper.suggestedFilename()).toMatch(/^Sơ yếu lý lịch .+\.pdf$/)
    await page.keyboard.press('Escape')
    await page.goto(new URL('/bieu-mau', page.url()).href)
    await choose(page.getByRole('combobox', { name: 'Đơn vị' }), /^Sở Y tế$/, 'so y te')
    const [list] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Word', exact: true }).click(),
    ])
    expect(list.suggestedFilename()).toMatch(/^Danh sách trích ngang .+\.docx$/)
    await page.getByRole('button', { name: 'Danh sách thẻ' }).click()
    await page.getByText('{#career}…{/career}').waitFor()
  })
})
