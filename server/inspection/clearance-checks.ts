import { sql } from 'kysely'
import { z } from 'zod'
import { requireGroup } from '#server/access/column-groups.ts'
import { openGroup } from '#server/cadres/restricted.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command, query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { unchanged } from '#server/kernel/versions.ts'
import { words } from './open-inspection.ts'

const GROUP = 'political_clearance'

/** Questions asked and answered, for who was granted the group, with a reason that stays in the log. */
export const clearanceChecks = query({
  name: 'inspection.clearance_checks',
  records: 'view',
  input: z.strictObject({
    asOf: isoDate.optional(),
    reason: words('Hãy ghi lý do xem; lý do được lưu vào nhật ký.').refine(
      (reason) => reason.length >= 10,
      'Hãy ghi lý do xem, ít nhất 10 ký tự.',
    ),
  }),
  output: z.object({
    rows: z.array(
      z.object({
        id: z.number(),
        cadreId: z.number(),
        name: z.string(),
        question: z.string(),
        basis: z.string(),
        askedOn: z.string(),
        dueOn: z.string(),
        answeredOn: z.string().nullable(),
        answer: z.string().nullable(),
        documentNo: z.string().nullable(),
        state: z.enum(['open', 'overdue', 'answered']),
        version: z.number(),
      }),
    ),
  }),
  async run(ctx, { asOf = ctx.today }) {
    await requireGroup(ctx, GROUP)
    const { rows } = await sql<{
      id: number
      cadreId: number
      name: string
      question: string
      basis: string
      askedOn: string
      dueOn: string
      answeredOn: string | null
      answer: string | null
      documentNo: string | null
      state: 'open' | 'overdue' | 'answered'
      version: number
    }>`select q.id, q.cadre_id as "cadreId", c.full_name as name, q.question, q.basis,
        q.asked_on::text as "askedOn", q.due_on::text as "dueOn",
        q.answered_on::text as "answeredOn", q.answer, q.document_no as "documentNo", q.version,
        case when q.answered_on is not null then 'answered'
          when q.due_on < ${asOf}::date then 'overdue' else 'open' end as state
      from clearance_check q join cadre c on c.id = q.cadre_id
      where q.asked_on <= ${asOf}::date
      order by q.answered_on is not null, q.due_on, q.id`.execute(ctx.db)
    return { rows }
  },
})

export const askClearance = command({
  name: 'inspection.ask_clearance',
  input: z.strictObject({
    cadreId: wholeNumber,
    question: words('Hãy ghi vấn đề cần thẩm tra.'),
    basis: words('Hãy ghi căn cứ, lý do thẩm tra.'),
    askedOn: isoDate.optional(),
    dueOn: isoDate,
  }),
  output: z.object({ id: z.number() }),
  about: ({ cadreId }, { id }) => ({
    cadreId,
    caseRef: `clearance:${id}`,
    unlogged: ['question', 'basis'],
  }),
  async run(ctx, { cadreId, question, basis, askedOn = ctx.today, dueOn }) {
    await openGroup(ctx, GROUP, cadreId, basis)
    if (dueOn < askedOn) throw new Refusal('invalid', 'Hạn trả lời phải sau ngày yêu cầu.')
    const known = await sql`select from cadre where id = ${cadreId}`.execute(ctx.db)
    if (known.rows.length === 0)
      throw new Refusal('not_found', 'Không có hồ sơ này. Hãy chọn lại trong danh bạ.')
    const { rows } = await sql<{ id: number }>`
      insert into clearance_check (cadre_id, question, basis, asked_on, due_on, account_name)
      values (${cadreId}, ${question}, ${basis}, ${askedOn}, ${dueOn}, ${ctx.actor.name})
      returning id`.execute(ctx.db)
    return { id: rows[0]?.id ?? 0 }
  },
})

export const answerClearance = command({
  name: 'inspection.answer_clearance',
  input: z.strictObject({
    id: wholeNumber,
    version: wholeNumber,
    answeredOn: isoDate.optional(),
    answer: words('Hãy ghi kết quả thẩm tra.'),
    documentNo: words('Hãy ghi số văn bản trả lời.'),
  }),
  output: z.object({ version: z.number() }),
  about: ({ id }) => ({ caseRef: `clearance:${id}`, unlogged: ['answer', 'documentNo'] }),
  async run(ctx, { id, version, answeredOn = ctx.today, answer, documentNo }) {
    await requireGroup(ctx, GROUP)
    const { rows } = await sql<{ version: number; askedOn: string; closed: boolean }>`
      select version, asked_on::text as "askedOn", answered_on is not null as closed
      from clearance_check where id = ${id} for update`.execute(ctx.db)
    const [held] = rows
    if (!held) throw new Refusal('not_found', 'Không có yêu cầu thẩm tra này. Hãy tải lại trang.')
    unchanged(held, { version })
    if (held.closed) throw new Refusal('conflict', 'Yêu cầu này đã được trả lời.')
    if (answeredOn < held.askedOn)
      throw new Refusal('invalid', 'Ngày trả lời không thể trước ngày yêu cầu.')
    await sql`update clearance_check set answered_on = ${answeredOn}, answer = ${answer},
      document_no = ${documentNo} where id = ${id}`.execute(ctx.db)
    return { version: version + 1 }
  },
})
