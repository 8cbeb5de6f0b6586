import { describe, expect } from 'vitest'
import { test } from './walk.ts'

const PATH = '/kiem-tra-giam-sat?ngay=2026-10-28'

describe('inspection of cadre work', () => {
  test('goes from a warning to the case behind it and its steps', async ({ walk }) => {
    const { page, enter, barriers } = walk
    await enter('lang-son', 'tinh', PATH)
    await page.getByRole('link', { name: 'Bổ nhiệm lãnh đạo từ 40 tuổi' }).click()
    await page
      .getByRole('link', { name: /Đối chiếu appointment:\d+/ })
      .first()
      .click()
    const older = page.getByRole('row').filter({ hasText: 'Từ 40 tuổi' })
    await older.getByText('Không đạt').waitFor()
    await older.getByText('Mục III.3.5').waitFor()
    expect(await barriers()).toEqual([])
  })

  test('shows the year, one inspection and how its cases were drawn', async ({ walk }) => {
    const { page, enter, barriers } = walk
    await enter('lang-son', 'tinh', `${PATH}&phan=cuoc`)
    await page.getByRole('link', { name: 'Kiểm tra việc bổ nhiệm, điều động' }).click()
    await page.getByText('Trưởng đoàn').first().waitFor()
    expect(await barriers()).toEqual([])
  })
})
