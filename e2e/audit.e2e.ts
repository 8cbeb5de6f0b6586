import { describe, expect } from 'vitest'
import { test } from './walk.ts'
import { walked } from './walked.ts'

const SPOKEN = 'thẩm tra hồ sơ bổ nhiệm'

/** A person of the province; which one does not matter here. */
async function somebody(get: (url: string) => Promise<{ json(): Promise<unknown> }>) {
  const answer = await get(`${walked().url}/api/cadres?limit=1&offset=5`)
  const { rows } = (await answer.json()) as { rows: { id: number; fullName: string }[] }
  return rows[0] ?? { id: 0, fullName: '' }
}

describe('who looked, and who may', () => {
  test('a reason opens a restricted group, and the look appears in both logs', async ({ walk }) => {
    await walk.enter('quang-binh', 'tinh', '/tong-quan')
    const { id, fullName } = await somebody((url) => walk.page.request.get(url))
    await walk.open(`/ho-so/${id}?muc=A`)
    const card = walk.page.getByRole('region', { name: 'Số định danh, liên hệ' })
    const open = card.getByRole('button', { name: 'Xem số định danh, liên hệ' })
    expect(await open.isDisabled()).toBe(true)
    await card.getByLabel('Lý do xem').fill(SPOKEN)
    await open.click()
    await card.getByText('Số căn cước', { exact: true }).waitFor()
    expect(await walk.barriers()).toEqual([])
    await walk.page.getByRole('link', { name: 'Tổng hợp' }).click()
    const log = walk.page.getByRole('region', { name: 'Ai đã xem, ai đã sửa hồ sơ này' }).first()
    await log.getByText(SPOKEN).first().waitFor()
    expect(await walk.barriers()).toEqual([])
    await walk.page.getByRole('link', { name: 'Nhật ký', exact: true }).click()
    await walk.page.getByText(/Chuỗi nguyên vẹn, [\d.]+ mục/).waitFor()
    await walk.page.getByRole('link', { name: fullName }).first().waitFor()
    expect(await walk.barriers()).toEqual([])
  })

  test('the filters of the log are in its address', async ({ walk }) => {
    await walk.enter('quang-binh', 'tinh', '/nhat-ky?loai=print')
    await walk.page.getByText('Chưa có mục nào khớp').waitFor()
    await walk.page.getByRole('button', { name: 'Bỏ lọc' }).click()
    await walk.page
      .getByRole('cell', { name: /Phan Thị/ })
      .first()
      .waitFor()
    expect(walk.page.url()).not.toContain('loai')
  })

  test('an export leaves a line in the log', async ({ walk }) => {
    await walk.enter('quang-binh', 'tinh', '/tong-quan')
    await walk.page.request.get(`${walked().url}/api/cadres/export?sex=female&rank=head`)
    await walk.open('/nhat-ky?viec=cadres.export')
    await walk.page
      .getByRole('cell', { name: /Xuất danh sách cán bộ/ })
      .first()
      .waitFor()
  })

  test('an inspection team takes a dossier of a record, for a reason', async ({ walk }) => {
    await walk.enter('quang-binh', 'tinh', '/tong-quan')
    const { id } = await somebody((url) => walk.page.request.get(url))
    await walk.open(`/ho-so/${id}`)
    await walk.page.getByRole('button', { name: 'Hồ sơ kiểm tra' }).click()
    const dialog = walk.page.getByRole('dialog', { name: 'Hồ sơ kiểm tra' })
    await dialog.getByText('Ghi ít nhất 10 ký tự.').waitFor()
    await dialog.getByLabel('Lý do xuất').fill('kiểm tra theo kế hoạch năm')
    await dialog.getByText('Lần xuất và lý do được ghi vào nhật ký.').waitFor()
    expect(await walk.barriers()).toEqual([])
    const download = walk.page.waitForEvent('download')
    await dialog.getByRole('link', { name: 'Tải tệp .zip' }).click()
    expect((await download).suggestedFilename()).toMatch(/^ho-so-kiem-tra-quang-binh-.*\.zip$/)
    await walk.open('/nhat-ky?viec=audit.dossier')
    await walk.page
      .getByRole('cell', { name: /kiểm tra theo kế hoạch năm/ })
      .first()
      .waitFor()
  })

  test('a case without entries says so and offers no dossier', async ({ walk }) => {
    await walk.enter('quang-binh', 'tinh', '/nhat-ky?vu-viec=import:999999')
    await walk.page.getByRole('heading', { name: 'Lịch sử vụ việc: Lần nhập số 999999' }).waitFor()
    await walk.page.getByText('Chưa có mục nào khớp').waitFor()
    expect(await walk.page.getByRole('button', { name: 'Hồ sơ kiểm tra' }).count()).toBe(0)
    expect(await walk.barriers()).toEqual([])
  })

  test('on a phone the log stays inside the screen', async ({ phone }) => {
    await phone.enter('quang-binh', 'tinh', '/nhat-ky')
    await phone.page.getByText(/Chuỗi nguyên vẹn/).waitFor()
    const wide = await phone.page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )
    expect(wide).toBe(0)
    expect(await phone.barriers()).toEqual([])
  })

  test('a person reads the own log, opens the own numbers without a reason, and no province log', async ({
    walk,
  }) => {
    await walk.enter('quang-binh', 'canbo', '/')
    await walk.page.getByRole('link', { name: 'Nhân thân', exact: true }).click()
    await walk.page.getByRole('button', { name: 'Xem số định danh, liên hệ' }).click()
    await walk.page.getByText('Số căn cước', { exact: true }).waitFor()
    expect(await walk.page.getByRole('link', { name: 'Nhật ký', exact: true }).count()).toBe(0)
    const answer = await walk.page.request.get(`${walked().url}/api/audit/entries`)
    expect(answer.status()).toBe(403)
  })
})
