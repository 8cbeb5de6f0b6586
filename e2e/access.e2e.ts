import { generateSync } from 'otplib'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { choose, test } from './walk.ts'

describe('signing in', () => {
  test('an officer comes to the page that was asked for, and leaves', async ({
    walk: { page, open },
  }) => {
    await open('/chi-tieu')
    await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor()
    await choose(page.getByLabel('Tỉnh', { exact: false }).first(), 'Quảng Bình')
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

const OWN_PASSWORD = 'con đường làng có cây gạo'

async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByLabel('Mật khẩu').fill(password)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
}

describe('an account', () => {
  test('is given with a temporary password and made one’s own, with a second factor', async ({
    walk: { page, open, enter, barriers },
  }) => {
    await enter('vinh-phuc', 'tinh', '/tai-khoan')
    expect(await barriers()).toEqual([])
    await page.getByRole('button', { name: 'Thêm tài khoản' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Tên đăng nhập').fill('cao.an')
    await dialog.getByLabel('Họ và tên').fill('Cao Văn An')
    await choose(dialog.getByLabel('Vai trò'), 'Kiểm tra, thanh tra (chỉ xem)')
    await dialog.getByRole('button', { name: 'Thêm tài khoản' }).click()
    const given = page.getByRole('dialog').filter({ hasText: 'Mật khẩu tạm của cao.an' })
    const temporary = await given.locator('code').textContent()
    await given.getByRole('button', { name: 'Đã ghi lại' }).click()

    await page.context().clearCookies()
    await open('/dang-nhap')
    await choose(page.getByLabel('Tỉnh', { exact: false }).first(), 'Vĩnh Phúc')
    await signIn(page, 'cao.an', temporary?.trim() ?? '')
    await page.getByText('Đặt mật khẩu của riêng mình').waitFor()
    await page.getByLabel('Mật khẩu mới').fill(OWN_PASSWORD)
    await page.getByRole('button', { name: 'Tiếp tục' }).click()
    await page.getByRole('heading', { name: 'Tổng quan' }).first().waitFor()

    await open('/tai-khoan-cua-toi')
    expect(await barriers()).toEqual([])
    await page.getByLabel('Mật khẩu đang dùng').last().fill(OWN_PASSWORD)
    await page.getByRole('button', { name: 'Bật xác thực hai bước' }).click()
    const secret = await page.locator('.ant-typography').first().textContent()
    const now = Math.floor(Date.now() / 1000)
    const codeAt = (epoch: number) => generateSync({ secret: secret?.trim() ?? '', epoch })
    await page.getByLabel('6 số ứng dụng đang hiện').fill(codeAt(now))
    await page.getByRole('button', { name: 'Xác nhận' }).click()
    await page.getByText('Mười mã dự phòng, chỉ hiện lần này').waitFor()
    expect(await page.locator('.recovery-codes li').count()).toBe(10)
    await page.getByRole('button', { name: 'Tôi đã cất các mã này' }).click()
    await page.getByText('Đang bật').waitFor()

    await page.context().clearCookies()
    await open('/dang-nhap')
    await choose(page.getByLabel('Tỉnh', { exact: false }).first(), 'Vĩnh Phúc')
    await signIn(page, 'cao.an', OWN_PASSWORD)
    await page.getByLabel('Mã xác thực').fill(codeAt(now + 30))
    await page.getByRole('button', { name: 'Tiếp tục' }).click()
    await page.getByRole('heading', { name: 'Tổng quan' }).first().waitFor()
  })
})
