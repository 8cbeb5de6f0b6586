import { describe } from 'vitest'
import { test } from './walk.ts'

describe('the organisation', () => {
  test('a unit opens with its posts and who holds them', async ({ walk: { page, enter } }) => {
    await enter('quang-binh', 'tinh', '/to-chuc?ngay=2024-10-31')
    await page.getByPlaceholder('Tìm đơn vị').fill('so y te')
    await page
      .getByRole('link', { name: 'Sở Y tế' })
      .or(page.getByRole('button', { name: 'Sở Y tế' }))
      .first()
      .click()
    await page.getByRole('heading', { name: 'Sở Y tế' }).waitFor()
    await page.getByText('Phó Giám đốc').first().waitFor()
  })
})
