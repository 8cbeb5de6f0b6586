import { z } from 'zod'
import { isoDate } from '#server/kernel/dates.ts'
import { query } from '#server/kernel/operation.ts'
import { type Borne, surplusBorne } from '#server/organisation/surplus.ts'
import { allowedInDivision, type DeputyRules, deputyRulesOn } from './deputy-rules.ts'
import { type UnitWithDeputies, unitsWithDeputies } from './units-with-deputies.ts'

const row = z.object({
  unitId: z.number(),
  unit: z.string(),
  parent: z.string().nullable(),
  kind: z.string(),
  /** Null where only an average binds. */
  least: z.number().nullable(),
  allowed: z.number().nullable(),
  /** Of a commune, the deputies of its divisions together. */
  actual: z.number(),
  over: z.number(),
  under: z.number(),
  until: z.string().nullable(),
  state: z.enum(['within', 'borne', 'past', 'without_basis', 'under']),
  says: z.string(),
})

/** Deputies of departments, communes and their divisions by the rule of the day, in words. */
export const deputies = query({
  name: 'reorganisations.deputies',
  input: z.strictObject({ asOf: isoDate.optional() }),
  output: z.object({
    asOf: z.string(),
    /** Null for whoever does not see the whole province. */
    province: z
      .object({
        departments: z.number(),
        average: z.number(),
        allowed: z.number(),
        actual: z.number(),
        over: z.number(),
        says: z.string(),
      })
      .nullable(),
    rows: z.array(row),
  }),
  async run(ctx, { asOf = ctx.today }) {
    const rules = await deputyRulesOn(ctx, asOf)
    const borne = await surplusBorne(ctx.db, asOf, rules.surplusYears)
    const units = await unitsWithDeputies(ctx, asOf)
    const rows: z.output<typeof row>[] = []
    const allowed = new Map<number, number | null>()
    for (const unit of units) {
      const rule = ruleFor(unit, rules, allowed.get(unit.parentId ?? 0) ?? null)
      allowed.set(unit.unitId, rule.allowed)
      rows.push(judged(unit, rule, borne(unit.unitId)))
    }
    return { asOf, province: ctx.actor.scope ? null : totalOf(units, rules), rows }
  },
})

function totalOf(units: readonly UnitWithDeputies[], { average, averageSays, inAll }: DeputyRules) {
  const departments = units.filter(({ kind }) => kind === 'department')
  const actual = departments.reduce((sum, unit) => sum + unit.actual, 0)
  const allowed = Math.floor(departments.length * average) + inAll
  const more = inAll > 0 ? ` + ${inAll}` : ''
  return {
    departments: departments.length,
    average,
    allowed,
    actual,
    over: Math.max(actual - allowed, 0),
    says: `${departments.length} sở × ${averageSays}${more} = ${allowed} cấp phó; đang có ${actual}`,
  }
}

interface Rule {
  least: number | null
  allowed: number | null
  says: string
}

function judged(unit: UnitWithDeputies, rule: Rule, borne: Borne): z.output<typeof row> {
  const { least, allowed, says } = rule
  const over = allowed === null ? 0 : Math.max(unit.actual - allowed, 0)
  const under = Math.max((least ?? 0) - unit.actual, 0)
  return {
    ...{ unitId: unit.unitId, unit: unit.unit, parent: unit.parent, kind: unit.kind },
    ...{ least, allowed, actual: unit.actual, over, under },
    until: over > 0 ? borne.until : null,
    state: over > 0 ? borne.state : under > 0 ? 'under' : 'within',
    says: over > 0 ? `${says}; ${unit.actual} − ${allowed} = vượt ${over}` : says,
  }
}

function ruleFor(unit: UnitWithDeputies, rules: DeputyRules, above: number | null): Rule {
  if (unit.of === 'commune')
    return unit.kind === 'division' ? inCommuneDivision(unit, rules) : inCommune(unit, rules)
  return unit.kind === 'department' ? inAgency(unit, rules) : inDivision(unit, rules, above)
}

function inAgency({ actual }: UnitWithDeputies, { range, average }: DeputyRules): Rule {
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

function inCommune({ divisions, actual }: UnitWithDeputies, { inCommunes }: DeputyRules): Rule {
  const allowed = Math.floor(divisions * inCommunes)
  return {
    least: null,
    allowed,
    says: `${divisions} phòng × ${inCommunes} = ${allowed} cấp phó của các phòng; đang có ${actual}`,
  }
}

const inCommuneDivision = ({ actual }: UnitWithDeputies, { inCommunes }: DeputyRules): Rule => ({
  least: null,
  allowed: null,
  says: `bình quân các phòng của xã ${inCommunes}, từng phòng do xã định; đang có ${actual}`,
})

/** A division of a division has no more deputies than that one may have. */
function inDivision(unit: UnitWithDeputies, rules: DeputyRules, above: number | null): Rule {
  const staff = unit.quota ?? unit.staff
  const rule = allowedInDivision(rules, { name: unit.unit, divisions: unit.divisions, staff })
  if (!rule) return { least: null, allowed: null, says: 'không dòng nào của quy định khớp' }
  const counted = rule.named
    ? `${unit.divisions} phòng`
    : unit.quota === null
      ? `${staff} người đang công tác (chưa giao biên chế riêng)`
      : `${staff} biên chế được giao`
  const says = `${counted}: ${rule.label} được ${rule.deputies}`
  const capped = above !== null && above < rule.deputies
  return {
    least: null,
    allowed: capped ? above : rule.deputies,
    says: `${says}${capped ? `, không quá ${above} của ${unit.parent}` : ''}; đang có ${unit.actual}`,
  }
}
