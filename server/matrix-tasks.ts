import { sql } from 'kysely'
import { UNITS } from './cast.ts'
import type { Context } from './kernel/context.ts'

const AS_OF = '2024-10-31'

/** What the matrix asks the questions about tasks with. */
export const ASKED_OF_TASKS: Record<string, readonly object[]> = {
  'tasks.list': [{ asOf: AS_OF }, { asOf: AS_OF, unitId: UNITS.home.id }],
  'tasks.task': [
    { directive: 'lang-son-12-kh-ubnd-2024', task: 'LS-K7', period: '2024-11-15', asOf: AS_OF },
  ],
  'tasks.assignment': [UNITS.home, UNITS.health].map(({ id }) => ({
    directive: 'lang-son-12-kh-ubnd-2024',
    task: 'LS-K6.2',
    unitId: id,
    asOf: AS_OF,
  })),
  'tasks.evidence': [{ entryId: 1 }],
  'tasks.preview_directive': [
    {
      pasted: 'Nhiệm vụ\tChủ trì\tThời hạn\nLập kế hoạch\tSở Y tế\tQuý IV/2024',
      followedBy: 'Sở Nội vụ',
      from: AS_OF,
    },
  ],
}

/** Words and evidence of one unit that name a person: what no other unit may read. */
export async function writeTaskOf(ctx: Context, unitId: number): Promise<void> {
  await sql`insert into task_entry
      (id, directive, task, unit_id, period, kind, on_day, account_name)
    values (1, 'lang-son-12-kh-ubnd-2024', 'LS-K6.2', ${unitId}, '', 'progress', '2024-03-01', 'thu')`.execute(
    ctx.db,
  )
  await sql`insert into task_words
      (entry_id, unit_id, by_name, says, file_name, media_type, content)
    values (1, ${unitId}, 'Ngô Thị Thu', 'Ngô Thị Thu lập', 'x.pdf', 'application/pdf', 'Ngô Thị Thu')`.execute(
    ctx.db,
  )
}
