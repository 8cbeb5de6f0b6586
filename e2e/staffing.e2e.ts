import { describe, expect } from 'vitest'
import { test } from './walk.ts'

describe('quotas, job positions and standards', () => {
  test('a quota opens the names behind it', async ({ walk: { page, enter } }) => {
    await enter('lang-son', 'tinh', '/bien-che')
    await page.getByPlaceholder('Tìm đơn vị').fill('so noi vu')
    await page.getByRole('button', { name: 'Công chức' }).first().click()
    await page.getByRole('heading', { name: /Người đang tính vào biên chế/ }).waitFor()
  })

  test('a vacancy says what it asks and who inside meets it', async ({ walk: { page, enter } }) => {
    await enter('lang-son', 'tinh', '/bien-che?bang=khuyet')
    await page.getByRole('table').getByRole('button').first().click()
    await page.getByRole('heading', { name: 'Chức danh này đòi hỏi' }).waitFor()
    expect(page.url()).toContain('chuc-danh=')
  })

  test('deputies show their arithmetic', async ({ walk: { page, enter } }) => {
    await enter('quang-binh', 'tinh', '/bien-che?bang=cap-pho')
    await page.getByText(/sở × 3 = \d+ cấp phó/).waitFor()
  })
})

describe('no barriers', () => {
  for (const tab of ['bien-che', 'cap-pho', 'khuyet', 'tieu-chuan', 'vi-tri', 'ra-soat']) {
    test(`${tab} on a phone`, async ({ phone }) => {
      await phone.enter('ben-tre', 'tinh', `/bien-che?bang=${tab}`)
      expect(await phone.barriers()).toEqual([])
      const width = await phone.page.evaluate('document.documentElement.scrollWidth')
      expect(width).toBeLessThanOrEqual(390)
    })
  }
})
