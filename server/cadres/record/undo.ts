import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { keptWhereServing, written } from './change.ts'
import { SECTIONS, type SectionCode } from './dictionary.ts'
import { notOwn } from './edit.ts'
import { factForChange, removeFact, updateFact, type Values } from './rows.ts'

interface Undoable {
  id: number
  cadre_id: number
  section: SectionCode
  row_id: number
  act: string
  before: Values | null
  after: Values | null
  document_id: number | null
  account_name: string
}

/** Takes back the last change of a fact, by whoever made it, while nothing leans on it. */
export const undoChange = command({
  name: 'cadres.undo_change',
  input: z.strictObject({ changeId: wholeNumber }),
  output: z.object({ changeId: z.number(), cadreId: z.number() }),
  about: (_, { cadreId }) => ({ cadreId }),
  async run(ctx, { changeId }) {
    const change = await changeOf(ctx, changeId)
    if (change.account_name !== ctx.actor.name)
      throw new Refusal(
        'forbidden',
        'Chỉ người đã sửa mới hoàn tác được. Người khác hãy sửa lại, nêu lý do.',
      )
    notOwn(ctx, change.cadre_id)
    return undone(ctx, change)
  },
})

/** The same for a change that is part of something larger, whose own undo was allowed. */
export const takeBack = async (ctx: Context, changeId: number) =>
  undone(ctx, await changeOf(ctx, changeId))

async function undone(
  ctx: Context,
  change: Undoable,
): Promise<{ changeId: number; cadreId: number }> {
  const changeId = change.id
  await refuseIfLeanedOn(ctx, change)
  if (change.document_id && change.before === null)
    await sql`update record_document set row_id = null where id = ${change.document_id}`.execute(
      ctx.db,
    )
  const { section, cadre_id, row_id, before } = change
  const stored = await factForChange(ctx.db, section, cadre_id, row_id)
  if (
    !stored ||
    Object.entries(change.after ?? {}).some(([name, value]) => stored.values[name] !== value)
  )
    throw laterChanged()
  await written(ctx, section, async (db) => {
    if (before) await updateFact(db, section, stored, differing(before, stored.values))
    else await removeFact(db, section, row_id)
  })
  const { id } = await ctx.db
    .insertInto('record_change')
    .values({
      cadre_id,
      section,
      row_id,
      act: 'undo',
      before: JSON.stringify(change.after),
      after: before ? JSON.stringify(before) : null,
      basis: 'correction',
      reason: `Hoàn tác lần sửa số ${changeId}`,
      undoes: changeId,
      account_name: ctx.actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await keptWhereServing(ctx, section, cadre_id)
  return { changeId: id, cadreId: cadre_id }
}

/** Only what differs is written back: a field given by the house itself is never touched. */
const differing = (before: Values, now: Values): Values =>
  Object.fromEntries(Object.entries(before).filter(([name, value]) => now[name] !== value))

async function changeOf({ db }: Context, changeId: number): Promise<Undoable> {
  const { rows } = await sql<Undoable>`select id, cadre_id, section, row_id, act, before, after,
      document_id, account_name from record_change where id = ${changeId} for update`.execute(db)
  const [change] = rows
  if (!change)
    throw new Refusal('not_found', 'Không có lần sửa này, hoặc hồ sơ do đơn vị khác quản lý.')
  if (change.act === 'undo')
    throw new Refusal('against_rule', 'Đây là một lần hoàn tác. Hãy sửa lại, nêu lý do.')
  return change
}

const laterChanged = () =>
  new Refusal(
    'conflict',
    'Sau lần sửa này hồ sơ đã thay đổi tiếp. Hãy sửa lại, nêu lý do. Chưa ghi gì.',
  )

async function refuseIfLeanedOn({ db }: Context, change: Undoable): Promise<void> {
  const { rows } = await sql<{
    later: boolean
    undone: boolean
    declared: boolean
    papers: boolean
  }>`
    select
      exists (select from record_change l where l.cadre_id = ${change.cadre_id}
        and l.section = ${change.section} and l.row_id = ${change.row_id}
        and l.id > ${change.id}) as later,
      exists (select from record_change u where u.undoes = ${change.id}) as undone,
      exists (select from declaration_item i where i.change_id = ${change.id}
        or (i.section = ${change.section} and i.row_id = ${change.row_id}
          and i.cadre_id = ${change.cadre_id}
          and i.state in ('waiting_unit', 'waiting_managing_body'))) as declared,
      exists (select from record_document d where d.cadre_id = ${change.cadre_id}
        and d.section = ${change.section} and d.row_id = ${change.row_id}
        and d.id is distinct from ${change.document_id}::integer
        and ${change.before === null}::boolean) as papers`.execute(db)
  const [leaning] = rows
  if (leaning?.undone) throw new Refusal('conflict', 'Lần sửa này đã được hoàn tác.')
  if (leaning?.later) throw laterChanged()
  const { label } = SECTIONS[change.section]
  if (leaning?.declared)
    throw new Refusal(
      'conflict',
      `Mục “${label}”: có bản khai dựa vào dòng này. Hãy giải quyết bản khai, hoặc sửa lại, nêu lý do.`,
    )
  if (leaning?.papers)
    throw new Refusal(
      'conflict',
      `Mục “${label}”: đã có tài liệu gắn vào dòng này. Hãy sửa lại, nêu lý do.`,
    )
}
