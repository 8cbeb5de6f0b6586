import { describe, expect } from 'vitest'
import { choose, test } from './walk.ts'

const WIDER = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
const HEAD = 'Lĩnh vực\tChủ đề\tMức độ\tCâu hỏi\tA\tB\tĐáp án\tCăn cứ'
const LIST = [
  HEAD,
  ...[1, 2, 3, 4].map(
    (n) =>
      `Đi bộ\tĐi bộ thử\tDễ\tCâu hỏi đi bộ số ${n}\tĐúng ${n}\tSai ${n}\tA\tVăn bản, Điều ${n}`,
  ),
  'Đi bộ\tĐi bộ thử\tDễ\tCâu thiếu đáp án\tMột\tHai\tD\tVăn bản',
].join('\n')

describe('the knowledge test', () => {
  test('a bank is imported, a blueprint set, a round opened', async ({ walk }) => {
    const { page, enter, barriers } = walk
    await enter('vinh-phuc', 'tinh', '/kiem-tra-kien-thuc?xem=cau-hoi')
    await page.getByLabel('Dán bảng câu hỏi').fill(LIST)
    await page.getByRole('button', { name: 'Xem trước' }).click()
    await page.getByText('phải là chữ của phương án').waitFor()
    expect(await barriers()).toEqual([])
    await page.getByRole('button', { name: 'Ghi 4 câu hỏi, bỏ qua 1' }).click()
    await page.getByText('Đã ghi câu hỏi: 4').waitFor()

    await walk.open('/kiem-tra-kien-thuc?xem=de')
    await page.getByRole('button', { name: 'Đặt cấu trúc đề' }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByLabel('Tên', { exact: true }).fill('Đề một phút')
    await choose(drawer.getByLabel('Chức danh'), 'Phó Trưởng phòng')
    await drawer.getByLabel('Thời gian làm bài (phút)').fill('1')
    await drawer.getByLabel('Áp dụng từ').fill('2025-01-15')
    await drawer.getByLabel('Căn cứ').fill('KH 15')
    await choose(drawer.getByLabel('Chủ đề'), 'Đi bộ thử')
    await drawer.getByLabel('Số câu').fill('4')
    await drawer.getByRole('button', { name: 'Ghi', exact: true }).click()
    await page.getByRole('heading', { name: 'Đề một phút' }).waitFor()
    expect(await barriers()).toEqual([])

    await walk.open('/kiem-tra-kien-thuc')
    await page.getByRole('button', { name: 'Mở đợt kiểm tra' }).click()
    const round = page.getByRole('dialog')
    await round.getByLabel('Tên').fill('Đợt đi bộ')
    await choose(round.getByLabel('Đơn vị'), /^Sở Nội vụ$/, 'Sở Nội vụ')
    await choose(round.getByLabel('Cấu trúc đề'), 'Đề một phút')
    await round.getByLabel('Từ ngày').fill('2025-02-01')
    await round.getByLabel('Đến hết ngày').fill('2099-12-31')
    await round.getByLabel('Căn cứ').fill('KH 16')
    await round.getByRole('button', { name: 'Mở đợt kiểm tra' }).click()
    await page.getByText('mỗi người một đề riêng').waitFor()
  })

  test('a paper is taken on a phone through a lost network until time runs out', async ({
    phone,
  }) => {
    const { page, enter, barriers } = phone
    await enter('vinh-phuc', 'canbo', '/bai-kiem-tra')
    const card = page.getByRole('region', { name: 'Đợt đi bộ' })
    await card.getByRole('link', { name: 'Bắt đầu làm bài' }).click()
    await page.getByRole('timer').waitFor()
    await page.getByLabel(/^Đúng/).first().check()
    await page.getByText('Đã lưu').waitFor()
    await page.context().setOffline(true)
    await page.getByLabel(/^Đúng/).nth(1).check()
    await page.getByLabel(/^Đúng/).nth(2).check()
    await page.getByText('Đang chờ mạng').waitFor()
    expect(await page.evaluate(WIDER)).toBe(0)
    expect(await barriers()).toEqual([])
    await page.context().setOffline(false)
    await page.getByText('Đã lưu').waitFor()
    await page.getByText('Đã hết giờ').waitFor({ timeout: 80_000 })
    await page.getByRole('link', { name: 'Về các bài của tôi' }).click()
    await card.getByText('Đạt', { exact: true }).waitFor()
    await card.getByText('3', { exact: true }).waitFor()
    expect(await barriers()).toEqual([])
  })

  test('the result stands on the board, and questions show what they are worth', async ({
    walk,
  }) => {
    const { page, enter, barriers } = walk
    await enter('vinh-phuc', 'tinh', '/kiem-tra-kien-thuc')
    await page.getByRole('link', { name: 'Đợt đi bộ' }).click()
    await page.getByText('3/4').waitFor()
    expect(await barriers()).toEqual([])
    await walk.open('/kiem-tra-kien-thuc?xem=thong-ke')
    await page.getByText('một câu cần ít nhất').waitFor()
    await page.getByText('chưa đủ').first().waitFor()
    expect(await barriers()).toEqual([])
  })
})
