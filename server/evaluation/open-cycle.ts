import { sql } from 'kysely'
import { z } from 'zod'
import { adoptedPacks } from '#server/directives/adoption.ts'
import type { Context } from '#server/kernel/context.ts'
import { inVietnamese } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { schemesFor } from './choose.ts'
import { caseRef } from './cycle.ts'
import { type Period, periodShape } from './periods.ts'
import { chargesFromBefore, rollOf } from './roll.ts'
import { namedScheme } from './scheme-in-force.ts'
import { settingsOn, stepsOf } from './steps.ts'

const opening = z.strictObject({
  unitIds: z.array(wholeNumber).min(1, 'Hãy chọn ít nhất một đơn vị.').max(500),
  period: periodShape,
  /** Left out: the scheme of civil servants in force on the last day of the period. */
  scheme: z.string().trim().min(1).optional(),
})

/** Opens the evaluation of a period for units: people, groups, who reviews whom, steps with dates. */
export const openCycle = command({
  name: 'evaluation.open_cycle',
  input: opening,
  output: z.object({
    cycles: z.array(z.object({ id: z.number(), unitId: z.number(), people: z.number() })),
  }),
  about: (_input, { cycles }) => ({ caseRef: cycles[0] ? caseRef(cycles[0].id) : null }),
  async run(ctx, { unitIds, period, scheme: wanted }) {
    const chosen = await schemeFor(ctx, period, wanted)
    const settings = await settingsOn(ctx, period.to)
    const cycles = []
    for (const unitId of unitIds) {
      await mustSeeUnit(ctx, unitId, period)
      const people = await rollOf(ctx, unitId, period, chosen)
      if (people.length === 0) throw nobody(period, chosen.label)
      const steps = stepsOf(settings, period)
      const id = await insertCycle(ctx, {
        unitId,
        period,
        scheme: chosen.id,
        step: steps[0]?.step ?? 'closed',
        opinionsFrom: settings.number('evaluation_opinions_from'),
      })
      const { db } = ctx
      await db
        .insertInto('cycle_step')
        .values(steps.map((step) => ({ ...step, cycle_id: id })))
        .execute()
      await db
        .insertInto('evaluation')
        .values(people.map((one) => ({ ...one, cycle_id: id })))
        .execute()
      await chargesFromBefore(ctx, id)
      cycles.push({ id, unitId, people: people.length })
    }
    return { cycles }
  },
})

async function schemeFor(ctx: Context, period: Period, wanted: string | undefined) {
  const packs = (await adoptedPacks(ctx, period.to)).map(({ pack }) => pack)
  if (wanted === undefined) {
    const [found] = schemesFor(packs, {
      about: 'person',
      employment: 'civil_servant',
      period: period.kind,
      on: period.to,
    })
    if (found) return found.scheme
    throw new Refusal(
      'against_rule',
      `Ngày ${inVietnamese(period.to)} chưa văn bản nào tỉnh áp dụng đặt quy chế đánh giá theo ${period.label}. Hãy áp dụng văn bản hoặc chọn kỳ khác.`,
    )
  }
  const { scheme } = namedScheme(packs, wanted)
  const inForce = scheme.from <= period.to && period.to <= (scheme.to ?? '9999-12-31')
  if (inForce && scheme.about === 'person' && scheme.periods.includes(period.kind)) return scheme
  throw new Refusal(
    'against_rule',
    `“${scheme.label}” không dùng cho kỳ ${period.label}: áp dụng từ ${inVietnamese(scheme.from)}${scheme.to ? ` đến ${inVietnamese(scheme.to)}` : ''}, theo ${scheme.periods.join(', ')}.`,
  )
}

interface Row {
  unitId: number
  period: Period
  scheme: string
  step: string
  opinionsFrom: number
}

async function insertCycle(ctx: Context, row: Row): Promise<number> {
  const { period } = row
  const { rows } = await sql<{ id: number }>`
    insert into evaluation_cycle (unit_id, period, kind, during, scheme, step,
      opinions_from, opened_on, opened_by)
    values (${row.unitId}, ${period.code}, ${period.kind}, daterange(${period.from}::date, ${period.to}::date, '[]'),
      ${row.scheme}, ${row.step}, ${row.opinionsFrom}, ${ctx.today}, ${ctx.actor.displayName})
    on conflict do nothing returning id`.execute(ctx.db)
  if (rows[0]) return rows[0].id
  throw new Refusal('conflict', `Đơn vị này đã mở kỳ ${period.label} theo quy chế đó.`)
}

async function mustSeeUnit({ db, actor }: Context, unitId: number, { to }: Period): Promise<void> {
  const { rows } = await sql<{ inside: boolean }>`
    select ${actor.scope === null}::boolean or tree_from between ${actor.scope?.from ?? 0} and ${actor.scope?.to ?? 0} as inside
    from unit where id = ${unitId} and during @> ${to}::date`.execute(db)
  if (rows[0]?.inside) return
  throw new Refusal(
    'not_found',
    `Ngày ${inVietnamese(to)} không có đơn vị này, hoặc đơn vị do nơi khác quản lý.`,
  )
}

const nobody = ({ label }: Period, scheme: string) =>
  new Refusal(
    'against_rule',
    `Đơn vị không có ai thuộc đối tượng của “${scheme}” trong ${label}. Hãy kiểm tra quá trình công tác và loại biên chế.`,
  )
