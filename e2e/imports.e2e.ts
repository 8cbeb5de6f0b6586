import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { test } from './walk.ts'

const SAMPLE = join(import.meta.dirname, '../samples/Danh-sach-cong-chuc-So-Noi-vu-Quang-Binh.xlsx')

describe('importing a list', () => {
  test('previews, writes, writes nothing twice, and is undone', async ({
    walk: { page, enter, open },
  }) => {
    await enter('quang-binh', 'tinh', '/nhap-du-lieu')
    await page.locator('input[type=file]').setInputFiles(SAMPLE)
    await page.getByText('Ô nguồn và giá trị sẽ ghi').waitFor()
    expect(await page.getByText('chưa ghi gì vào hồ sơ').count()).toBeGreaterThan(0)
    await page.getByRole('button', { name: /^Ghi \d+ dòng/ }).click()
    await page
      .getByText(/Đã ghi/)
      .first()
      .waitFor()
    await open('/nhap-du-lieu')
    await page.locator('input[type=file]').setInputFiles(SAMPLE)
    await page.getByText('không có gì mới so với hồ sơ').waitFor()
    await open('/nhap-du-lieu')
    await page.getByRole('button', { name: 'Hoàn tác' }).first().click()
    await page.locator('.ant-popover').getByRole('button', { name: 'Hoàn tác' }).click()
    await page.getByText('Đã hoàn tác').first().waitFor()
  })

  test('a file that is no list is refused in words', async ({ walk: { page, enter } }) => {
    await enter('quang-binh', 'tinh', '/nhap-du-lieu')
    await page.locator('input[type=file]').setInputFiles({
      name: 'hong.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from('đây không phải là tệp Excel'),
    })
    await page
      .getByText(/không phải|không đọc được|hỏng/i)
      .first()
      .waitFor()
  })
})
