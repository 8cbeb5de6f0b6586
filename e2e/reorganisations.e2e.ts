import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { choose, test } from './walk.ts'

const unit = (page: Page) => page.getByRole('combobox', { name: 'Đơn vị', exact: true })

describe('a reorganisation', () => {
  test('is prepared, previewed, decided and taken back', async ({ walk: { page, enter } }) => {
    await enter('ben-tre', 'tinh', '/sap-xep?mo=moi')
    await page.getByLabel('Tên phương án').fill('Đổi tên Sở Y tế để thử')
    await page.getByLabel('Hiệu lực từ ngày').fill('01/12/2024')
    await page.getByLabel('Căn cứ', { exact: true }).fill('Nghị quyết của HĐND tỉnh')
    await choose(page.getByLabel('Việc', { exact: true }), 'Đổi tên')
    await choose(unit(page), /^Sở Y tế$/, 'so y te')
    await page.getByLabel('Tên sau khi đổi').fill('Sở Y tế và Dân số')
    await page.getByRole('button', { name: 'Xem trước' }).click()
    await page.getByText('Sở Y tế → Sở Y tế và Dân số').first().waitFor()
    await page.getByRole('button', { name: 'Ghi dự thảo' }).click()
    await page.getByLabel('Số quyết định').fill('77/QĐ-UBND')
    await page.getByLabel('Ngày ký').fill('20/11/2024')
    await page.getByLabel('Người ký').fill('Chủ tịch UBND tỉnh')
    await page.getByRole('button', { name: 'Ghi quyết định' }).click()
    await page.getByText('77/QĐ-UBND, 20/11/2024').waitFor()
    await page.getByLabel('Lý do, văn bản hủy bỏ').fill('Thử xong')
    await page.getByRole('button', { name: 'Hoàn tác' }).click()
    await page.getByText('Thử xong').first().waitFor()
  })

  test('a split says which posts and people go where, and shows it before it is decided', async ({
    walk: { page, enter, barriers },
  }) => {
    await enter('ben-tre', 'tinh', '/sap-xep?mo=moi')
    await page.getByLabel('Tên phương án').fill('Tách Sở Y tế để thử')
    await page.getByLabel('Hiệu lực từ ngày').fill('01/12/2024')
    await page.getByLabel('Căn cứ', { exact: true }).fill('Nghị quyết của HĐND tỉnh')
    await choose(page.getByLabel('Việc', { exact: true }), 'Chia, tách')
    await choose(unit(page), /^Sở Y tế$/, 'so y te')
    await page.getByLabel('Đơn vị cũ kết thúc').check()
    await page.getByRole('button', { name: 'Thêm phần tách ra' }).click()
    const founded = page.getByLabel('Hoặc lập đơn vị mới tên là')
    await founded.nth(0).fill('Sở Dân số')
    await founded.nth(1).fill('Sở Y tế và Bảo hiểm')
    // An open list of antd bears no name of its own: what is looked at is the form.
    const titles = page.getByRole('combobox', { name: /Chức danh đi theo/ })
    await choose(titles.first(), /^Phó Giám đốc/)
    await page
      .getByLabel(/Nhận phần còn lại/)
      .nth(1)
      .check()
    expect(await barriers()).toEqual([])
    await page.getByRole('button', { name: 'Xem trước' }).click()
    await page.getByRole('heading', { name: 'Người chuyển đơn vị (4)' }).waitFor()
  })

  test('a draft shows before beside after and who waits for a post', async ({
    walk: { page, enter },
  }) => {
    await enter('lang-son', 'tinh', '/sap-xep')
    await page.getByRole('button', { name: /^Nhập Sở/ }).click()
    await page.getByRole('button', { name: 'Xem trước' }).click()
    await page.getByRole('heading', { name: /Người chờ bố trí \(1\)/ }).waitFor({ timeout: 60_000 })
  })
})

describe('streamlining and oversight', () => {
  test('streamlining opens from the province to a unit', async ({ walk: { page, enter } }) => {
    await enter('lang-son', 'tinh', '/tinh-gian')
    await page.getByRole('heading', { name: 'Công chức' }).waitFor()
    await page.getByRole('link', { name: 'Sở Nội vụ' }).first().click()
    await page.getByRole('heading', { name: /Tinh giản biên chế: Sở Nội vụ/ }).waitFor()
  })

  test('a commune opens with its leader and visits', async ({ walk: { page, enter } }) => {
    await enter('lang-son', 'tinh', '/theo-doi-co-so')
    await page.getByText(/Chưa phân công \d+/).click()
    expect(page.url()).toContain('loc=no_leader')
    await page.getByText(/Tất cả \d+/).click()
    await page.getByRole('table').getByRole('link').first().click()
    await page.getByRole('heading', { name: 'Phân công lãnh đạo' }).waitFor()
  })
})

describe('no barriers', () => {
  for (const path of ['/sap-xep', '/sap-xep?mo=moi', '/tinh-gian', '/theo-doi-co-so']) {
    test(`${path} at a desk`, async ({ walk }) => {
      await walk.enter('lang-son', 'tinh', path)
      expect(await walk.barriers()).toEqual([])
    })
    test(`${path} on a phone`, async ({ phone }) => {
      await phone.enter('lang-son', 'tinh', path)
      expect(await phone.barriers()).toEqual([])
      const width = await phone.page.evaluate('document.documentElement.scrollWidth')
      expect(width).toBeLessThanOrEqual(390)
    })
  }
})
