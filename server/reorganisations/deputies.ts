import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { addYears, isoDate } from '#server/kernel/dates.ts'
import { query } from '#server/kernel/operation.ts'
import { inScope } from '#server/organisation/in-scope.ts'
import { quotasOn } from '#server/organisation/quotas.ts'
import { unitsOn } from '#server/organisation/units.ts'
import { allowedInDivision, type DeputyRules, deputyRulesOn } from './deputy-rules.ts'

const row = z.object({
  unitId: z.number(),
  unit: z.string(),
  parent: z.string().nullable(),
  kind: z.string(),
  /** Null where only the average of the province binds. */
  least: z.number().nullable(),
  allowed: z.number().nullable(),
  actual: z.number(),
  over: z.number(),
  under: z.number(),
  until: z.string().nullable(),
  state: z.enum(['within', 'borne', 'past', 'without_basis', 'under']),
  says: z.string(),
})

/** Deputies of departments and their divisions by the rule of the day, with the arithmetic in words. */
export const deputies = query({
  name: 'reorganisations.deputies',
  input: z.strictObject({ asOf: isoDate.optional() }),
  output: z.object({
    asOf: z.string(),
    province: z.object({
      departments: z.number(),
      average: z.number(),
      allowed: z.number(),
      actual: z.number(),
      over: z.number(),
      says: z.string(),
    }),
    rows: z.array(row),
  }),
  async run(ctx, { asOf = ctx.today }) {
    const rules = await deputyRulesOn(ctx, asOf)
    const units = await unitsWithDeputies(ctx, asOf)
    const departments = units.filter(({ kind }) => kind === 'department')
    const actual = departments.reduce((sum, unit) => sum + unit.actual, 0)
    const allowed = Math.floor(departments.length * rules.average)
    return {
      asOf,
      province: {
        departments: departments.length,
        average: rules.average,
        allowed,
        actual,
        over: Math.max(actual - allowed, 0),
        says: `${departments.length} sở × ${rules.average} = ${allowed} cấp phó; đang có ${actual}`,
      },
      rows: units.map((unit) => judged(unit, rules, asOf)),
    }
  },
})

interface UnitWithDeputies {
  unitId: number
  unit: string
  parent: string | null
  kind: string
  divisions: number
  staff: number
  quota: number | null
  actual: number
  since: string | null
}

/** Departments in the reader's scope and the divisions directly under departments. */
async function unitsWithDeputies(ctx: Context, asOf: string): Promise<UnitWithDeputies[]> {
  const { rows } = await sql<UnitWithDeputies>`
    with alive as materialized (${unitsOn(asOf)}),
    given as (select unit_id, sum(quota)::integer as quota from (${quotasOn(asOf)}) q group by unit_id),
    serving as (select unit_id, count(*)::integer as people from tenure
      where holding = 'main' and during @> ${asOf}::date group by unit_id),
    held as (select p.unit_id, count(*)::integer as deputies
      from post p join tenure t on t.post_id = p.id and t.holding <> 'acting'
        and t.during @> ${asOf}::date
      where p.rank in ('deputy', 'division_deputy') group by p.unit_id)
    select a.id as "unitId", a.name as unit, above.name as parent, a.kind,
      (select count(*)::integer from alive under
        where under.parent_id = a.id and under.kind = 'division') as divisions,
      coalesce(s.people, 0) as staff, g.quota, coalesce(h.deputies, 0) as actual,
      (select max(m.took_effect_on)::text from unit_succession m
        where m.successor_id in (a.id, case when a.kind = 'division' then a.parent_id end)
          and m.took_effect_on <= ${asOf}::date and m.relation <> 'renamed_to') as since
    from alive a join unit u on u.id = a.id
    left join alive above on above.id = a.parent_id
    left join given g on g.unit_id = a.id
    left join serving s on s.unit_id = a.id
    left join held h on h.unit_id = a.id
    where ${inScope(ctx)}
      and (a.kind = 'department' or (a.kind = 'division' and above.kind = 'department'))
    order by a.tree_from`.execute(ctx.db)
  return rows
}

export function judged(
  unit: UnitWithDeputies,
  rules: DeputyRules,
  asOf: string,
): z.output<typeof row> {
  const { least, allowed, says } =
    unit.kind === 'department' ? inAgency(unit, rules) : inDivision(unit, rules)
  const over = allowed === null ? 0 : Math.max(unit.actual - allowed, 0)
  const under = Math.max((least ?? 0) - unit.actual, 0)
  const until = over > 0 && unit.since ? addYears(unit.since, rules.surplusYears) : null
  const borne = until === null ? 'without_basis' : asOf <= until ? 'borne' : 'past'
  return {
    ...{ unitId: unit.unitId, unit: unit.unit, parent: unit.parent, kind: unit.kind },
    ...{ least, allowed, actual: unit.actual, over, under, until },
    state: over > 0 ? borne : under > 0 ? 'under' : 'within',
    says: over > 0 ? `${says}; ${unit.actual} − ${allowed} = vượt ${over}` : says,
  }
}

function inAgency({ actual }: UnitWithDeputies, { range, average }: DeputyRules) {
  return range
    ? {
        least: range[0],
        allowed: range[1],
        says: `mỗi cơ quan từ ${range[0]} đến ${range[1]}, trong tổng số của tỉnh; đang có ${actual}`,
      }
    : {
        least: null,
        allowed: null,
        says: `bình quân cả tỉnh ${average}, từng sở do tỉnh định; đang có ${actual}`,
      }
}

function inDivision(unit: UnitWithDeputies, rules: DeputyRules) {
  const staff = unit.quota ?? unit.staff
  const rule = allowedInDivision(rules, { name: unit.unit, divisions: unit.divisions, staff })
  if (!rule) return { least: null, allowed: null, says: 'không dòng nào của quy định khớp' }
  const counted = rule.named
    ? `${unit.divisions} phòng`
    : unit.quota === null
      ? `${staff} người đang công tác (chưa giao biên chế riêng)`
      : `${staff} biên chế được giao`
  return {
    least: null,
    allowed: rule.deputies,
    says: `${counted}: ${rule.label} được ${rule.deputies}; đang có ${unit.actual}`,
  }
}
