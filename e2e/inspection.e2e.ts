import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect } from 'vitest'
import { choose, test } from './walk.ts'
import { walked } from './walked.ts'

const PATH = '/kiem-tra-giam-sat?ngay=2026-10-28'

/** The same case from the command line, while the server runs. */
async function inspected(ref: string): Promise<{ step: string; state: string }[]> {
  const env = { ...process.env, NGANGTAM_DATA: walked().dataFolder, DATABASE_URL: '' }
  const asked = ['inspect', 'case', ref, '--province', 'lang-son', '--json']
  const { stdout } = await promisify(execFile)(
    join(import.meta.dirname, '../bin/ngangtam'),
    asked,
    { env },
  )
  return JSON.parse(stdout)
}

describe('inspection of cadre work', () => {
  test('goes from a warning to the case behind it and its steps', async ({ walk }) => {
    const { page, enter, barriers } = walk
    await enter('lang-son', 'tinh', PATH)
    await page.getByRole('link', { name: 'Bổ nhiệm lãnh đạo từ 40 tuổi' }).click()
    const compare = page.getByRole('link', { name: /Đối chiếu appointment:\d+/ }).first()
    const [ref = ''] = /appointment:\d+/.exec((await compare.textContent()) ?? '') ?? []
    await compare.click()
    const older = page.getByRole('row').filter({ hasText: 'Từ 40 tuổi' })
    await older.getByText('Không đạt').waitFor()
    await older.getByText('Mục III.3.5').waitFor()
    expect(await barriers()).toEqual([])
    const steps = await inspected(ref)
    expect(await page.locator('main tbody tr').count()).toBe(steps.length)
    expect(steps).toContainEqual({
      ...{ step: 'older', clause: '12/KH-UBND · Mục III.3.5', state: 'not_met' },
      evidence: expect.stringContaining('tuổi'),
    })
  })

  test('writes next year’s plan and gives a recommendation more time', async ({ walk }) => {
    const { page, enter, barriers } = walk
    await enter('vinh-phuc', 'tinh', '/kiem-tra-giam-sat?phan=cuoc&ngay=2024-12-20')
    await page.getByRole('button', { name: 'Ghi kế hoạch năm' }).click()
    await page.getByLabel('Năm', { exact: true }).last().fill('2031')
    await page.getByLabel('Trích yếu').fill('Kế hoạch kiểm tra công tác cán bộ năm 2031')
    await page.getByLabel('Số kế hoạch').fill('20/KH-SNV')
    await page.getByLabel('Chức vụ người ký').fill('Giám đốc Sở Nội vụ')
    await page.getByLabel('Mục đích, yêu cầu').fill('Phát hiện sớm thiếu sót.')
    await page.getByRole('button', { name: 'Ghi', exact: true }).click()
    await page.getByText('Đã ghi').first().waitFor()
    await walk.open('/kiem-tra-giam-sat?phan=cuoc&nam=2031')
    await page.getByText('20/KH-SNV').waitFor()
    const [word] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Kế hoạch (Word)' }).click(),
    ])
    expect(word.suggestedFilename()).toBe('Kế hoạch kiểm tra 2031.docx')

    await walk.open('/kiem-tra-giam-sat?phan=kien-nghi')
    await page.getByRole('button', { name: 'Gia hạn' }).first().click()
    await page.getByLabel('Hạn mới').fill('30/11/2030')
    await page.keyboard.press('Enter')
    await page.getByLabel('Lý do gia hạn').fill('Chờ tài liệu của cơ quan lưu trữ')
    await page.getByRole('button', { name: 'Ghi', exact: true }).click()
    await page.getByText('30/11/2030').first().waitFor()
    expect(await barriers()).toEqual([])
  })

  test('opens political clearance for a reason, asks and answers', async ({ walk }) => {
    const { page, enter, barriers } = walk
    await enter('lang-son', 'tinh', `${PATH}&phan=tham-tra`)
    expect(await page.getByText('lịch sử chính trị').count()).toBe(0)
    await page.getByLabel('Lý do xem').fill('Thẩm tra nhân sự quy hoạch')
    await page.getByRole('button', { name: 'Xem việc thẩm tra' }).click()
    const overdue = page.getByRole('row').filter({ hasText: 'ở nước ngoài' })
    await overdue.getByText('Quá hạn').waitFor()
    expect(await barriers()).toEqual([])
    await overdue.getByRole('button', { name: 'Ghi kết quả' }).click()
    await page.getByLabel('Kết quả thẩm tra').fill('Không có vấn đề phải xem xét')
    await page.getByLabel('Số văn bản trả lời').fill('52-CV/BTCTU')
    await page.getByRole('button', { name: 'Ghi', exact: true }).click()
    await overdue.getByText('52-CV/BTCTU').waitFor()
  })

  test('a unit supervises the one above it', async ({ walk }) => {
    const { page, enter } = walk
    await enter('lang-son', 'so', `${PATH}&phan=cuoc`)
    await page.getByRole('button', { name: 'Giám sát cấp trên' }).click()
    const above = page.getByRole('combobox', { name: 'Đơn vị cấp trên' })
    await choose(above, 'Tỉnh Lạng Sơn', 'Tỉnh Lạng Sơn')
    await page.getByLabel('Nội dung').fill('Giám sát việc trả lời đề nghị của sở')
    await page.getByLabel('Căn cứ').fill('Quy chế giám sát')
    await page.getByLabel('Giám sát từ ngày').fill('01/09/2026')
    await page.keyboard.press('Enter')
    await page.getByLabel('Đề nghị trả lời trước').fill('30/11/2026')
    await page.keyboard.press('Enter')
    await page.getByLabel('Điều đã thấy').fill('Hai đề nghị chưa được trả lời')
    await page.getByLabel('Văn bản, điều, mục liên quan').fill('Mục III.7')
    await page.getByRole('textbox', { name: 'Kiến nghị' }).fill('Trả lời trong 30 ngày')
    await page.getByRole('button', { name: 'Ghi', exact: true }).click()
    await page.getByRole('link', { name: 'Giám sát việc trả lời đề nghị của sở' }).waitFor()
  })

  test('shows the year, one inspection and how its cases were drawn', async ({ walk }) => {
    const { page, enter, barriers } = walk
    await enter('lang-son', 'tinh', `${PATH}&phan=cuoc`)
    await page.getByRole('link', { name: 'Kiểm tra việc bổ nhiệm, điều động' }).click()
    await page.getByText('Trưởng đoàn').first().waitFor()
    expect(await barriers()).toEqual([])
  })
})
