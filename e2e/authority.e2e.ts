import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { choose, test } from './walk.ts'
import { walked } from './walked.ts'

const WIDER = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
const REASON = 'thẩm tra hồ sơ bổ nhiệm'

interface Seat {
  cadreId: number
  name: string
}

/** Two relatives of the demonstration, one heading the office of the other. */
async function relatives(page: Page): Promise<{ above: Seat; relative: Seat }> {
  const url = `${walked().url}/api/authority/relatives-in-posts?asOf=2024-10-31`
  const { rows } = (await (await page.request.get(url)).json()) as {
    rows: { above: Seat; relative: Seat }[]
  }
  const [first] = rows
  if (!first) throw new Error('The demonstration knows no relatives in posts.')
  return first
}

describe('who decides', () => {
  test('is said with its text, and a relative is kept out of a case', async ({ walk }) => {
    const { page, enter, barriers } = walk
    await enter('quang-binh', 'tinh', '/phan-cap?ngay=2025-07-01')
    await page.getByRole('region', { name: 'Bảng phân cấp' }).first().waitFor()
    const { above, relative } = await relatives(page)
    const check = page.getByRole('region', { name: 'Ai phải đứng ngoài hồ sơ này?' })
    await choose(check.getByLabel('Người được xem xét'), relative.name, relative.name)
    await choose(check.getByLabel('Người đề xuất'), above.name, above.name)
    await choose(check.getByLabel('Người quyết định'), above.name, above.name)
    await check.getByRole('button', { name: 'Kiểm tra' }).click()
    await check.getByText('mỗi việc phải do một người khác nhau').waitFor()
    await check.getByText('Hãy phân công người khác').waitFor()
    await check.getByRole('button', { name: /Điều 2 khoản 11/ }).waitFor()
    expect(await barriers()).toEqual([])
  })

  test('on a phone stays inside the screen', async ({ phone }) => {
    await phone.enter('quang-binh', 'tinh', '/phan-cap?ngay=2025-07-01')
    await phone.page.getByRole('region', { name: 'Bảng phân cấp' }).first().waitFor()
    expect(await phone.page.evaluate(WIDER)).toBe(0)
    expect(await phone.barriers()).toEqual([])
  })
})

test('a relative is recorded and a recusal kept, on one screen behind a reason', async ({
  walk: { page, enter, open, barriers },
}) => {
  await enter('quang-binh', 'tinh', '/tong-quan')
  const { relative } = await relatives(page)
  await open(`/ho-so/${relative.cadreId}?muc=I`)
  const card = page.getByRole('region', { name: 'Quan hệ gia đình', exact: true })
  const opens = card.getByRole('button', { name: 'Xem quan hệ gia đình' })
  expect(await opens.isDisabled()).toBe(true)
  await card.getByLabel('Lý do xem').fill(REASON)
  await opens.click()
  await card.getByText('do người thân khai').first().waitFor()

  await card.getByRole('button', { name: 'Thêm: Quan hệ gia đình' }).click()
  const drawer = page.getByRole('dialog')
  await choose(drawer.getByLabel('Quan hệ', { exact: true }), /^Con đẻ$/, 'con de')
  await choose(drawer.getByLabel('Bên', { exact: true }), 'Bên bản thân')
  await drawer.getByLabel('Họ và tên').fill('Nguyễn Thị Bảo An')
  await drawer.getByLabel('Ngày khai').fill('01/10/2024')
  await drawer.getByLabel('Ngày khai').press('Enter')
  await drawer.getByText('Sửa cho đúng, bổ sung').click()
  await drawer.getByLabel('Lý do', { exact: true }).fill('cán bộ khai bổ sung ngày 01/10')
  await drawer.getByRole('button', { name: 'Ghi', exact: true }).click()
  await card.getByText('Nguyễn Thị Bảo An').first().waitFor()

  await card.getByRole('button', { name: 'Ghi từ chối tham gia' }).click()
  await page.getByRole('dialog').getByLabel('Hồ sơ (loại và số)').fill('appointment:3')
  await page.getByRole('dialog').getByLabel('Lý do từ chối').fill('Em ruột là người được xem xét')
  await page.getByRole('dialog').getByRole('button', { name: 'Ghi', exact: true }).click()
  await card.getByText('Em ruột là người được xem xét').waitFor()
  expect(await barriers()).toEqual([])
})

describe('roles', () => {
  test('an administrator gives a right by a decision, and it opens at once', async ({ walk }) => {
    const { page, enter, barriers } = walk
    const imports = async () => {
      await enter('vinh-phuc', 'so', '/tong-quan')
      return (await page.request.get(`${walked().url}/api/imports`)).status()
    }
    expect(await imports()).toBe(403)
    await page.context().clearCookies()
    await enter('vinh-phuc', 'quantri', '/vai-tro')
    const give = (right: string, role: string) =>
      page.getByRole('button', { name: `${right}, ${role}: chưa giao` }).click()
    const drawer = page.getByRole('dialog')
    await give('Quản trị tài khoản', 'Kiểm tra, thanh tra (chỉ xem)')
    await drawer.getByLabel('Số quyết định').fill('15/QĐ-BTC')
    await drawer.getByRole('button', { name: 'Giao quyền' }).click()
    await drawer.getByText('Hãy giao cho vai trò không xem hồ sơ').waitFor()
    expect(await barriers()).toEqual([])
    await drawer
      .getByRole('button', { name: 'Close' })
      .or(drawer.locator('.ant-drawer-close'))
      .first()
      .click()

    await give('Xem các lần nhập, bản gốc', 'Cán bộ tổ chức của đơn vị')
    await drawer.getByLabel('Số quyết định').fill('15/QĐ-BTC')
    await drawer.getByRole('button', { name: 'Giao quyền' }).click()
    await page
      .getByRole('button', { name: 'Xem các lần nhập, bản gốc, Cán bộ tổ chức của đơn vị: có' })
      .waitFor()
    expect(await barriers()).toEqual([])
    await page.context().clearCookies()
    expect(await imports()).toBe(200)
  })

  test('the administrator finds no records, and nobody changes the own role', async ({ walk }) => {
    const { page, enter } = walk
    await enter('vinh-phuc', 'quantri', '/vai-tro')
    await page.getByText('vai trò của anh, chị').first().waitFor()
    expect(await page.getByRole('button', { name: /Quản trị tài khoản: chưa giao/ }).count()).toBe(
      0,
    )
    expect(await page.getByText('Số liệu ngày').count()).toBe(0)
    expect(await page.getByRole('link', { name: 'Hồ sơ cán bộ' }).count()).toBe(0)
  })

  test('an officer reads the table and its basis, on a phone too', async ({ phone }) => {
    await phone.enter('vinh-phuc', 'tinh', '/vai-tro')
    await phone.page
      .getByRole('button', { name: /^Xem, in hồ sơ, Cán bộ tổ chức của đơn vị/ })
      .click()
    await phone.page.getByText('Vai trò ban đầu của hệ thống').waitFor()
    expect(await phone.page.getByRole('button', { name: 'Thôi giao', exact: true }).count()).toBe(0)
    expect(await phone.page.evaluate(WIDER)).toBe(0)
    expect(await phone.barriers()).toEqual([])
  })
})
