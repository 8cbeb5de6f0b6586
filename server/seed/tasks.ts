import { advanceIds, type Database, type Db, insertRows } from '#server/kernel/database.ts'
import { assignmentsOn } from '#server/tasks/assignments.ts'
import { contextOn } from './context-on.ts'
import { Diary } from './task-diary.ts'

interface Event {
  event: string
  on: string
  document: string
  dueOn?: string
}

/** What happened in each province, and the days its tasks are filled up to, oldest first. */
const LIVED: Record<string, { days: string[]; directive: string; events: Event[] }> = {
  'ben-tre': {
    directive: 'ben-tre-4447-kh-ubnd-2018',
    days: ['2019-12-31', '2024-12-31'],
    events: [
      {
        event: 'special_report_requested',
        on: '2019-05-10',
        document: 'Công văn của UBND tỉnh yêu cầu báo cáo đột xuất',
        dueOn: '2019-05-31',
      },
      {
        event: 'talent_strategy_issued',
        on: '2023-07-31',
        document: 'Quyết định 899/QĐ-TTg ngày 31/7/2023',
        dueOn: '2024-06-30',
      },
    ],
  },
  'lang-son': {
    directive: 'lang-son-12-kh-ubnd-2024',
    days: ['2024-12-31', '2025-12-31', '2026-10-28'],
    events: [
      {
        event: 'interim_review_guidance',
        on: '2025-08-11',
        document: 'Hướng dẫn sơ kết của Ban Tổ chức Tỉnh ủy',
        dueOn: '2025-12-15',
      },
    ],
  },
  'quang-binh': {
    directive: 'quang-binh-01-da-tu-2021',
    days: ['2024-10-31'],
    events: [
      {
        event: 'department_structure_drafted',
        on: '2021-09-06',
        document: 'Tờ trình của Sở Nội vụ về tổ chức bộ máy cơ quan chuyên môn',
        dueOn: '2021-11-30',
      },
    ],
  },
  'vinh-phuc': { directive: 'vinh-phuc-giua-nhiem-ky-2023', days: ['2024-12-31'], events: [] },
}

/** Progress, evidence, extensions, overdue and unanswered tasks, as a few years leave them behind. */
export async function carryOutTasks(database: Database, trx: Db, code: string): Promise<void> {
  const lived = LIVED[code]
  if (!lived) return
  const { directive, days, events } = lived
  await insertRows(
    trx,
    'task_event',
    events.map(({ event, on, document, dueOn }) => ({
      ...{ directive, event, occurred_on: on, document, due_on: dueOn ?? null },
      ...{ account_name: 'tinh', entered_at: `${on}T09:00:00+07:00` },
    })),
  )
  const last = days.at(-1) ?? ''
  const diary = new Diary(code, last)
  for (const day of days) {
    const ctx = contextOn(database, trx, { code, name: code }, day)
    for (const held of await assignmentsOn(ctx, { on: day })) diary.live(held, day)
  }
  await insertRows(trx, 'task_entry', diary.entries)
  await insertRows(trx, 'task_words', diary.words)
  await insertRows(trx, 'task_step', diary.steps)
  await advanceIds(trx, ['task_entry'])
}
