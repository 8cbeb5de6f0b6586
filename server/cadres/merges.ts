import { sql } from 'kysely'
import { z } from 'zod'
import { accountsFollowPerson, accountsReturnToPerson } from '#server/access/accounts-of-person.ts'
import type { Context } from '#server/kernel/context.ts'
import { atomically, type Db } from '#server/kernel/database.ts'
import { flag, wholeNumber } from '#server/kernel/inputs.ts'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import {
  type LeftOut,
  type Moved,
  moveRows,
  putBack,
  referencesToPeople,
  returnRows,
  storedRow,
} from './merge-rows.ts'
import {
  type Merged,
  mergeValues,
  moveOneRowFacts,
  onePerPerson,
  restoreValues,
} from './merge-values.ts'
import { tableLabel } from './table-labels.ts'

const LEAST_REASON = 10

const mergeAnswer = z.object({
  mergeId: z.number().nullable(),
  keptId: z.number(),
  moved: z.array(z.object({ label: z.string(), rows: z.number() })),
  /** Rows the kept record cannot take beside its own; undo brings them back. */
  leftOut: z.array(z.object({ label: z.string(), row: z.record(z.string(), z.unknown()) })),
})

/** Two records become one: which value stays is said per field, every row follows. */
export const mergeRecords = command({
  name: 'cadres.merge',
  input: z.strictObject({
    keepId: wholeNumber,
    goneId: wholeNumber,
    /** `identity.ethnicity`: fields that take the value of the record that goes. */
    take: z.array(z.string().max(80)).max(100).default([]),
    reason: z
      .string()
      .trim()
      .min(LEAST_REASON, `Hãy ghi căn cứ gộp hồ sơ, ít nhất ${LEAST_REASON} ký tự.`)
      .max(500),
    dryRun: flag.default(false),
  }),
  output: mergeAnswer,
  about: ({ keepId }, { mergeId }) => ({
    cadreId: keepId,
    caseRef: mergeId === null ? null : `merge:${mergeId}`,
  }),
  async run(ctx, { dryRun, ...asked }) {
    if (asked.keepId === asked.goneId)
      throw new Refusal('invalid', 'Hãy chọn hai hồ sơ khác nhau để gộp.')
    await ctx.house.keepApart(ctx, [asked.keepId, asked.goneId], 'decide')
    if (!dryRun) return merged(ctx, asked)
    const tried: { answer?: z.output<typeof mergeAnswer> } = {}
    await atomically(ctx.db, async (db) => {
      tried.answer = await merged({ ...ctx, db }, asked)
      throw new OnlyTried()
    }).catch((error: unknown) => {
      if (!(error instanceof OnlyTried)) throw error
    })
    if (!tried.answer) throw new Error('A merge was tried without an answer')
    return { ...tried.answer, mergeId: null }
  },
})

class OnlyTried extends Error {}

interface Asked {
  keepId: number
  goneId: number
  take: readonly string[]
  reason: string
}

async function merged(
  ctx: Context,
  { keepId, goneId, take, reason }: Asked,
): Promise<z.output<typeof mergeAnswer>> {
  const { db } = ctx
  // Always in one order, so that two officers merging the same pair wait instead of blocking.
  for (const id of [keepId, goneId].toSorted((a, b) => a - b)) await lockedRecord(db, id)
  const gone = await lockedRecord(db, goneId)
  const plan = await mergeValues(ctx, keepId, goneId, take)
  const leftOut: LeftOut[] = [...plan.leftOut]
  const moved: Moved[] = []
  for (const reference of await referencesToPeople(db)) {
    const done = await moveRows(db, reference, goneId, keepId)
    moved.push(...done.moved)
    leftOut.push(...done.leftOut)
  }
  const facts = await moveOneRowFacts(db, goneId, keepId)
  const accounts = await accountsFollowPerson(ctx, goneId, keepId)
  if (accounts.length > 0) moved.push({ table: 'account', column: 'cadre_id', keys: accounts })
  await db.deleteFrom('cadre').where('id', '=', goneId).execute()
  const replaced = await plan.write()
  const { id } = await db
    .insertInto('cadre_merge')
    .values({
      cadre_id: keepId,
      gone_id: goneId,
      gone_record_no: String(gone.record_no),
      gone_name: String(gone.full_name),
      gone: JSON.stringify(gone),
      moved: JSON.stringify([...moved, ...facts]),
      left_out: JSON.stringify(leftOut),
      replaced: JSON.stringify(replaced),
      reason,
      account_name: ctx.actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return {
    mergeId: id,
    keptId: keepId,
    moved: moved.map(({ table, keys }) => ({ label: tableLabel(table), rows: keys.length })),
    leftOut: leftOut
      .filter(({ table }) => !onePerPerson(table))
      .map(({ table, row }) => ({ label: tableLabel(table), row })),
  }
}

async function lockedRecord(db: Db, id: number): Promise<Record<string, unknown>> {
  const row = await storedRow(db, 'cadre', 'id', id)
  if (row) return row
  throw new Refusal(
    'not_found',
    'Một trong hai hồ sơ không còn, hoặc đã được gộp. Hãy mở lại danh sách hồ sơ trùng.',
  )
}

/** Brings the merged record back with its rows, as long as nothing since then stands in the way. */
export const undoMerge = command({
  name: 'cadres.undo_merge',
  input: z.strictObject({ mergeId: wholeNumber }),
  output: z.object({ goneId: z.number(), keptId: z.number() }),
  about: ({ mergeId }, { keptId }) => ({ cadreId: keptId, caseRef: `merge:${mergeId}` }),
  async run(ctx, { mergeId }) {
    const { db } = ctx
    const merge = await db
      .selectFrom('cadre_merge')
      .selectAll()
      .where('id', '=', mergeId)
      .forUpdate()
      .executeTakeFirst()
    if (!merge) throw new Refusal('not_found', `Không có lần gộp hồ sơ số ${mergeId}.`)
    if (merge.undone_at) throw new Refusal('conflict', 'Lần gộp này đã được hoàn tác.')
    const { cadre_id: keptId, gone_id: goneId } = merge
    await ctx.house.keepApart(ctx, [keptId], 'decide')
    await restoreValues(db, keptId, merge.replaced as Merged[])
    await putBack(db, { table: 'cadre', row: merge.gone as Record<string, unknown> })
    for (const moved of merge.moved as Moved[]) {
      if (moved.table === 'account') {
        await accountsReturnToPerson(ctx, moved.keys as { id: number }[], goneId)
      } else if (!(await returnRows(db, moved, keptId, goneId))) {
        throw new Refusal(
          'conflict',
          `Chưa hoàn tác được: mục “${tableLabel(moved.table)}” đã gộp sang đã bị xóa hoặc chuyển đi sau đó. Chưa thay đổi gì.`,
        )
      }
    }
    for (const left of (merge.left_out as LeftOut[]).toReversed()) await putBack(db, left)
    await db
      .updateTable('cadre_merge')
      .set({ undone_at: sql`now()`, undone_by: ctx.actor.name })
      .where('id', '=', mergeId)
      .execute()
    return { goneId, keptId }
  },
})
