import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect } from 'vitest'
import { test } from './walk.ts'
import { walked } from './walked.ts'

const ROOT = join(import.meta.dirname, '..')
const run = promisify(execFile)

async function ngangtam(...args: string[]) {
  const env = { ...process.env, NGANGTAM_DATA: walked().dataFolder, DATABASE_URL: '' }
  const { stdout } = await run(join(ROOT, 'bin/ngangtam'), [...args, '--json'], { env })
  return JSON.parse(stdout)
}

describe('periodic reports', () => {
  test('Lạng Sơn 2024: from a late agency to the consolidated report of 15/12', async ({
    walk: { page, enter, open, barriers },
  }) => {
    const board = '/bao-cao-dinh-ky?bao-cao=ls-nam&ky=2024-11-15'
    const as = async (account: string) => {
      // Whoever hands in does not take in; signing in over another session ends that one.
      await page.context().clearCookies()
      await enter('lang-son', account, `${board}&ngay=2024-11-12`)
      await page.getByRole('link', { name: 'Sở Nội vụ', exact: true }).click()
    }
    await enter('lang-son', 'tinh', `${board}&ngay=2024-11-12`)
    await page.getByText('15/11/2024').first().waitFor()
    expect(await barriers()).toEqual([])
    await as('so')
    await page.getByRole('heading', { name: '2. Kết quả thực hiện chỉ tiêu' }).waitFor()
    await page.getByRole('cell', { name: 'LS-T4' }).first().waitFor()
    await page.getByText('Chưa viết mục “Khó khăn, hạn chế và nguyên nhân”.').waitFor()

    await page
      .getByRole('textbox', { name: 'Công tác lãnh đạo, chỉ đạo' })
      .fill('Đã ban hành kế hoạch của Sở.')
    await page
      .getByRole('textbox', { name: 'Khó khăn, hạn chế và nguyên nhân' })
      .fill('Thiếu nguồn cán bộ trẻ.')
    await page
      .getByRole('textbox', { name: 'Đề xuất, kiến nghị' })
      .fill('Đề nghị mở thêm lớp bồi dưỡng.')
    await page.getByRole('button', { name: 'Lưu nội dung' }).click()
    await page.getByText('Đã lưu.').first().waitFor()
    await page.getByLabel('Số công văn gửi kèm').fill('88/BC-SNV')
    await page.getByRole('button', { name: 'Nộp báo cáo' }).click()
    await page.getByText('Chờ nhận', { exact: true }).first().waitFor()
    await as('tinh')
    await page.getByLabel('Nhận xét, lý do trả lại').fill('Nêu rõ số lớp.')
    await page.getByRole('button', { name: 'Trả lại' }).click()
    await page.getByText('Nêu rõ số lớp.').waitFor()
    await as('so')
    await page
      .getByRole('textbox', { name: 'Đề xuất, kiến nghị' })
      .fill('Đề nghị mở hai lớp bồi dưỡng.')
    await page.getByRole('button', { name: 'Lưu nội dung' }).click()
    await page.getByRole('button', { name: 'Nộp báo cáo' }).and(page.locator(':enabled')).click()
    await page.getByText('Chờ nhận', { exact: true }).first().waitFor()
    await as('tinh')
    await page.getByRole('button', { name: 'Nhận báo cáo' }).click()
    await page.getByText('Đã nhận', { exact: true }).first().waitFor()

    await open(`${board}&ngay=2024-11-20&cham=true`)
    await page.getByText('Chậm', { exact: true }).first().waitFor()
    expect(await page.getByRole('link', { name: 'Sở Nội vụ', exact: true }).count()).toBe(0)

    await open('/bao-cao-dinh-ky?bao-cao=ls-tong-hop&ky=2024-12-15&ngay=2024-12-10')
    await page.getByRole('link', { name: 'Sở Nội vụ', exact: true }).click()
    await page.getByText('Thiếu nguồn cán bộ trẻ.').waitFor()
    await page.getByText(/cơ quan chưa có báo cáo được nhận/).waitFor()
    await page.getByLabel('Số báo cáo').fill('215/BC-SNV')
    await page.getByLabel('Người ký').fill('Giám đốc Sở Nội vụ')
    await page.getByRole('button', { name: 'Ký, chốt báo cáo' }).click()
    await page.getByText('Đã ký 215/BC-SNV').waitFor()
    const [word] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Word' }).click(),
    ])
    expect(word.suggestedFilename()).toMatch(/^ls-tong-hop .+\.docx$/)
    expect(await barriers()).toEqual([])
  })

  test('Quảng Bình: agencies say what they need, the organisation board compiles it', async ({
    walk: { page, enter },
  }) => {
    const at = ['--province', 'quang-binh', '--on', '2024-10-31']
    const folder = mkdtempSync(join(tmpdir(), 'report-'))
    const texts = join(folder, 'noi-dung.json')
    const words = { 'nhu-cau': 'Cần một phó giám đốc từ nguồn tại chỗ.', 'de-xuat': 'Quý I/2025.' }
    writeFileSync(texts, JSON.stringify(words))
    const opened = await ngangtam('report', 'open', 'qb-nhu-cau', ...at)
    expect(opened.opened).toBeGreaterThan(20)
    const agency = ['qb-nhu-cau', '--unit', 'Sở Y tế', ...at]
    await ngangtam('report', 'fill', ...agency, '--texts', texts)
    await ngangtam('report', 'submit', ...agency, '--number', '12/BC-SYT')
    const taken = await ngangtam('report', 'accept', ...agency)
    expect(taken.state).toBe('accepted')

    await enter('quang-binh', 'tinh', '/bao-cao-dinh-ky?bao-cao=qb-tong-hop&ky=2024')
    await page.getByRole('link', { name: 'Ban Tổ chức Tỉnh ủy' }).click()
    await page.getByText('Cần một phó giám đốc từ nguồn tại chỗ.').waitFor()
    await page
      .getByRole('cell', { name: 'Còn khuyết' })
      .or(page.getByText('Còn khuyết'))
      .first()
      .waitFor()

    const whole = ['qb-tong-hop', ...at]
    const file = join(folder, 'tong-hop.pdf')
    const signing = ['--number', '30/BC-BTC', '--signer', 'Trưởng ban', '-o', file]
    const signed = await ngangtam('report', 'freeze', ...whole, ...signing)
    expect(signed).toMatchObject({ state: 'signed', reportNo: '30/BC-BTC' })
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('fits a phone', async ({ phone: { page, enter } }) => {
    await enter('lang-son', 'tinh', '/bao-cao-dinh-ky?bao-cao=ls-nam&ky=2024-11-15&ngay=2024-11-12')
    await page.getByText('15/11/2024').first().waitFor()
    const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
    expect(wide).toBe(false)
  })
})
