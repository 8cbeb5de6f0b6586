/** A division with work to be evaluated, for the tests of evaluation. */
import { sql } from 'kysely'
import { PEOPLE, UNITS } from './cast.ts'
import { finishStep } from './evaluation/advance.ts'
import { assign } from './evaluation/assign.ts'
import { openCycle } from './evaluation/open-cycle.ts'
import { reviewSheet } from './evaluation/sheet.ts'
import type { Actor, Context } from './kernel/context.ts'
import { insertRows } from './kernel/database.ts'
import { test as base } from './testing.ts'

export const STAFF = 6
export const PERIOD = '2026-10'
/** The document that rates the unit. */
export const BASIS = 'Quyết định 11/QĐ-SNV ngày 30/10/2026'

/** The scheme of NĐ 335/2025, in the middle of a month. */
export const test = base.extend<{ ctx: Context }>({
  ctx: async ({ ctx }, use) => use({ ...ctx, today: '2026-10-20' }),
})

/** A division of the cast with six more specialists. */
async function withStaff(ctx: Context): Promise<void> {
  const ids = Array.from({ length: STAFF }, (_, at) => 100 + at)
  await insertRows(
    ctx.db,
    'cadre',
    ids.map((id) => ({
      id,
      record_no: `TN-${id}`,
      full_name: `Chuyên viên ${id}`,
      unit_id: UNITS.homeStaff.id,
      name_search: `chuyen vien ${id}`,
      name_key: `${id}`,
      created_at: '2024-01-01',
    })),
  )
  await insertRows(
    ctx.db,
    'employment',
    ids.map((cadre_id) => ({ cadre_id, kind: 'civil_servant', during: '[2015-01-01,)' })),
  )
  await insertRows(
    ctx.db,
    'tenure',
    ids.map((cadre_id) => ({
      cadre_id,
      unit_id: UNITS.homeStaff.id,
      title: 'Chuyên viên',
      rank: 'specialist',
      holding: 'main',
      during: '[2015-01-01,)',
      entry: 'recruitment',
    })),
  )
}

export async function opened(ctx: Context): Promise<number> {
  await withStaff(ctx)
  const { cycles } = await openCycle(ctx, { unitIds: [UNITS.homeStaff.id], period: PERIOD })
  return cycles[0]?.id ?? 0
}

export const sheetOf = async (ctx: Context, cycleId: number) => {
  const sheet = await reviewSheet(ctx, { cycleId })
  const people = sheet.groups.flatMap((group) => group.people)
  const of = (cadreId: number) => {
    const found = people.find((one) => one.cadreId === cadreId)
    if (!found) throw new Error(`${cadreId} is not on the sheet`)
    return found
  }
  return { ...sheet, people, of }
}

export const own = (cadreId: number): Partial<Actor> => ({
  role: 'cadre',
  name: `cb${cadreId}`,
  scope: { from: -1, to: -1 },
  cadreId,
})
export const HEAD: Partial<Actor> = {
  role: 'unit_head',
  name: 'lan',
  scope: UNITS.homeStaff.scope,
  unitId: UNITS.homeStaff.id,
  cadreId: PEOPLE.lan,
}

/** Everybody with one product well done and common points; the second half of them excellent. */
export async function worked(ctx: Context, cycleId: number): Promise<void> {
  await assign(ctx, {
    cycleId,
    to: { everybody: true },
    products: [{ name: 'Tờ trình', assigned: 2 }],
  })
  await sql`update work_product set done = 2`.execute(ctx.db)
  await sql`update evaluation set self_common = case when cadre_id >= 103 then 25 else 15 end,
    organise = 100, unite = 100 where cycle_id = ${cycleId}`.execute(ctx.db)
}

export const step = async (ctx: Context, cycleId: number, more: object = {}) => {
  const { cycle } = await reviewSheet(ctx, { cycleId })
  return finishStep(ctx, { cycleId, step: cycle.step, version: cycle.version, ...more })
}
export const later = (ctx: Context, today: string): Context => ({ ...ctx, today })

export const row = ({ evaluationId, version }: { evaluationId: number; version: number }) => ({
  evaluationId,
  version,
})
