import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { Office, type OnSheet } from './evaluation-office.ts'
import { choose, onDay, test } from './walk.ts'

const WIDER = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

/** Names in the order of the sheet, so that the same people are excellent on every run. */
const names = (people: OnSheet[]) => people.map(({ name }) => name)

const pasted = (people: OnSheet[], wrong: string[] = []) =>
  [
    'Họ và tên\tSản phẩm\tĐVT\tSố lượng\tHệ số\tHạn\tGhi chú',
    ...names(people).map((name) => `${name}\tBáo cáo tháng\tbáo cáo\t2\t1,5\t25/09/2026\t`),
    ...wrong.map((name) => `${name}\tTờ trình\tvăn bản\tmột\t1\t31/02/2026\t`),
  ].join('\n')

const confirm = async (page: Page, name: string) => {
  await page.getByRole('button', { name }).click()
  await page.getByRole('dialog').getByRole('button', { name }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

const list = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true }).first()

/** Nine months and a year, with some seven hundred questions and commands. */
const LONG = 300_000

describe('a commune of 23 people through a year', () => {
  test(
    'assigned by paste, declared on a phone, reviewed, the cap kept, published, appealed, the year closed',
    async ({ walk, phone }) => {
      const { page, enter, open, barriers } = walk
      await enter('lang-son', 'tinh', '/danh-gia/mo-ky?ky=2026-09')
      const office = await Office.of(page, 'xa-chien-thang')
      for (const month of [1, 2, 3, 4, 5, 6, 7, 8]) await office.month(`2026-0${month}`)

      expect(await barriers()).toEqual([])
      await choose(list(page, 'Đơn vị'), 'Xã Chiến Thắng', 'Xã Chiến Thắng')
      await page.locator('form').getByRole('button', { name: 'Mở kỳ' }).click()
      await page.getByRole('link', { name: 'Xã Chiến Thắng' }).waitFor()
      expect(await barriers()).toEqual([])
      const sheet = await office.sheetOf('2026-09')
      expect(sheet.people).toHaveLength(23)
      const at = `/danh-gia/2026-09/${office.unitId}`

      await open(`${at}?phan=giao`)
      const paste = page.getByLabel('Bảng chép từ Excel')
      await paste.fill(pasted(sheet.people, ['Người Không Có']))
      await page.getByRole('button', { name: 'Xem trước' }).click()
      await page.getByText('Kỳ này không có người tên này').waitFor()
      await page.getByText('Ngày phải có dạng 31/10/2026 và có thật').waitFor()
      expect(await page.getByRole('button', { name: /^Ghi 23 dòng/ }).isDisabled()).toBe(true)
      expect(await barriers()).toEqual([])
      await page.getByLabel('Bỏ qua 1 dòng có vấn đề').check()
      await page.getByRole('button', { name: /^Ghi 23 dòng/ }).click()
      await page.getByText('Đã giao 23 sản phẩm cho 23 người').waitFor()
      await page.getByRole('button', { name: 'Hoàn tác lần giao này' }).click()
      await page.getByText('Đã rút lại 23 sản phẩm').waitFor()
      await paste.fill(pasted(sheet.people))
      await page.getByRole('button', { name: 'Xem trước' }).click()
      await page.getByRole('button', { name: 'Ghi 23 dòng' }).click()
      await page.getByText('Đã giao 23 sản phẩm cho 23 người').waitFor()

      const specialists = sheet.people.filter(({ leads }) => !leads)
      const [declarer] = specialists
      if (!declarer) throw new Error('The commune has nobody but heads.')
      await office.signIn(phone.page, declarer)
      await phone.open('/danh-gia/cua-toi')
      await phone.page.getByRole('link', { name: /Tháng 9\/2026/i }).click()
      await phone.page.getByRole('button', { name: 'Ghi tiến độ' }).click()
      await phone.page.getByLabel('Đã làm được').fill('2')
      await phone.page.getByRole('button', { name: 'Ghi', exact: true }).click()
      await phone.page.getByText('1 / 1 đã xong').waitFor()
      await phone.page.getByLabel(/Tự chấm tiêu chí chung/).fill('25')
      await phone.page.getByText('Hoàn thành xuất sắc', { exact: true }).last().click()
      await phone.page.getByRole('button', { name: 'Ký và gửi' }).click()
      await phone.page.getByText('Đã gửi lúc').waitFor()
      expect(await phone.page.evaluate(WIDER)).toBe(0)
      expect(await phone.barriers()).toEqual([])

      const best = new Set(specialists.slice(0, 5).map(({ cadreId }) => cadreId))
      await office.work(sheet.cycleId, ({ cadreId }) => (best.has(cadreId) ? 25 : 15))
      await open(at)
      await confirm(page, 'Kết thúc tự đánh giá')
      await page.getByRole('button', { name: /^Nhận \d+ dòng không có ngoại lệ/ }).click()
      await page.getByText('Chưa chuyển được:').waitFor()
      const foot = page.locator('.foot-bar')
      await foot
        .getByText(/vượt \d/)
        .first()
        .waitFor()
      expect(await foot.getByRole('button').last().isDisabled()).toBe(true)
      expect(await barriers()).toEqual([])
      await choose(list(page, 'Xếp loại đơn vị'), 'Hoàn thành tốt')
      await page.getByLabel('Căn cứ: số, ngày văn bản').fill('Thông báo 45/TB-UBND, 30/09/2026')
      await page.getByRole('button', { name: 'Xếp loại đơn vị' }).click()
      for (const name of (await office.over('2026-09')).values()) {
        await page.getByRole('row', { name: new RegExp(`^${name}`) }).click()
        await page.getByRole('region', { name: 'Bảng đánh giá của đơn vị' }).focus()
        await page.keyboard.press('2')
        await page.getByText('đủ cả đơn vị').last().waitFor()
      }
      await page.keyboard.press('Control+z')
      await page.getByText('Đã hoàn tác 1 người').waitFor()
      await foot
        .getByText(/vượt 1/)
        .first()
        .waitFor()
      for (const name of (await office.over('2026-09')).values()) {
        await page.getByRole('row', { name: new RegExp(`^${name}`) }).click()
        await page.getByRole('region', { name: 'Bảng đánh giá của đơn vị' }).focus()
        await page.keyboard.press('2')
      }
      await page.getByText('Đủ điều kiện chuyển bước').waitFor()
      await confirm(page, 'Gửi cấp có thẩm quyền')
      await page.getByRole('link', { name: 'Hội nghị cân đối' }).waitFor()
      await page.getByRole('button', { name: 'Quyết định mức xếp loại' }).click()
      await page.getByLabel('Số, ngày quyết định').fill('128/QĐ-UBND, 30/10/2026')
      await page
        .getByRole('dialog')
        .getByRole('button', { name: 'Quyết định mức xếp loại' })
        .click()
      await confirm(page, 'Công khai kết quả')
      await open(`${at}?phan=cong`)
      await page.getByRole('heading', { name: 'Phân bố mức xếp loại' }).waitFor()
      await page.getByRole('button', { name: 'Xem bảng' }).click()
      expect(await barriers()).toEqual([])

      await phone.open(phone.page.url().replace(/^https?:\/\/[^/]+/, ''))
      await phone.page
        .getByLabel('Nội dung khiếu nại')
        .fill('Sản phẩm của tôi có sáng kiến được công nhận.')
      await phone.page.getByRole('button', { name: 'Gửi khiếu nại' }).click()
      await phone.page.getByText('Đã gửi. Hạn trả lời').waitFor()
      expect(await phone.barriers()).toEqual([])
      await open('/danh-gia/khieu-nai')
      const appeal = page.getByRole('listitem').filter({ hasText: declarer.name })
      await appeal.getByRole('button', { name: 'Trả lời' }).click()
      await appeal
        .getByLabel('Nội dung trả lời')
        .fill('Đã kiểm tra lại minh chứng, giữ trần của nhóm.')
      await appeal.getByRole('button', { name: 'Trả lời' }).last().click()
      await page.getByText('Giữ nguyên', { exact: true }).first().waitFor()
      expect(await barriers()).toEqual([])

      await open(at)
      await page.getByRole('button', { name: 'Kết thúc nhận khiếu nại' }).click()
      await page
        .getByRole('dialog')
        .getByRole('button', { name: 'Kết thúc nhận khiếu nại' })
        .click()
      await page.getByText('Còn nhận khiếu nại đến hết ngày').waitFor()

      const year = await office.opened('2026')
      await open(`/danh-gia/2026/${office.unitId}`)
      await page
        .getByRole('row', { name: new RegExp(`^${declarer.name}`) })
        .getByText(/^8\d,\d$/)
        .waitFor()
      expect((await office.sheet(year)).people.every(({ total }) => total !== null)).toBe(true)
      expect(await barriers()).toEqual([])

      await onDay('2027-01-11', async () => {
        await office.year(year)
        await open(`/danh-gia/2026/${office.unitId}`)
        await page.getByRole('button', { name: 'Kết thúc nhận khiếu nại' }).click()
        await page
          .getByRole('dialog')
          .getByRole('button', { name: 'Kết thúc nhận khiếu nại' })
          .click()
        await page.getByText('Còn nhận khiếu nại đến hết ngày 18/01/2027').waitFor()
      })
      await onDay('2027-01-19', async () => {
        await open(`/danh-gia/2026/${office.unitId}`)
        await confirm(page, 'Kết thúc nhận khiếu nại')
        await confirm(page, 'Khóa kỳ')
        await page.getByText('Kỳ đã khóa ngày 19/01/2027').first().waitFor()
        await open(`/ho-so/${declarer.cadreId}?ngay=2027-01-20`)
        await page.getByRole('row', { name: '2026 Hoàn thành tốt nhiệm vụ' }).waitFor()
        expect(await page.getByRole('row', { name: /^202[456] / }).count()).toBe(3)
      })
    },
    LONG,
  )
})

test('a head reviews the exceptions on a phone', async ({ phone }) => {
  const { page, enter, barriers } = phone
  await enter('lang-son', 'so', '/danh-gia?ky=2026-10')
  await page.getByRole('link', { name: 'Văn phòng' }).click()
  await page.getByText('Vượt 1 người').waitFor()
  const claim = page.getByRole('region', { name: /^Xin tính nguyên nhân khách quan/ })
  await claim.getByText('mức từ Hoàn thành tốt lên Hoàn thành xuất sắc').waitFor()
  await claim.getByRole('button', { name: 'Xác nhận khách quan' }).click()
  await claim.waitFor({ state: 'detached' })
  expect(await page.evaluate(WIDER)).toBe(0)
  expect(await barriers()).toEqual([])
})

test('catalogue, breakthrough tasks, units over the cap, comparison', async ({ walk }) => {
  const { page, enter, open, barriers } = walk
  await enter('lang-son', 'tinh', '/danh-gia/danh-muc')
  await page.getByRole('cell', { name: 'Báo cáo định kỳ' }).waitFor()
  expect(await barriers()).toEqual([])
  await open('/danh-gia/dot-pha')
  await page.getByRole('region', { name: 'Nhiệm vụ đột phá của người đứng đầu' }).waitFor()
  expect(await barriers()).toEqual([])
  await open('/danh-gia/vuot-tran?ky=2026-08')
  await page.getByText('Mọi đơn vị của kỳ này đều giữ trần').waitFor()
  await open('/danh-gia/vuot-tran?ky=2026-10')
  expect(await barriers()).toEqual([])
  await page.getByRole('link', { name: 'Văn phòng' }).first().click()
  await page.getByRole('heading', { name: 'Đánh giá tháng 10/2026: Văn phòng' }).waitFor()
  await open('/danh-gia/so-sanh?ky=2026-08')
  await page.getByRole('heading', { name: 'Chỉ số phân hóa của đơn vị' }).waitFor()
  expect(await barriers()).toEqual([])
})
