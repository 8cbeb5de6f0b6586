import { describe, expect } from 'vitest'
import { test, type Walk } from './walk.ts'

const BT = 'ben-tre-4447-kh-ubnd-2018'
const REPORT = 'Báo cáo đột xuất khi có yêu cầu'

const QUARTER = 'Đánh giá, xếp loại từng quý'

/** Opens the task due on a day from the list of what waits for the reader, one unit's if named. */
async function openOwn({ page }: Walk, due: string, task = REPORT, unit = ''): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: due }).filter({ hasText: unit })
  await row.getByRole('link', { name: task }).click()
  await page.getByRole('heading', { name: 'Diễn biến' }).waitFor()
}

describe('Bến Tre, from the end of 2018 through 2019', () => {
  test('waits for a strategy, starts with a request, hands in, accepts', async ({ walk }) => {
    const { page, enter, open } = walk
    await enter('ben-tre', 'tinh', `/nhiem-vu?ngay=2018-12-20&van-ban=${BT}`)
    const strategy = page.getByRole('row').filter({ hasText: 'BT-K1.2a' })
    await strategy.getByText('Chưa bắt đầu').waitFor()
    const studied = page.getByRole('row').filter({ hasText: 'BT-K1.1a' })
    await studied.getByText('31/12/2018').waitFor()

    await open(`/nhiem-vu?ngay=2019-09-05&van-ban=${BT}&bang=su-kien`)
    const event = page.getByRole('row').filter({ hasText: 'special_report_requested' })
    await event.getByRole('button', { name: 'Ghi sự kiện' }).click()
    await page.getByLabel('Số, ký hiệu văn bản').fill('Công văn 4321/UBND-TH')
    await page.getByLabel('Hạn tỉnh đặt').fill('30/09/2019')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Ghi', exact: true }).click()
    await event.getByText('Công văn 4321/UBND-TH').waitFor()

    // Signing in over another session ends that one: each has its own cookies.
    await page.context().clearCookies()
    await enter('ben-tre', 'so', '/viec-cua-toi?ngay=2019-09-20')
    await openOwn(walk, '30/09/2019')
    await page.getByRole('button', { name: 'Nộp sản phẩm' }).click()
    await page.getByLabel('Nội dung').fill('Báo cáo của Sở Y tế theo yêu cầu')
    await page.getByLabel('Số, ký hiệu văn bản').fill('210/BC-SYT')
    await page.getByRole('button', { name: 'Ghi', exact: true }).click()
    await page.getByText('nộp ngày 20/09/2019').first().waitFor()

    await page.context().clearCookies()
    await enter('ben-tre', 'tinh', '/viec-cua-toi?ngay=2019-09-25')
    await openOwn(walk, '30/09/2019')
    await page.getByRole('button', { name: 'Nghiệm thu' }).click()
    await page.getByLabel('Lý do').fill('Đủ nội dung theo yêu cầu')
    await page.getByRole('button', { name: 'Ghi', exact: true }).click()
    await page.getByText('nghiệm thu 25/09/2019').first().waitFor()

    await open(`/nhiem-vu?ngay=2019-10-07&van-ban=${BT}&bang=don-vi`)
    await page
      .getByText(/^Quá hạn \d+$/)
      .first()
      .waitFor()
    expect(page.url()).toContain('bang=don-vi')
  })
})

describe('Vĩnh Phúc, the last quarter of 2024', () => {
  test('rates by products, hands the result in, and sees task and target together', async ({
    walk,
  }) => {
    const { page, enter, open } = walk
    await enter('vinh-phuc', 'so', '/danh-gia?ngay=2024-12-20')
    await page.getByRole('heading', { name: /Đánh giá, xếp loại, quý (IV|4)\/2024/ }).waitFor()
    await page.getByRole('table').getByRole('link').first().click()
    await page
      .getByText(/Trần 20 %|20 %/)
      .first()
      .waitFor()

    await open('/viec-cua-toi?ngay=2024-12-20')
    await openOwn(walk, '31/12/2024', QUARTER)
    await page.getByRole('button', { name: 'Nộp sản phẩm' }).click()
    await page.getByLabel('Nội dung').fill('Kết quả xếp loại quý IV của Sở')
    await page.getByLabel('Số, ký hiệu văn bản').fill('98/BC-SGDĐT')
    await page.getByRole('button', { name: 'Ghi', exact: true }).click()
    await page.getByText('nộp ngày 20/12/2024').first().waitFor()

    await page.context().clearCookies()
    await enter('vinh-phuc', 'tinh', '/viec-cua-toi?ngay=2024-12-24')
    await openOwn(walk, '31/12/2024', QUARTER, 'Sở Giáo dục và Đào tạo')
    await page.getByRole('button', { name: 'Nghiệm thu' }).click()
    await page.getByLabel('Lý do').fill('Đúng giới hạn 20 %')
    await page.getByRole('button', { name: 'Ghi', exact: true }).click()
    await page.getByText('nghiệm thu 24/12/2024').first().waitFor()
    await page.getByText('VP-T2').first().waitFor()

    await open('/quy-che?ngay=2024-12-24')
    await page.getByText('Quy chế đánh giá theo quý, bằng sản phẩm').first().waitFor()
  })
})

describe('a task table of the province', () => {
  test('is pasted, looked at, kept and followed', async ({ walk: { page, enter } }) => {
    await enter('vinh-phuc', 'tinh', '/nhiem-vu')
    await page.getByRole('button', { name: 'Thêm văn bản từ bảng' }).click()
    await page.getByLabel('Số, ký hiệu').fill('45/KH-UBND')
    await page.getByLabel('Cơ quan ban hành').fill('UBND tỉnh')
    await page.getByLabel('Trích yếu').fill('Kế hoạch giao việc thử')
    await page
      .getByLabel('Bảng giao việc')
      .fill('Nhiệm vụ\tChủ trì\tThời hạn\tSản phẩm\nLập đề án thử\tSở Nội vụ\tQuý I/2025\tĐề án')
    await page.getByRole('button', { name: 'Xem trước' }).click()
    await page.getByText('1 việc đọc được').waitFor()
    await page.getByRole('button', { name: 'Ghi', exact: true }).click()
    await page
      .getByRole('row')
      .filter({ hasText: 'Lập đề án thử' })
      .getByText('31/03/2025')
      .waitFor()
  })
})

describe('no barriers', () => {
  for (const path of ['/nhiem-vu', '/viec-cua-toi', '/lich', '/nhiem-vu?bang=su-kien']) {
    test(`${path} at a desk`, async ({ walk }) => {
      await walk.enter('lang-son', 'tinh', path)
      expect(await walk.barriers()).toEqual([])
    })
  }
})

test('the state of each task is in sight on a phone', async ({ phone: { page, enter } }) => {
  await enter('lang-son', 'tinh', '/nhiem-vu')
  const row = page.getByRole('row').filter({ hasText: 'LS-K7' })
  const box = await row.locator('.tag').first().boundingBox()
  expect((box?.x ?? 999) + (box?.width ?? 999)).toBeLessThanOrEqual(390)
})
