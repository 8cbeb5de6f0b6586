import { readFileSync } from 'node:fs'
import { describe, expect } from 'vitest'
import { readSheets } from '#server/office/workbook.ts'
import { test } from './walk.ts'

describe('the list of people', () => {
  test('is searched without diacritics and opens a person', async ({ walk: { page, enter } }) => {
    await enter('quang-binh', 'tinh', '/ho-so?ngay=2024-10-31')
    await page.getByPlaceholder('Họ tên hoặc số hiệu').fill('nguyen thi')
    await page.keyboard.press('Enter')
    await page.waitForURL(/tim=nguyen/)
    // The list before the search has the same names in other places.
    await page.waitForLoadState('networkidle')
    const first = page.getByRole('link', { name: /Nguyễn Thị/ }).first()
    const name = (await first.textContent()) ?? ''
    await first.click()
    await page.getByRole('heading', { name }).waitFor()
    await page.getByRole('heading', { name: 'Tính vào chỉ tiêu nào' }).waitFor()
  })

  test('goes to Excel as filtered', async ({ walk: { page, enter } }) => {
    await enter('quang-binh', 'tinh', '/ho-so?ngay=2024-10-31&gioi=female&chuc=head')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByRole('button', { name: 'Xuất Excel' })
        .or(page.getByRole('link', { name: 'Xuất Excel' }))
        .click(),
    ])
    const sheets = await readSheets(new Uint8Array(readFileSync(await download.path())))
    expect(JSON.stringify(sheets[0]?.rows).includes('Nữ')).toBe(true)
  })
})
