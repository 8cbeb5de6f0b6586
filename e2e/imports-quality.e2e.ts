import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { choose, test } from './walk.ts'

const sample = (name: string) => join(import.meta.dirname, '../samples', name)
const OLD = sample('Danh-sach-TCVN3-So-Noi-vu-Quang-Binh.xlsx')
const LATER = sample('Danh-sach-cap-nhat-So-Noi-vu-Quang-Binh.xlsx')
const COMMUNES = sample('Trich-ngang-can-bo-cap-xa-Lang-Son.xlsx')

describe('quality of what comes in', () => {
  test('an old encoding waits for a word; a later list updates by choice; both are undone', async ({
    walk: { page, enter, open, barriers },
  }) => {
    await enter('quang-binh', 'tinh', '/nhap-du-lieu')
    await page.locator('input[type=file]').setInputFiles(OLD)
    await page.getByText('Lâm Thị Thuý Hường').first().waitFor()
    expect(await page.getByRole('button', { name: /^Ghi \d+ dòng/ }).isDisabled()).toBe(true)
    expect(await barriers()).toEqual([])
    await page.getByRole('button', { name: 'Đúng, chuyển sang Unicode' }).click()
    await page.getByText('đã xác nhận chuyển').waitFor()
    await page.getByRole('button', { name: /^Ghi 3 dòng/ }).click()
    await page.getByText('Tệp gốc được giữ').waitFor()

    await open('/nhap-du-lieu')
    await page.locator('input[type=file]').setInputFiles(LATER)
    await page.getByRole('heading', { name: 'Hồ sơ khác danh sách' }).waitFor()
    await page.getByLabel('Cập nhật: Lâm Thị Thuý Hường, Dân tộc').click()
    await page.getByText(/^1 \/ \d+ được chọn cập nhật/).waitFor()
    await page.getByRole('button', { name: /^Ghi \d+ dòng/ }).click()
    await page.getByText(/1 giá trị cập nhật/).waitFor()
    for (let undone = 0; undone < 2; undone++) {
      await open('/nhap-du-lieu')
      await page.getByRole('button', { name: 'Hoàn tác' }).first().click()
      await page.locator('.ant-popover').getByRole('button', { name: 'Hoàn tác' }).click()
      await page.getByText('Đã hoàn tác, gỡ').waitFor()
    }
  })

  test('a problem is decided where it stands, and the plan follows at once', async ({
    walk: { page, enter },
  }) => {
    await enter('lang-son', 'tinh', '/nhap-du-lieu')
    await page.locator('input[type=file]').setInputFiles(COMMUNES)
    await page.getByRole('heading', { name: 'Cần sửa hoặc xác nhận' }).waitFor()
    await choose(page.getByLabel(/^Quyết định tại đây .*31\/02\/1987/), 'Để trống ô này')
    await page.getByText('Đã quyết định cho tệp này').waitFor()
    await page.getByLabel(/^Quyết định tại đây .*31\/02\/1987/).waitFor({ state: 'detached' })
  })

  test('two records of one person are compared, merged and taken apart again', async ({
    walk: { page, enter, barriers },
  }) => {
    await enter('quang-binh', 'tinh', '/ho-so-trung')
    await page.getByRole('heading', { name: 'Hồ sơ trùng' }).first().waitFor()
    await page.getByRole('button', { name: 'So sánh' }).first().click()
    await page.getByText('Số dòng của từng mục').waitFor()
    expect(await barriers()).toEqual([])
    await page.getByLabel('Căn cứ gộp').fill('Một người, hai đơn vị cùng lập hồ sơ')
    await page.getByRole('button', { name: 'Gộp thành một hồ sơ' }).click()
    await page.locator('.ant-popover').getByRole('button', { name: 'Gộp thành' }).click()
    await page.getByRole('button', { name: 'Hoàn tác' }).first().click()
    await page.getByText('Đã hoàn tác').waitFor()
  })
})
