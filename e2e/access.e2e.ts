import { describe, expect } from 'vitest'
import { test } from './walk.ts'

describe('signing in', () => {
  test('an officer comes to the page that was asked for, and leaves', async ({
    walk: { page, open },
  }) => {
    await open('/chi-tieu')
    await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor()
    await page.getByLabel('Tỉnh', { exact: false }).first().click()
    await page.getByTitle('Quảng Bình').click()
    await page.getByLabel('Tên đăng nhập').fill('tinh')
    await page.getByLabel('Mật khẩu').fill('sai-mat-khau')
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
    await page.getByText('chưa đúng').waitFor()
    await page.getByLabel('Mật khẩu').fill('Ngang-Tam-2026')
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
    await page.getByRole('heading', { name: 'Chỉ tiêu, đề án' }).waitFor()
    expect(page.url()).toContain('/chi-tieu')
  })

  test('without a session no page and no route answers', async ({ walk: { page, open } }) => {
    await open('/ho-so')
    await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor()
    const answer = await page.request.get(new URL('/api/cadres', page.url()).href)
    expect(answer.status()).toBe(401)
  })
})

describe('scope', () => {
  test('a unit officer sees the own unit only', async ({ walk }) => {
    await walk.enter('quang-binh', 'so', '/ho-so')
    await walk.page.getByRole('heading', { name: 'Hồ sơ cán bộ' }).waitFor()
    const whole = await walk.page.request.get(
      new URL('/api/cadres?limit=500', walk.page.url()).href,
    )
    const { total, rows } = (await whole.json()) as {
      total: number
      rows: { unitName: string; unitWithin: string | null }[]
    }
    expect(total).toBeGreaterThan(5)
    expect(total).toBeLessThan(200)
    expect(new Set(rows.map(({ unitName, unitWithin }) => unitWithin ?? unitName)).size).toBe(1)
    expect(await walk.page.getByRole('link', { name: 'Nhập dữ liệu' }).count()).toBe(0)
  })

  test('a cadre sees the own record, and is told no elsewhere', async ({ walk }) => {
    await walk.enter('quang-binh', 'canbo', '/')
    await walk.page.getByRole('heading', { name: 'Tính vào chỉ tiêu nào' }).waitFor()
    const list = await walk.page.request.get(new URL('/api/cadres', walk.page.url()).href)
    expect(list.status()).toBe(403)
    const stranger = await walk.page.request.get(new URL('/api/cadres/1', walk.page.url()).href)
    expect(stranger.status()).toBe(404)
  })
})
