import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { isoDate, yearOf } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { query } from '#server/kernel/operation.ts'
import { inScope } from '#server/organisation/in-scope.ts'
import { quotasOn } from '#server/organisation/quotas.ts'
import { unitsOn } from '#server/organisation/units.ts'
import { unitInScope } from './in-scope.ts'
import { KINDS, type Kind, unitKind } from './streamlining-kinds.ts'
import { daysUntil, type Rules, rulesOn } from './streamlining-rules.ts'

const numbers = z.object({
  year: z.number(),
  /** 31 December, or the day asked about in its year. */
  on: z.string(),
  planned: z.number().nullable(),
  version: z.number().nullable(),
  basis: z.string().nullable(),
  quota: z.number().nullable(),
  actual: z.number(),
})
const progress = z.object({
  kind: unitKind,
  label: z.string(),
  /** Least share to be cut by the last year, and the heads that leaves. */
  cut: z.number(),
  atMost: z.number(),
  baseline: z.number(),
  now: z.number(),
  done: z.number().nullable(),
  years: z.array(numbers),
})

/** Heads against the baseline, by year and kind: a unit, and the units directly under it. */
export const streamlining = query({
  name: 'reorganisations.streamlining',
  input: z.strictObject({
    asOf: isoDate.optional(),
    unitId: wholeNumber.optional(),
  }),
  output: z.object({
    asOf: z.string(),
    baselineOn: z.string(),
    untilYear: z.number(),
    unit: z.object({ id: z.number(), name: z.string(), parentId: z.number().nullable() }),
    kinds: z.array(progress),
    below: z.array(
      z.object({
        id: z.number(),
        name: z.string(),
        units: z.number(),
        /** False for a unit founded since from parts of others: it has no baseline of its own. */
        comparable: z.boolean(),
        kinds: z.array(progress),
      }),
    ),
  }),
  async run(ctx, { asOf = ctx.today, unitId }) {
    const rules = await rulesOn(ctx, asOf)
    const unit = await unitInScope(ctx, unitId, asOf)
    const days = daysUntil(rules, asOf)
    const counted = await countedOn(ctx, days)
    const of = (one: Place) => KINDS.map((kind) => progressOf(one, kind, rules, days, counted))
    const below = await unitsUnder(ctx, unit.id, asOf, rules.baselineOn)
    return {
      asOf,
      baselineOn: rules.baselineOn,
      untilYear: rules.untilYear,
      unit: { id: unit.id, name: unit.name, parentId: await parentOf(ctx, unit.id, asOf) },
      kinds: of(unit),
      below: below
        .map((one) => ({
          ...{ id: one.id, name: one.name, units: one.units, comparable: one.comparable },
          kinds: of(one),
        }))
        .filter(({ kinds }) => kinds.some(({ baseline, now }) => baseline + now > 0)),
    }
  },
})

interface Place {
  id: number
  treeFrom: number
  treeTo: number
}
interface Counted {
  heads: { on: string; kind: Kind; place: number; people: number }[]
  quotas: { on: string; kind: Kind; place: number; quota: number }[]
  planned: {
    unitId: number
    kind: Kind
    year: number
    planned: number
    version: number
    basis: string
  }[]
}

/**
 * Counted once for the tree of today: a unit that has ended stands under its heir there, so that a
 * baseline of before a merger is the baseline of the units merged.
 */
async function countedOn(ctx: Context, days: readonly string[]): Promise<Counted> {
  const kinds = [...KINDS]
  const heads = await sql<Counted['heads'][number]>`
    select d.day::text as "on", e.kind, u.tree_from as place, count(*)::integer as people
    from unnest(${days}::date[]) as d(day)
    join tenure t on t.holding = 'main' and t.during @> d.day
    join employment e on e.cadre_id = t.cadre_id and e.during @> d.day
      and e.kind = any(${kinds}::text[])
    join unit u on u.id = t.unit_id
    where ${inScope(ctx)} group by 1, 2, 3`.execute(ctx.db)
  const quotas: Counted['quotas'] = []
  for (const day of days) {
    const { rows } = await sql<Counted['quotas'][number]>`
      select ${day} as "on", q.employment_kind as kind, u.tree_from as place, q.quota
      from (${quotasOn(day)}) q join unit u on u.id = q.unit_id and u.during @> ${day}::date
      where ${inScope(ctx)} and q.employment_kind = any(${kinds}::text[])`.execute(ctx.db)
    quotas.push(...rows)
  }
  const planned = await sql<Counted['planned'][number]>`
    select unit_id as "unitId", employment_kind as kind, year, planned, version, basis
    from streamlining_plan`.execute(ctx.db)
  return { heads: heads.rows, quotas, planned: planned.rows }
}

function progressOf(place: Place, kind: Kind, rules: Rules, days: string[], counted: Counted) {
  const within = (one: { place: number; kind: Kind }) =>
    one.kind === kind && one.place >= place.treeFrom && one.place <= place.treeTo
  const heads = counted.heads.filter(within)
  const quotas = counted.quotas.filter(within)
  const lastYear = Math.max(rules.untilYear, ...days.map(yearOf))
  const years = []
  for (let year = yearOf(rules.baselineOn); year <= lastYear; year++) {
    const on = days.find((day) => yearOf(day) === year)
    const plan = counted.planned.find(
      (one) => one.unitId === place.id && one.kind === kind && one.year === year,
    )
    const given = quotas.filter((one) => one.on === on)
    years.push({
      year,
      on: on ?? `${year}-12-31`,
      planned: plan?.planned ?? null,
      version: plan?.version ?? null,
      basis: plan?.basis ?? null,
      quota: given.length > 0 ? given.reduce((sum, { quota }) => sum + quota, 0) : null,
      actual: heads.filter((one) => one.on === on).reduce((sum, { people }) => sum + people, 0),
      known: on !== undefined,
    })
  }
  const baseline = years[0]?.actual ?? 0
  const now = years.findLast(({ known }) => known)?.actual ?? 0
  return {
    kind,
    label: kind === 'civil_servant' ? 'Công chức' : 'Viên chức',
    cut: rules.cut[kind],
    atMost: Math.floor(baseline * (1 - rules.cut[kind]) + 1e-9),
    baseline,
    now,
    done: baseline > 0 ? (baseline - now) / baseline : null,
    years: years.map(({ known, ...year }) => ({ ...year, actual: known ? year.actual : 0 })),
  }
}

async function unitsUnder(ctx: Context, id: number, asOf: string, baselineOn: string) {
  const { rows } = await sql<Place & { name: string; units: number; comparable: boolean }>`
    with alive as (${unitsOn(asOf)})
    select a.id, a.name, u.tree_from as "treeFrom", u.tree_to as "treeTo",
      (select count(*)::integer from alive below where below.parent_id = a.id) as units,
      lower(u.during) <= ${baselineOn}::date or coalesce((select bool_and(
        (select count(*) from unit_succession heirs where heirs.unit_id = s.unit_id) = 1)
        from unit_succession s where s.successor_id = a.id), false) as comparable
    from alive a join unit u on u.id = a.id
    where a.parent_id = ${id} and ${inScope(ctx)} order by u.tree_from`.execute(ctx.db)
  return rows
}

async function parentOf(ctx: Context, id: number, asOf: string): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    select p.parent_id as id from unit_parent p join unit u on u.id = p.parent_id
    where p.unit_id = ${id} and p.during @> ${asOf}::date and ${inScope(ctx)}`.execute(ctx.db)
  return rows[0]?.id ?? null
}
