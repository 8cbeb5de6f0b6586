import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { test } from './walk.ts'

const WIDER =
  'Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)'
/** The smallest picture a browser draws. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

/** One field of one section goes into the draft, with a scan where one is named. */
async function declareField(
  page: Page,
  section: string,
  field: string,
  value: string,
  scan?: string,
) {
  await page.getByRole('button', { name: `Sửa: ${section}` }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel(field, { exact: true }).fill(value)
  if (scan) {
    const file = { name: scan, mimeType: 'image/png', buffer: PNG }
    await drawer.locator('input[type=file]').setInputFiles(file)
    await drawer.getByText(`Đã gửi: ${scan}`).waitFor()
  }
  await drawer.getByRole('button', { name: 'Đưa vào bản khai' }).click()
  await drawer.waitFor({ state: 'hidden' })
}

describe('the record of a person', () => {
  test('a cadre declares on a phone, an officer returns one item and approves the other', async ({
    phone,
    walk,
  }) => {
    const { page } = phone
    await phone.enter('quang-binh', 'canbo', '/ho-so-cua-toi?ngay=2024-10-31')
    await declareField(page, 'Nhân thân', 'Tên gọi khác', 'Lợi Thành', 'giay-khai-sinh.png')
    await declareField(page, 'Thông tin khác về bản thân', 'Lĩnh vực phụ trách', 'Tổng hợp')
    await page.reload()
    const draft = page.getByRole('region', { name: 'Bản khai đang soạn' })
    await draft.getByText('Lợi Thành').waitFor()
    expect(await page.evaluate(WIDER)).toBe(0)
    expect(await phone.barriers()).toEqual([])
    await draft.getByRole('button', { name: 'Gửi bản khai' }).click()
    await draft.waitFor({ state: 'hidden' })
    await page.getByText('Chờ đơn vị duyệt').first().waitFor()

    await walk.enter('quang-binh', 'tinh', '/duyet-ke-khai?ngay=2024-10-31')
    const desk = walk.page
    await desk
      .getByRole('link', {
        name: /Nhân thân; Thông tin khác|Thông tin khác về bản thân; Nhân thân/,
      })
      .first()
      .click()
    const names = desk.getByRole('region', { name: 'Nhân thân' })
    await names.getByText('Lợi Thành').waitFor()
    await names.getByRole('button', { name: 'Minh chứng' }).click()
    await desk.getByRole('img', { name: 'Minh chứng' }).waitFor()
    await desk.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click()
    expect(await walk.barriers()).toEqual([])
    const other = desk.getByRole('region', { name: 'Thông tin khác về bản thân' })
    await other.focus()
    await desk.keyboard.press('t')
    await other.getByLabel('Lý do trả lại').fill('Cần quyết định phân công')
    await other.getByRole('button', { name: 'Trả lại' }).click()
    await other.getByText('Lý do trả lại: Cần quyết định phân công').waitFor()
    await names.focus()
    await desk.keyboard.press('d')
    await names.getByText('Đã duyệt', { exact: true }).waitFor()

    await desk.getByRole('link', { name: 'Mở hồ sơ' }).click()
    await desk.getByRole('link', { name: 'Nhân thân', exact: true }).click()
    await desk.getByText('Lợi Thành').waitFor()
    await desk.getByRole('button', { name: 'Lịch sử: Nhân thân' }).click()
    await desk.getByText(/Tự khai: Bản khai số \d+/).waitFor()
    await page.reload()
    await page.getByText('Lý do trả lại: Cần quyết định phân công').waitFor()
    await page.getByRole('button', { name: 'Khai lại: Thông tin khác về bản thân' }).click()
    await page.getByRole('dialog').getByLabel('Lĩnh vực phụ trách').click()
    expect(await phone.barriers()).toEqual([])
  })

  test('two officers change one fact: both versions side by side, chosen, undone', async ({
    walk,
    phone,
  }) => {
    await phone.enter('quang-binh', 'so', '/ho-so?ngay=2024-10-31')
    const answer = await phone.page.request.get(
      `${new URL(phone.page.url()).origin}/api/cadres?limit=1`,
    )
    const { rows } = (await answer.json()) as { rows: { id: number }[] }
    const address = `/ho-so/${rows[0]?.id}?muc=A&ngay=2024-10-31`
    await phone.open(address)
    await walk.enter('quang-binh', 'tinh', address)
    const change = async (page: Page, value: string) => {
      const drawer = page.getByRole('dialog')
      await drawer.getByLabel('Tên gọi khác').fill(value)
      await drawer.getByLabel('Lý do', { exact: true }).fill('đối chiếu với bản gốc')
      await drawer.getByRole('button', { name: 'Ghi', exact: true }).click()
    }
    const correct = 'Sửa: Nhân thân'
    await walk.page.getByRole('button', { name: correct }).click()
    await phone.page.getByRole('button', { name: correct }).click()
    await change(phone.page, 'Bản của sở')
    await phone.page.getByText('Đã ghi.').waitFor()
    await change(walk.page, 'Bản của tỉnh')
    const clash = walk.page.getByRole('region', { name: 'Người khác vừa sửa dòng này' })
    await clash.getByText('Bản của sở').waitFor()
    await clash.getByText('Bản của tỉnh').waitFor()
    expect(await walk.barriers()).toEqual([])
    await clash.getByRole('button', { name: 'Ghi các bản đã chọn' }).click()
    await walk.page.getByRole('button', { name: 'Hoàn tác', exact: true }).click()
    await walk.page.getByText('Đã hoàn tác.').waitFor()
    await walk.page.getByRole('region', { name: 'Nhân thân' }).getByText('Bản của sở').waitFor()
  })
})

describe('records of a province', () => {
  test('completeness goes from the worst field to the names', async ({ walk, phone }) => {
    await walk.enter('quang-binh', 'tinh', '/ho-so/day-du?ngay=2024-10-31')
    await walk.page
      .getByRole('link', { name: /người thiếu$/ })
      .first()
      .click()
    await walk.page.waitForURL(/thieu=/)
    expect(await walk.barriers()).toEqual([])
    const names = walk.page.getByRole('region', { name: 'Hồ sơ thiếu nhiều nhất' }).first()
    await names.getByRole('link').first().click()
    await walk.page.getByRole('heading', { name: 'Độ đầy đủ của hồ sơ' }).waitFor()
    await phone.enter('quang-binh', 'tinh', '/ho-so/day-du?ngay=2024-10-31')
    await phone.page.getByRole('heading', { name: 'Hồ sơ thiếu nhiều nhất' }).waitFor()
    expect(await phone.page.evaluate(WIDER)).toBe(0)
  })

  test('the supplement board opens the names behind a number', async ({ walk }) => {
    await walk.enter('quang-binh', 'tinh', '/bo-sung-ly-lich?ngay=2024-10-31')
    await walk.page.getByRole('link', { name: /^Toàn phạm vi: Chờ duyệt/ }).click()
    await walk.page.getByRole('heading', { name: 'Danh sách: Chờ duyệt' }).waitFor()
    expect(await walk.barriers()).toEqual([])
  })
})
