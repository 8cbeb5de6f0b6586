import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { codeOf, wholeNumber } from '#server/kernel/inputs.ts'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { columnOf, SECTIONS, type SectionCode } from './dictionary.ts'
import { mustBeDeclared } from './may-write.ts'
import { type Fact, factForChange, type Values } from './rows.ts'
import { answerRound } from './supplement.ts'
import { checkedValues, rawValues } from './values.ts'

const declaredChange = z.strictObject({
  section: codeOf(SECTIONS),
  act: z.enum(['add', 'correct', 'end'], { error: 'Chỉ nhận: add, correct, end.' }),
  rowId: wholeNumber.optional(),
  values: rawValues,
  documentId: wholeNumber.optional(),
})

/** The person behind the account declares changes; nothing in the record moves until approved. */
export const declare = command({
  name: 'cadres.declare',
  input: z.strictObject({
    values: z.array(declaredChange).min(1, 'Bản khai chưa có thay đổi nào.').max(100),
    note: z.string().max(1000).optional(),
    roundId: wholeNumber.optional(),
  }),
  output: z.object({ declarationId: z.number(), items: z.number(), cadreId: z.number() }),
  about: (_, { cadreId, declarationId }) => ({
    cadreId,
    caseRef: `declaration:${declarationId}`,
    unlogged: ['note'],
  }),
  async run(ctx, { values: changes, note, roundId }) {
    const cadreId = ownCadre(ctx)
    const { id: declarationId } = await ctx.db
      .insertInto('declaration')
      .values({
        cadre_id: cadreId,
        account_name: ctx.actor.name,
        note: note ?? null,
        round_id: roundId ?? null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const isManaged = await managedAbove(ctx, cadreId)
    let items = 0
    for (const change of changes)
      for (const item of await itemsOf(ctx, cadreId, change)) {
        await addItem(ctx, { cadreId, declarationId, isManaged }, change, item)
        items += 1
      }
    if (roundId !== undefined) await answerRound(ctx, roundId, cadreId, declarationId)
    return { declarationId, items, cadreId }
  },
})

export function ownCadre({ actor }: Context): number {
  if (actor.cadreId !== null) return actor.cadreId
  throw new Refusal(
    'forbidden',
    'Tài khoản này chưa gắn với hồ sơ nào. Hãy nhờ người quản trị gắn tài khoản với hồ sơ của anh/chị.',
  )
}

type Declared = z.output<typeof declaredChange>
interface Item {
  before: Values
  proposed: Values
  rowId: number | null
}

/** A correction is approved field by field; a fact added or ended is one thing. */
async function itemsOf(ctx: Context, cadreId: number, change: Declared): Promise<Item[]> {
  const { section, act, values } = change
  mustBeDeclared(section)
  if (act === 'add') {
    if (SECTIONS[section].rows === 'one')
      throw new Refusal('invalid', `Mục “${SECTIONS[section].label}” đã có; hãy khai sửa.`)
    const proposed = await checkedValues(ctx.db, section, values, null)
    return [{ before: {}, proposed, rowId: null }]
  }
  if (act === 'end' && !SECTIONS[section].until)
    throw new Refusal('invalid', `Mục “${SECTIONS[section].label}” không có ngày kết thúc.`)
  const rowId = change.rowId ?? cadreId
  const stored = await storedFor(ctx, section, cadreId, rowId)
  const checked = await checkedValues(ctx.db, section, values, stored.values)
  const changing = Object.entries(checked).filter(
    ([name, value]) => (stored.values[name] ?? null) !== value,
  )
  if (changing.length === 0)
    throw new Refusal('invalid', `Mục “${SECTIONS[section].label}”: các giá trị giống hồ sơ.`)
  return changing.map(([name, value]) => ({
    before: { [name]: stored.values[name] ?? null },
    proposed: { [name]: value },
    rowId,
  }))
}

async function storedFor(
  { db }: Context,
  section: SectionCode,
  cadreId: number,
  rowId: number,
): Promise<Pick<Fact, 'values'>> {
  const stored = await factForChange(db, section, cadreId, rowId)
  if (stored) return stored
  if (SECTIONS[section].rows === 'one' && rowId === cadreId) return { values: {} }
  throw new Refusal('not_found', `Mục “${SECTIONS[section].label}” không có dòng này trong hồ sơ.`)
}

async function addItem(
  ctx: Context,
  of: { cadreId: number; declarationId: number; isManaged: boolean },
  { section, act, documentId }: Declared,
  { before, proposed, rowId }: Item,
): Promise<void> {
  await refuseIfWaiting(ctx, of.cadreId, section, rowId, proposed)
  if (documentId !== undefined) await mustBeEvidence(ctx, of.cadreId, section, documentId)
  const managed = Object.keys(proposed).some((name) => columnOf(section, name).managed)
  const unitReads = await unitMayRead(ctx, section)
  await ctx.db
    .insertInto('declaration_item')
    .values({
      declaration_id: of.declarationId,
      cadre_id: of.cadreId,
      section,
      act,
      row_id: rowId,
      before: JSON.stringify(before),
      proposed: JSON.stringify(proposed),
      document_id: documentId ?? null,
      state: unitReads ? 'waiting_unit' : 'waiting_managing_body',
      needs_managing_body: !unitReads || (managed && of.isManaged),
    })
    .execute()
}

/** Who holds a post managed above the agency has key facts confirmed there as well. */
async function managedAbove({ db, today }: Context, cadreId: number): Promise<boolean> {
  const { rows } = await sql`select from tenure t join post p on p.id = t.post_id
    where t.cadre_id = ${cadreId} and t.during @> ${today}::date
      and p.managed_by in ('central', 'standing_committee')`.execute(db)
  return rows.length > 0
}

/** What officers of units may not read goes to the managing body at once. */
async function unitMayRead({ db, today }: Context, section: SectionCode): Promise<boolean> {
  const { restricted } = SECTIONS[section]
  if (!restricted) return true
  const { rows } = await sql`select from column_group_grant g join role r on r.code = g.role
    where r.sees = 'unit' and g.column_group = ${restricted} and not g.own_record_only
      and g.during @> ${today}::date`.execute(db)
  return rows.length > 0
}

async function refuseIfWaiting(
  { db }: Context,
  cadreId: number,
  section: SectionCode,
  rowId: number | null,
  proposed: Values,
): Promise<void> {
  if (rowId === null) return
  const { rows } = await sql<{ id: number }>`select declaration_id as id from declaration_item
    where cadre_id = ${cadreId} and section = ${section} and row_id = ${rowId}
      and state in ('waiting_unit', 'waiting_managing_body')
      and proposed ?| ${Object.keys(proposed)}::text[]`.execute(db)
  if (rows[0])
    throw new Refusal(
      'conflict',
      `Mục “${SECTIONS[section].label}” đang có bản khai số ${rows[0].id} chờ duyệt. Hãy rút bản ấy trước.`,
    )
}

async function mustBeEvidence(
  { db }: Context,
  cadreId: number,
  section: SectionCode,
  documentId: number,
): Promise<void> {
  const { rows } = await sql`select from record_document
    where id = ${documentId} and cadre_id = ${cadreId} and section = ${section}`.execute(db)
  if (rows.length === 0)
    throw new Refusal('not_found', `Không có minh chứng số ${documentId} trong mục này.`)
}
