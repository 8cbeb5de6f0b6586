import { describe, expect } from 'vitest'
import { choose, test } from './walk.ts'
import { walked } from './walked.ts'

const WIDER = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

describe('anybody, without an account', () => {
  test('reads what is public, writes without a name, and reads the answer by a code', async ({
    walk: { page, open, enter, barriers },
  }) => {
    await open('/cong-khai/quang-binh')
    await page.getByRole('heading', { name: 'Công khai công tác cán bộ' }).waitFor()
    await page.getByText('Tổng số người đang công tác').waitFor()
    expect(await barriers()).toEqual([])
    await page
      .getByLabel('Nội dung', { exact: true })
      .fill('Đề nghị công bố thêm tiêu chuẩn của từng vị trí còn trống để mọi người biết.')
    await page.getByRole('button', { name: 'Gửi', exact: true }).click()
    const code = (await page.locator('.reply-code').textContent()) ?? ''

    await enter('quang-binh', 'tinh', '/gop-y?ngay=2024-10-31&loc=unassigned')
    await page
      .getByRole('link', { name: /^Góp ý, phản ánh/ })
      .last()
      .click()
    await page.getByText('Đề nghị công bố thêm tiêu chuẩn').waitFor()
    await page.getByText('Không ghi tên').waitFor()
    await page.getByRole('radio', { name: 'Không về đơn vị nào' }).check()
    await choose(page.getByLabel('Đơn vị giải quyết'), 'Sở Nội vụ', 'Sở Nội vụ')
    await page.getByLabel('Yêu cầu').fill('Xem xét, trả lời trong tuần')
    await page.getByRole('button', { name: 'Giao giải quyết' }).click()
    await page
      .getByLabel('Nội dung trả lời (người gửi đọc được)')
      .fill('Sở sẽ đăng tiêu chuẩn từ kỳ công khai tới.')
    await page.getByRole('button', { name: 'Trả lời', exact: true }).click()
    await page.getByText('Sở sẽ đăng tiêu chuẩn').last().waitFor()
    expect(await barriers()).toEqual([])

    await page.context().clearCookies()
    await open('/cong-khai/quang-binh')
    await page.getByLabel('Mã đã nhận khi gửi').fill(code)
    await page.getByRole('button', { name: 'Xem trả lời' }).click()
    await page.getByText('Sở sẽ đăng tiêu chuẩn từ kỳ công khai tới.').waitFor()
  })

  test('sees no person, and nothing behind the door', async ({ walk: { page } }) => {
    const url = `${walked().url}/api`
    const shown = await (await page.request.get(`${url}/public/lang-son`)).text()
    await page.request.post(`${url}/sign-in`, {
      data: { province: 'lang-son', username: 'tinh', password: 'Ngang-Tam-2026' },
    })
    const { rows } = (await (
      await page.request.get(`${url}/cadres?asOf=2026-10-28&limit=500`)
    ).json()) as { rows: { fullName: string; recordNo: string }[] }
    expect(rows.length).toBeGreaterThan(100)
    expect(
      rows.filter(({ fullName, recordNo }) =>
        [fullName, recordNo].some((one) => shown.includes(one)),
      ),
    ).toEqual([])
    await page.context().clearCookies()
    for (const path of ['publications', 'petitions', 'briefings', 'pledges/units', 'regulations'])
      expect((await page.request.get(`${url}/${path}`)).status()).toBe(401)
  })

  test('finds the page on a phone', async ({ phone }) => {
    await phone.open('/cong-khai/ben-tre')
    await phone.page.getByText('Tổng số người đang công tác').waitFor()
    expect(await phone.page.evaluate(WIDER)).toBe(0)
    expect(await phone.barriers()).toEqual([])
  })
})

test('an officer looks at what would be shown, publishes it and takes it back', async ({
  walk: { page, enter, barriers },
}) => {
  await enter('vinh-phuc', 'tinh', '/cong-khai?ngay=2025-01-05')
  await page.getByRole('button', { name: 'Công khai: Số liệu về đội ngũ' }).first().click()
  const drawer = page.getByRole('dialog')
  await drawer.getByText('Tổng số người đang công tác').waitFor()
  await drawer.getByLabel('Số văn bản').fill('7/TB-SNV')
  await drawer.getByLabel('Người ký').fill('Giám đốc Sở Nội vụ')
  expect(await barriers()).toEqual([])
  await drawer.getByRole('button', { name: 'Công khai', exact: true }).click()
  await page.getByText('05/01/2025 – 04/01/2026').waitFor()
  await page.getByRole('link', { name: 'Số liệu về đội ngũ' }).first().click()
  await page.getByText('7/TB-SNV').waitFor()
  await page.getByRole('button', { name: 'Thu hồi' }).click()
  await page.getByRole('tooltip').getByLabel('Lý do').fill('Rà lại số liệu')
  await page.getByRole('tooltip').getByRole('button', { name: 'Thu hồi' }).click()
  await page.getByText('Đã thu hồi ngày 05/01/2025').first().waitFor()
})

test('a cadre scans the code in the room, answers the quiz and pledges', async ({
  phone,
  walk,
}) => {
  await walk.enter('ben-tre', 'tinh', '/pho-bien?ngay=2024-12-31')
  await walk.page.getByRole('link', { name: /ký cam kết tu dưỡng/ }).click()
  await walk.page.getByRole('button', { name: 'Hiện mã điểm danh' }).click()
  await walk.page.getByRole('img', { name: 'Điểm danh' }).waitFor()
  expect(await walk.barriers()).toEqual([])
  const code = await walk.page.getByText(/^\d+\.\d+\.[\w-]{22}$/).textContent()

  const { page } = phone
  await phone.enter('ben-tre', 'canbo', `/diem-danh?ma=${encodeURIComponent(code ?? '')}`)
  await page.getByRole('button', { name: 'Điểm danh' }).click()
  await page.getByText('Hướng dẫn ký cam kết tu dưỡng').waitFor()
  await page.getByRole('link', { name: 'Học tập, cam kết của tôi' }).click()
  await page
    .getByLabel(/^Cam kết năm 2024/)
    .fill('Trả lời hồ sơ trước hạn một ngày, học xong lớp quản lý nhà nước trong quý ba.')
  await page.getByRole('button', { name: /^(Ký cam kết|Ghi)$/ }).click()
  await page.getByText('Trả lời hồ sơ trước hạn một ngày').last().waitFor()
  expect(await page.evaluate(WIDER)).toBe(0)
  expect(await phone.barriers()).toEqual([])
})

describe('the register of regulations', () => {
  test('says who has none, and takes a file', async ({ walk: { page, enter, barriers } }) => {
    await enter('ben-tre', 'tinh', '/quy-che?ngay=2024-12-31')
    await page
      .getByRole('button', { name: /^Gửi quy chế: / })
      .first()
      .click()
    const drawer = page.getByRole('dialog')
    await drawer.getByLabel('Tên quy chế').fill('Quy chế phân công, phân cấp năm 2024')
    await drawer.getByLabel('Số quyết định').fill('815/QĐ-SYT')
    await drawer.getByLabel('Người ký').fill('Giám đốc')
    await drawer.locator('input[type=file]').setInputFiles({
      name: 'quy-che.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4'),
    })
    await drawer.getByRole('button', { name: 'Ghi', exact: true }).click()
    await page.getByText('815/QĐ-SYT').waitFor()
    await page.getByRole('link', { name: 'Tải tệp' }).first().waitFor()
    expect(await barriers()).toEqual([])
  })

  test('and the pledges of a unit, on a phone', async ({ phone }) => {
    await phone.enter('ben-tre', 'so', '/cam-ket?ngay=2024-12-31')
    await phone.page.getByRole('link', { name: 'Sở Y tế' }).click()
    await phone.page.getByText('Chưa ký').first().waitFor()
    expect(await phone.page.evaluate(WIDER)).toBe(0)
    expect(await phone.barriers()).toEqual([])
  })
})
