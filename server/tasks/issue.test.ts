import { describe, expect } from 'vitest'
import { writeWorkbook } from '#server/office/workbook.ts'
import { test } from '#server/testing.ts'
import { readDue } from './due-words.ts'
import { recordEvent } from './events.ts'
import { issueDirective, previewDirective } from './issue.ts'
import { taskList } from './list.ts'
import { addWorkingDays, nextWorked, workingDays } from './working-days.ts'

const PASTED = [
  'TT\tNội dung nhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tThời hạn\tSản phẩm',
  '1\tLập kế hoạch tổ chức\tSở Nội vụ\tCác sở, ban, ngành\tQuý IV/2024\tKế hoạch',
  '2\tBáo cáo năm\tCác sở, ban, ngành và UBND các huyện\tSở Nội vụ\tTrước 15/11 hằng năm\tBáo cáo',
  '3\tĐề án tuyển chọn\tSở Y tế\t\tTrong 10 ngày làm việc sau khi Trung ương hướng dẫn\tĐề án',
].join('\n')

const HEAD = {
  number: '45/KH-UBND',
  title: 'Kế hoạch thử',
  issuer: 'UBND tỉnh',
  issuedOn: '2024-03-01',
  from: '2024-03-01',
  followedBy: 'Sở Nội vụ',
}

describe('a directive from a task table', () => {
  test('is previewed, stored, and carried out like a pack', async ({ ctx }) => {
    const preview = await previewDirective(ctx, { pasted: PASTED, followedBy: 'Sở Nội vụ' })
    expect(preview).toMatchObject({ tasks: 3, problems: [], events: ['trung ương hướng dẫn'] })
    const { id } = await issueDirective(ctx, { ...HEAD, pasted: PASTED })
    expect(id).toBe('45-kh-ubnd-2024')
    await recordEvent(ctx, { event: 'event_1', on: '2024-08-29', document: 'CV 1' })
    const { rows } = await taskList(ctx, { directive: '45/KH-UBND', asOf: '2024-10-31' })
    expect(rows.map(({ id: task, due, state, units }) => [task, due, state, units])).toEqual([
      ['TT-K1', '2024-12-31', 'open', 1],
      ['TT-K2', '2024-11-15', 'soon', 3],
      ['TT-K3', '2024-09-16', 'overdue', 1],
    ])
    await expect(issueDirective(ctx, { ...HEAD, pasted: PASTED })).rejects.toMatchObject({
      kind: 'conflict',
    })
  })

  test('the same from an Excel file', async ({ ctx }) => {
    const [header = '', ...rows] = PASTED.split('\n')
    const bytes = await writeWorkbook([
      {
        name: 'Phụ lục',
        title: ['PHỤ LỤC GIAO VIỆC'],
        columns: header.split('\t').map((name) => ({ header: name })),
        rows: rows.map((row) => row.split('\t')),
      },
    ])
    const file = { name: 'phu-luc.xlsx', bytes }
    expect(await previewDirective(ctx, { file, followedBy: 'Sở Nội vụ' })).toMatchObject({
      tasks: 3,
    })
  })

  test('names the cell that cannot be read, and stores nothing', async ({ ctx }) => {
    const pasted = PASTED.replace('Sở Y tế', 'Sở Y tê').replace('Quý IV/2024', 'sớm nhất')
    const { problems } = await previewDirective(ctx, { pasted, followedBy: 'Sở Nội vụ' })
    expect(problems).toMatchObject([{ row: 2, column: 'due', blocks: true }])
    const unknown = PASTED.replace('Sở Y tế', 'Sở Y học')
    const preview = await previewDirective(ctx, { pasted: unknown, followedBy: 'Sở Nội vụ' })
    expect(preview.problems[0]?.says).toContain('có phải “Sở Y tế”')
    await expect(issueDirective(ctx, { ...HEAD, pasted: unknown })).rejects.toMatchObject({
      kind: 'invalid',
    })
    await expect(previewDirective(ctx, { pasted: 'a\tb', followedBy: 'x' })).rejects.toMatchObject({
      kind: 'invalid',
    })
  })

  test('keeps cells of several lines together, and says which rows became no task', async ({
    ctx,
  }) => {
    const [header = '', first = '', , third = ''] = PASTED.split('\n')
    const merged = '\t\tSở Y tế\t\t31/12/2024\tBáo cáo'
    const twoLines = first.replace('Lập kế hoạch tổ chức', '"Lập kế hoạch\ntổ chức"')
    const rows = ['I\tVề tổ chức', '', twoLines, third.replace('Sở Y tế', 'Sở Y học'), 'Nơi nhận:']
    const { lines, problems } = await previewDirective(ctx, {
      ...{ pasted: [header, ...rows].join('\n'), followedBy: 'Sở Nội vụ' },
    })
    expect(lines[1]).toMatchObject({ row: 4, label: 'Lập kế hoạch tổ chức', due: 'Quý IV/2024' })
    expect(problems).toMatchObject([
      { row: 2, column: 'label', blocks: false, says: expect.stringContaining('đề mục') },
      { row: 5, column: 'lead', blocks: true },
      { row: 6, column: 'label', blocks: false, says: expect.stringContaining('bỏ qua') },
    ])
    const lost = await previewDirective(ctx, {
      ...{ pasted: [header, first, merged].join('\n'), followedBy: 'Sở Nội vụ' },
    })
    expect(lost.problems).toMatchObject([{ row: 3, column: 'label', blocks: true }])
  })

  test.for([
    ['31/12/2026', { by: '2026-12-31' }],
    ['trước ngày 15/11/2026', { by: '2026-11-15', before: true }],
    ['trước 15/11 hằng năm', { yearly: ['11-15'], before: true }],
    ['quý 2 năm 2026', { quarter: '2026-Q2' }],
    ['tháng 6/2026', { by: '2026-06-30' }],
    ['Trong năm 2026', { year: 2026 }],
    ['từ năm 2026', { from: '2026-01-01' }],
    ['Thường xuyên', 'lasting'],
    ['định kỳ 6 tháng, năm', { yearly: ['06-30', '12-31'] }],
    ['30/02/2026', null],
    ['ngày 15 tháng 6 năm 2026', { by: '2026-06-15' }],
    ['Trước ngày 06 tháng 6 năm 2026', { by: '2026-06-06', before: true }],
    ['ngày 16 tháng 6 năm 2026', { by: '2026-06-16' }],
    ['hoàn thành trước 26 tháng 12 năm 2026', { by: '2026-12-26', before: true }],
    ['15/6 năm 2026', { by: '2026-06-15' }],
    ['trước ngày 15 tháng 11 hằng năm', { yearly: ['11-15'], before: true }],
    ['ngày 15 tháng 6', null],
    ['trong 16 tháng', null],
    ['6 tháng đầu năm 2026', { by: '2026-06-30' }],
    ['06 tháng cuối năm 2026', { by: '2026-12-31' }],
    ['6 tháng, năm', { yearly: ['06-30', '12-31'] }],
    ['trong 6 tháng sau khi Nghị quyết ban hành', { after: '' }],
  ] as const)('“%s” is read as %j', ([cell, due]) => {
    expect(readDue(cell).due).toEqual(due)
  })
})

test('working days leave out weekends and days off', () => {
  const holidays = new Set(['2024-09-02', '2024-09-03'])
  expect(workingDays('2024-08-30', '2024-09-05', holidays)).toBe(2)
  expect(addWorkingDays('2024-08-30', 1, holidays)).toBe('2024-09-04')
  expect(nextWorked('2024-08-31', holidays)).toBe('2024-09-04')
})
