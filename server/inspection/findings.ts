import { sql } from 'kysely'
import { z } from 'zod'
import { mustBeInSight } from '#server/cadres/restricted.ts'
import type { Context } from '#server/kernel/context.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { codeOf, wholeNumber } from '#server/kernel/inputs.ts'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { unchanged } from '#server/kernel/versions.ts'
import { caseNamed } from './cases.ts'
import { inspectionNamed } from './inspections.ts'
import { RECOMMENDATIONS } from './kinds.ts'
import { mustBeUnit, words } from './open-inspection.ts'

const about = ({ id }: { id: number }) => ({ caseRef: `inspection:${id}` })

/** What was found wrong, against which clause, about which case or person. */
export const recordFinding = command({
  name: 'inspection.record_finding',
  input: z.strictObject({
    id: wholeNumber,
    case: z.string().trim().optional(),
    cadreId: wholeNumber.optional(),
    step: z.string().optional(),
    says: words('Hãy ghi vi phạm, thiếu sót.'),
    clause: words('Hãy ghi văn bản, điều, mục bị vi phạm.'),
    foundOn: isoDate.optional(),
  }),
  output: z.object({ findingId: z.number() }),
  about,
  async run(ctx, { id, case: typed, cadreId, step, says, clause, foundOn = ctx.today }) {
    await mustBeOpen(ctx, id, foundOn)
    if (cadreId !== undefined) await mustBeInSight(ctx, cadreId)
    const one = typed ? await caseNamed(ctx, typed) : null
    const person = cadreId ?? one?.cadreId ?? null
    const { rows } = await sql<{ id: number }>`
      insert into finding (inspection_id, case_ref, cadre_id, step, says, clause, found_on, account_name)
      values (${id}, ${one?.ref ?? null}, ${person}, ${step ?? null}, ${says}, ${clause},
        ${foundOn}, ${ctx.actor.name}) returning id`.execute(ctx.db)
    return { findingId: rows[0]?.id ?? 0 }
  },
})

/** What a unit must do by when about a finding or about the whole. */
export const recommend = command({
  name: 'inspection.recommend',
  input: z.strictObject({
    id: wholeNumber,
    findingId: wholeNumber.optional(),
    unitId: wholeNumber.optional(),
    kind: codeOf(RECOMMENDATIONS),
    asks: words('Hãy ghi nội dung kiến nghị.'),
    dueOn: isoDate,
  }),
  output: z.object({ recommendationId: z.number() }),
  about,
  async run(ctx, { id, findingId, unitId, kind, asks, dueOn }) {
    const head = await inspectionNamed(ctx, id, ctx.today)
    if (dueOn < head.startsOn)
      throw new Refusal('invalid', 'Hạn thực hiện không thể trước ngày bắt đầu kiểm tra.')
    const to = unitId ?? head.unitId
    if (unitId) await mustBeUnit(ctx, unitId, ctx.today)
    const cadreId = await personOf(ctx, id, findingId)
    if (kind === 'handle_person' && cadreId === null)
      throw new Refusal(
        'invalid',
        'Kiến nghị xử lý người phải gắn với một vi phạm của người đó. Hãy chọn vi phạm.',
      )
    const { rows } = await sql<{ id: number }>`
      insert into recommendation (inspection_id, finding_id, unit_id, cadre_id, kind, asks, due_on,
        account_name)
      values (${id}, ${findingId ?? null}, ${to}, ${cadreId}, ${kind}, ${asks}, ${dueOn},
        ${ctx.actor.name}) returning id`.execute(ctx.db)
    return { recommendationId: rows[0]?.id ?? 0 }
  },
})

async function personOf({ db }: Context, id: number, findingId?: number): Promise<number | null> {
  if (findingId === undefined) return null
  const { rows } = await sql<{ cadreId: number | null }>`select cadre_id as "cadreId" from finding
    where id = ${findingId} and inspection_id = ${id}`.execute(db)
  if (rows[0]) return rows[0].cadreId
  throw new Refusal('not_found', 'Vi phạm này không thuộc cuộc kiểm tra. Hãy tải lại trang.')
}

/** The conclusion closes the inspection; recommendations go on until they are accepted. */
export const concludeInspection = command({
  name: 'inspection.conclude',
  input: z.strictObject({
    id: wholeNumber,
    version: wholeNumber,
    concludedOn: isoDate,
    conclusionNo: words('Hãy ghi số kết luận.'),
    conclusion: words('Hãy ghi nội dung kết luận.'),
  }),
  output: z.object({ version: z.number() }),
  about,
  async run(ctx, { id, version, concludedOn, conclusionNo, conclusion }) {
    await sql`select from inspection where id = ${id} for update`.execute(ctx.db)
    const head = await mustBeOpen(ctx, id, concludedOn)
    unchanged(head, { version })
    await sql`update inspection set concluded_on = ${concludedOn}, conclusion_no = ${conclusionNo},
      conclusion = ${conclusion} where id = ${id}`.execute(ctx.db)
    return { version: version + 1 }
  },
})

async function mustBeOpen(ctx: Context, id: number, on: string) {
  const head = await inspectionNamed(ctx, id, '9999-12-30')
  if (head.concludedOn !== null)
    throw new Refusal('conflict', 'Cuộc này đã có kết luận. Hãy tải lại trang.')
  if (on < head.startsOn)
    throw new Refusal('invalid', 'Ngày này trước ngày bắt đầu. Hãy chọn ngày từ lúc bắt đầu.')
  return head
}
