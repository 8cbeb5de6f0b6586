import { type RawBuilder, sql } from 'kysely'
import { GRADES } from '#server/cadres/grades.ts'
import type { Rules } from './rules.ts'

/** A row of the parameter `raise_terms`: a pay table with its steps and the months between them. */
interface PayTable {
  scale: string
  steps: number
  months: number
  first: number
  rise: number
}

/**
 * The pay table and term of the step held, joined to `grade_holding g`. A grade with one table has its
 * term. Where a grade names several tables or none, it is the table in which that step has that
 * coefficient; without a coefficient, what all its tables say alike. Otherwise no row: unknown.
 */
export function termOfStep(rules: Rules): RawBuilder<unknown> {
  const tables = rules.value('raise_terms') as readonly PayTable[]
  const json = (rows: readonly object[]) => sql`${JSON.stringify(rows)}::json`
  return sql`left join json_to_recordset(${json(Object.keys(GRADES).map((code) => termOf(code, tables)))})
      as named(code text, tables text[], scale text, steps integer, months integer)
      on named.code = g.grade_code
    left join json_to_recordset(${json(tables.flatMap(stepsOf))})
      as paid(step integer, coefficient numeric, scale text, steps integer, months integer)
      on paid.step = g.step and paid.coefficient = g.coefficient
      and (coalesce(named.tables, '{}') = '{}' or paid.scale = any(named.tables))
    join lateral (select named.scale, named.steps, named.months
        where cardinality(named.tables) = 1 or g.coefficient is null
      union all select paid.scale, paid.steps, paid.months
        where cardinality(named.tables) is distinct from 1 and g.coefficient is not null) k
      on k.months is not null and g.step is not null`
}

/** What the tables of a grade say alike; without months where they differ, or it names none. */
function termOf(code: string, known: readonly PayTable[]) {
  const tables = GRADES[code]?.tables ?? []
  const own = known.filter(({ scale }) => tables.includes(scale))
  const [first] = own
  const alike = own.every(({ steps, months }) => steps === first?.steps && months === first.months)
  return {
    code,
    tables,
    scale: own.map(({ scale }) => scale).join(' hoặc '),
    ...(alike && first && { steps: first.steps, months: first.months }),
  }
}

/** Every step of a table with its coefficient: no two tables pay one step alike. */
const stepsOf = ({ scale, steps, months, first, rise }: PayTable) =>
  Array.from({ length: steps }, (_, place) => ({
    ...{ scale, steps, months, step: place + 1 },
    coefficient: Math.round((first + rise * place) * 100) / 100,
  }))
