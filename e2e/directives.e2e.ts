import { describe, expect } from 'vitest'
import { test } from './walk.ts'

describe('targets', () => {
  test('open from the figure down to the people and why', async ({ walk: { page, enter } }) => {
    await enter('quang-binh', 'tinh', '/chi-tieu?ngay=2024-10-31')
    await page.getByRole('link', { name: 'Dưới 40 tuổi trong số bổ nhiệm' }).first().click()
    await page.getByRole('heading', { name: /QB-T2/ }).waitFor()
    expect(page.url()).toContain('mo=QB-T2')
    await page.getByRole('tab', { name: /Không tính/ }).click()
    await page
      .getByText(/Tuổi vào ngày quyết định: [4-5]\d tuổi/)
      .first()
      .waitFor()
    await page.getByRole('tab', { name: /^Tính/ }).click()
    await page
      .getByText(/Tuổi vào ngày quyết định: 3\d tuổi/)
      .first()
      .waitFor()
  })

  test('the date is in the address and changes the answer', async ({
    walk: { page, enter, open },
  }) => {
    await enter('quang-binh', 'tinh', '/chi-tieu?ngay=2021-12-31')
    const before = await page.getByRole('row', { name: /QB-T1/ }).textContent()
    await open('/chi-tieu?ngay=2024-10-31')
    expect(await page.getByRole('row', { name: /QB-T1/ }).textContent()).not.toBe(before)
  })

  test('printed figures stand beside counted ones, and a difference is shown', async ({
    walk: { page, enter },
  }) => {
    await enter('quang-binh', 'tinh', '/chi-tieu?ngay=2021-03-12')
    const row = page.getByRole('row', { name: /QB-F4.*10,7/ })
    await row.scrollIntoViewIfNeeded()
    expect(await row.textContent()).toContain('10,6')
  })

  test('by unit in one heat table', async ({ walk: { page, enter } }) => {
    await enter('quang-binh', 'tinh', '/chi-tieu?xem=don-vi&ngay=2024-10-31')
    await page.getByRole('row', { name: /Sở Y tế/ }).waitFor()
  })
})

describe('no barriers', () => {
  for (const path of [
    '/tong-quan',
    '/chi-tieu',
    '/chi-tieu?mo=QB-T7',
    '/chi-tieu?xem=don-vi',
    '/to-chuc',
    '/ho-so',
    '/nhap-du-lieu',
  ]) {
    test(`${path} at a desk`, async ({ walk }) => {
      await walk.enter('quang-binh', 'tinh', path)
      expect(await walk.barriers()).toEqual([])
    })
    test(`${path} on a phone`, async ({ phone }) => {
      await phone.enter('quang-binh', 'tinh', path)
      expect(await phone.barriers()).toEqual([])
      const width = await phone.page.evaluate('document.documentElement.scrollWidth')
      expect(width).toBeLessThanOrEqual(390)
    })
  }
})
