import { describe, expect } from 'vitest'
import { test } from './walk.ts'

describe('what falls due', () => {
  test('the overview opens the list of a kind, a name opens the record', async ({ walk }) => {
    const { page, enter } = walk
    await enter('quang-binh', 'tinh', '/tong-quan?ngay=2024-10-31')
    await page.getByRole('link', { name: 'Hết thời hạn giữ chức vụ' }).click()
    const list = page.getByRole('region', { name: 'Danh sách việc đến hạn' }).first()
    await list
      .getByText(/quyết định ghi thời hạn đến|thời hạn 60 tháng/)
      .first()
      .waitFor()
    expect(new URL(page.url()).searchParams.get('loai')).toBe('term_end')
    expect(await walk.barriers()).toEqual([])
    await list.getByRole('row').getByRole('link').first().click()
    await page.waitForURL(/\/ho-so\/\d+/)
  })

  test('a calendar address is made, shown once and ended', async ({ walk }) => {
    const { page, enter } = walk
    await enter('quang-binh', 'tinh', '/den-han?ngay=2024-10-31')
    await page.getByRole('button', { name: 'Lịch và thư nhắc' }).click()
    await page.getByRole('button', { name: /^Tạo địa chỉ/ }).click()
    const address = await page.getByLabel('Địa chỉ lịch').inputValue()
    expect((await page.request.get(address)).headers()['content-type']).toContain('text/calendar')
    await page.getByRole('button', { name: 'Bỏ địa chỉ', exact: true }).click()
    await page.getByRole('button', { name: 'Tạo địa chỉ', exact: true }).waitFor()
    expect((await page.request.get(address)).status()).toBe(404)
  })
})
