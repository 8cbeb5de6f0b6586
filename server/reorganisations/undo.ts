import { sql } from 'kysely'
import { z } from 'zod'
import { accountsReturn } from '#server/access/moved-accounts.ts'
import { alteredTenures, keepRecordsWhereServing, restoreTenures } from '#server/cadres/moves.ts'
import type { Context } from '#server/kernel/context.ts'
import { atomically, type Db } from '#server/kernel/database.ts'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { numberTree } from '#server/organisation/added-units.ts'
import type { Change } from '#server/organisation/changes.ts'
import { alteredUnits, restoreUnits } from '#server/organisation/restructure.ts'
import { planId, storedPlan } from './plans.ts'
import { peopleOf } from './settle.ts'

/** Takes a decision back by a row of its own, while nothing rests on it yet. */
export const undoPlan = command({
  name: 'reorganisations.undo',
  input: z.strictObject({
    id: planId,
    reason: z.string().trim().min(1, 'Hãy ghi lý do và văn bản hủy bỏ quyết định.').max(500),
  }),
  output: z.object({ id: z.number() }),
  about: ({ id }) => ({ caseRef: `reorganisation:${id}` }),
  async run(ctx, { id, reason }) {
    await sql`select 1 from reorganisation_decision where plan_id = ${id} for update`.execute(
      ctx.db,
    )
    const { state } = await storedPlan(ctx, id)
    if (state === 'draft' || state === 'undone')
      throw new Refusal(
        'conflict',
        state === 'draft'
          ? 'Phương án này chưa được quyết định nên không có gì để hoàn tác. Có thể sửa hoặc bỏ dự thảo.'
          : 'Quyết định này đã được hoàn tác trước đó. Chưa ghi gì.',
      )
    const changes = await changesOf(ctx.db, id)
    await mustStandAlone(ctx.db, changes)
    await restoreTenures(ctx.db, changes)
    await keepRecordsWhereServing(ctx.db, await peopleOf(ctx.db, id), ctx.today)
    await accountsReturn(
      ctx,
      changes
        .filter(({ table }) => table === 'account')
        .map(({ was }) => was as { id: number; unit_id: number }),
    )
    await restored(ctx, changes)
    await sql`insert into reorganisation_undo (plan_id, reason, undone_by)
      values (${id}, ${reason}, ${ctx.actor.displayName})`.execute(ctx.db)
    await numberTree(ctx.db, ctx.today)
    return { id }
  },
})

async function changesOf(db: Db, id: number): Promise<Change[]> {
  const { rows } = await sql<Change>`
    select table_name as "table", was, became from reorganisation_change
    where plan_id = ${id} order by id`.execute(db)
  return rows
}

async function mustStandAlone(db: Db, changes: readonly Change[]): Promise<void> {
  const people = await alteredTenures(db, changes)
  if (people.length > 0) {
    const named = people
      .slice(0, 5)
      .map(({ name }) => name)
      .join(', ')
    const more = people.length > 5 ? ` và ${people.length - 5} người khác` : ''
    throw standsOn(`chức vụ của ${named}${more} đã thay đổi sau quyết định`, people)
  }
  const [altered] = await alteredUnits(db, changes)
  if (!altered) return
  const { row } = altered
  const { rows } = await sql<{ name: string }>`
    select name from unit_name where unit_id = ${Number(row.unit_id ?? row.id)}
    order by lower(during) desc limit 1`.execute(db)
  throw standsOn(
    `${WHAT[altered.table]} của ${rows[0]?.name ?? 'đơn vị'} đã thay đổi sau quyết định`,
  )
}

const WHAT: Record<string, string> = {
  unit: 'thời gian hoạt động',
  unit_name: 'tên gọi',
  unit_parent: 'đơn vị cấp trên',
  unit_succession: 'quan hệ kế thừa',
  post: 'chức danh',
  quota_change: 'biên chế',
}

/** What refers to a unit or post the decision founded; the constraint says which table. */
const DEPENDS: Record<string, string> = {
  tenure: 'đã có người được bố trí vào đơn vị lập theo quyết định',
  cadre: 'đã có hồ sơ được quản lý ở đơn vị lập theo quyết định',
  staffing_quota: 'đã giao biên chế cho đơn vị lập theo quyết định',
  quota_change: 'biên chế của đơn vị lập theo quyết định đã thay đổi',
  unit_parent: 'đã có đơn vị trực thuộc đơn vị lập theo quyết định',
  delegation: 'đã phân cấp cho đơn vị lập theo quyết định',
  succession_entry: 'đã có quy hoạch vào đơn vị lập theo quyết định',
  commune_oversight: 'đã phân công theo dõi đơn vị lập theo quyết định',
  streamlining_plan: 'đã có kế hoạch tinh giản của đơn vị lập theo quyết định',
}

async function restored(ctx: Context, changes: readonly Change[]): Promise<void> {
  try {
    await atomically(ctx.db, (db) => restoreUnits(db, changes))
  } catch (error) {
    const { code, table } = error as { code?: string; table?: string }
    if (code !== '23503') throw error
    throw standsOn(DEPENDS[table ?? ''] ?? 'đã có dữ liệu khác ghi vào đơn vị lập theo quyết định')
  }
}

const standsOn = (what: string, details?: unknown) =>
  new Refusal(
    'conflict',
    `Không hoàn tác được vì ${what}. Hãy xử lý việc đó trước, hoặc lập phương án mới. Chưa ghi gì.`,
    details,
  )
