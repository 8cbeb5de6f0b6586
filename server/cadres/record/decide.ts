import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { tidy } from '#server/kernel/text.ts'
import { mustBeInSight } from '../restricted.ts'
import { performChange } from './change.ts'
import { ownCadre } from './declare.ts'
import { SECTIONS, type SectionCode } from './dictionary.ts'
import { mayWrite } from './may-write.ts'
import { factForChange, type Values } from './rows.ts'

const verdictShape = z.strictObject({
  itemId: wholeNumber,
  verdict: z.enum(['approve', 'return'], { error: 'Chỉ nhận: approve, return.' }),
  reason: z.string().max(500).transform(tidy).optional(),
  /** Approves although the record changed after the declaration: both values were seen. */
  overrule: z.boolean().default(false),
})

type Verdict = z.output<typeof verdictShape>

interface StoredItem {
  id: number
  declaration_id: number
  cadre_id: number
  section: SectionCode
  act: 'add' | 'correct' | 'end'
  row_id: number | null
  before: Values
  proposed: Values
  document_id: number | null
  state: string
  needs_managing_body: boolean
  unit_decided_by: string | null
}

/** Approves or returns a declaration field by field; what is approved last changes the record. */
export const decideDeclaration = command({
  name: 'cadres.decide_declaration',
  input: z.strictObject({
    declarationId: wholeNumber,
    verdicts: z.array(verdictShape).min(1, 'Chưa chọn nội dung nào để duyệt.').max(200),
  }),
  output: z.object({
    cadreId: z.number(),
    items: z.array(z.object({ itemId: z.number(), state: z.string() })),
  }),
  about: ({ declarationId }, { cadreId }) => ({
    cadreId,
    caseRef: `declaration:${declarationId}`,
    unlogged: ['reason'],
  }),
  async run(ctx, { declarationId, verdicts }) {
    const stored = await itemsFor(ctx, declarationId)
    const cadreId = stored[0]?.cadre_id
    if (cadreId === undefined) throw noDeclaration()
    await mustBeInSight(ctx, cadreId)
    if (ctx.actor.cadreId === cadreId)
      throw new Refusal('against_rule', 'Không ai duyệt bản khai của chính mình.')
    await ctx.house.keepApart(ctx, [cadreId], 'appraise')
    const items = []
    for (const verdict of verdicts) {
      const item = stored.find(({ id }) => id === verdict.itemId)
      if (!item)
        throw new Refusal('not_found', `Bản khai này không có nội dung số ${verdict.itemId}.`)
      items.push({ itemId: item.id, state: await decideItem(ctx, item, verdict) })
    }
    return { cadreId, items }
  },
})

/** The person takes back what is not yet decided. */
export const withdrawDeclaration = command({
  name: 'cadres.withdraw_declaration',
  input: z.strictObject({ declarationId: wholeNumber }),
  output: z.object({ cadreId: z.number(), withdrawn: z.number() }),
  about: ({ declarationId }, { cadreId }) => ({ cadreId, caseRef: `declaration:${declarationId}` }),
  async run(ctx, { declarationId }) {
    const cadreId = ownCadre(ctx)
    const { rows } = await sql`update declaration_item set state = 'withdrawn'
      where declaration_id = ${declarationId} and cadre_id = ${cadreId}
        and state in ('waiting_unit', 'waiting_managing_body') returning id`.execute(ctx.db)
    if (rows.length > 0) return { cadreId, withdrawn: rows.length }
    throw new Refusal('conflict', 'Bản khai này không còn nội dung nào chờ duyệt để rút.')
  },
})

async function itemsFor({ db }: Context, declarationId: number): Promise<StoredItem[]> {
  const { rows } = await sql<StoredItem>`select id, declaration_id, cadre_id, section, act, row_id,
      before, proposed, document_id, state, needs_managing_body, unit_decided_by
    from declaration_item where declaration_id = ${declarationId} order by id for update`.execute(
    db,
  )
  return rows
}

export const noDeclaration = () =>
  new Refusal('not_found', 'Không có bản khai này, hoặc hồ sơ do đơn vị khác quản lý.')

async function decideItem(ctx: Context, item: StoredItem, verdict: Verdict): Promise<string> {
  const { label } = SECTIONS[item.section]
  if (!item.state.startsWith('waiting_'))
    throw new Refusal('conflict', `Mục “${label}” của bản khai này đã được giải quyết.`)
  await mayWrite(ctx, item.section)
  mayDecideStage(ctx, item)
  if (verdict.verdict === 'return') return returnItem(ctx, item, verdict)
  if (item.state === 'waiting_unit' && item.needs_managing_body) {
    await sql`update declaration_item set state = 'waiting_managing_body',
      unit_decided_by = ${ctx.actor.name}, unit_decided_at = now() where id = ${item.id}`.execute(
      ctx.db,
    )
    return 'waiting_managing_body'
  }
  if (!verdict.overrule) await refuseIfChangedMeanwhile(ctx, item)
  const { changeId } = await performChange(ctx, {
    cadreId: item.cadre_id,
    section: item.section,
    act: item.act,
    ...(item.row_id !== null && { rowId: item.row_id }),
    values: item.proposed,
    basis: { basis: 'declaration', reason: `Bản khai số ${item.declaration_id}` },
    documentId: item.document_id,
  })
  await sql`update declaration_item set state = 'approved', change_id = ${changeId},
    decided_by = ${ctx.actor.name}, decided_at = now() where id = ${item.id}`.execute(ctx.db)
  return 'approved'
}

/** The managing body is a second pair of eyes: whole-province officers, and not who approved first. */
function mayDecideStage({ actor }: Context, item: StoredItem): void {
  if (item.state !== 'waiting_managing_body') return
  if (actor.scope !== null)
    throw new Refusal(
      'forbidden',
      `Mục “${SECTIONS[item.section].label}” chờ cơ quan quản lý cán bộ của tỉnh duyệt.`,
    )
  if (item.unit_decided_by === actor.name)
    throw new Refusal(
      'against_rule',
      'Anh/chị đã duyệt bước của đơn vị. Bước của cơ quan quản lý cần một người khác.',
    )
}

async function returnItem(ctx: Context, item: StoredItem, { reason = '' }: Verdict) {
  if (reason.length < 5)
    throw new Refusal('invalid', 'Hãy ghi lý do trả lại, để người khai biết cần bổ sung gì.')
  await sql`update declaration_item set state = 'returned', return_reason = ${reason},
    decided_by = ${ctx.actor.name}, decided_at = now() where id = ${item.id}`.execute(ctx.db)
  return 'returned'
}

async function refuseIfChangedMeanwhile({ db }: Context, item: StoredItem): Promise<void> {
  if (item.row_id === null) return
  const { section, cadre_id, before, proposed } = item
  const stored = await factForChange(db, section, cadre_id, item.row_id)
  const now = stored?.values ?? {}
  const differs = Object.keys(proposed).some(
    (name) => (now[name] ?? null) !== (before[name] ?? null),
  )
  if (!differs) return
  const current = Object.fromEntries(Object.keys(proposed).map((name) => [name, now[name] ?? null]))
  throw new Refusal(
    'conflict',
    `Mục “${SECTIONS[section].label}” đã đổi sau khi khai. Hãy xem cả hai giá trị rồi duyệt đè hoặc trả lại. Chưa ghi gì.`,
    { itemId: item.id, before, stored: current, proposed },
  )
}
