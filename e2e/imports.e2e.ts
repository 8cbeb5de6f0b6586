import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { file, NAMES, sheet } from '#server/cadres/imports/lists-of-tests.ts'
import { test } from './walk.ts'

const SAMPLE = join(import.meta.dirname, '../samples/Danh-sach-cong-chuc-So-Noi-vu-Quang-Binh.xlsx')

describe('importing a list', () => {
  test('previews, writes, writes nothing twice, and is undone', async ({
    walk: { page, enter, open },
  }) => {
    await enter('quang-binh', 'tinh', '/nhap-du-lieu')
    await page.locator('input[type=file]').setInputFiles(SAMPLE)
    await page.getByText('Ô nguồn và giá trị sẽ ghi').waitFor()
    expect(await page.getByText('chưa ghi gì vào hồ sơ').count()).toBeGreaterThan(0)
    await page.getByRole('button', { name: /^Ghi \d+ dòng/ }).click()
    await page
      .getByText(/Đã ghi/)
      .first()
      .waitFor()
    await open('/nhap-du-lieu')
    await page.locator('input[type=file]').setInputFiles(SAMPLE)
    await page.getByText('không có gì mới so với hồ sơ').waitFor()
    await open('/nhap-du-lieu')
    await page.getByRole('button', { name: 'Hoàn tác' }).first().click()
    await page.locator('.ant-popover').getByRole('button', { name: 'Hoàn tác' }).click()
    await page.getByText('Đã hoàn tác').first().waitFor()
  })

  test('several tables in a file: the officer ticks which are read, and names their unit', async ({
    walk: { page, enter, barriers },
  }) => {
    const rows = [[1, 'Lục Văn Hai', '1/2/1980', 'Nam', 'Chuyên viên']]
    const below = [['DANH SÁCH CÔNG CHỨC SỞ Y TẾ'], NAMES, [1, 'Lục Thị Ba', '1981', 'Nữ', 'CV']]
    const children = [[1, 'Lục Thị Năm', 2010, 'Con', 'Trường tiểu học']]
    const { bytes } = await file(
      sheet('Sở Tài chính', NAMES, [...rows, ...below]),
      sheet('Con cán bộ', ['TT', 'Họ và tên', 'Năm sinh', 'Quan hệ', 'Nơi học'], children),
    )
    await enter('quang-binh', 'tinh', '/nhap-du-lieu')
    await page.locator('input[type=file]').setInputFiles({
      name: 'nhieu-bang.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(bytes),
    })
    const other = page.getByRole('checkbox', { name: /^Con cán bộ/ })
    await other.waitFor()
    expect(await other.isChecked()).toBe(false)
    expect(await barriers()).toEqual([])
    await page.getByRole('button', { name: 'Ghi 2 dòng' }).waitFor()
    await page.getByText('Sở Y tế (theo tiêu đề)').waitFor()
    await page.getByRole('checkbox', { name: /^Sở Tài chính, dòng 4/ }).click()
    await page.getByRole('button', { name: 'Ghi 1 dòng' }).waitFor()
  })

  test('a file that is no list is refused in words', async ({ walk: { page, enter } }) => {
    await enter('quang-binh', 'tinh', '/nhap-du-lieu')
    await page.locator('input[type=file]').setInputFiles({
      name: 'hong.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from('đây không phải là tệp Excel'),
    })
    await page
      .getByText(/không phải|không đọc được|hỏng/i)
      .first()
      .waitFor()
  })
})
