import { sql } from 'kysely'
import { z } from 'zod'
import { codeOf } from '#server/kernel/inputs.ts'
import { LEVELS, RANKS } from '#server/organisation/code-lists.ts'

const codes = <Code extends string>(list: Readonly<Record<Code, unknown>>) =>
  z.array(codeOf(list)).default([])

/** Who is meant, by rule: ranks and levels, an empty list meaning all, inside the unit that holds it. */
export const audienceShape = z.strictObject({ ranks: codes(RANKS), levels: codes(LEVELS) })

export interface Meant {
  audience: z.output<typeof audienceShape>
  unitId: number
  heldOn: string
}

/** Everybody in the audience on the day, once each, with the unit of the main post. */
export const audienceOf = ({ audience: { ranks, levels }, unitId, heldOn }: Meant) => sql`(
  select t.cadre_id, t.unit_id, t.title from tenure t
    join unit u on u.id = t.unit_id join unit host on host.id = ${unitId}
  where t.holding = 'main' and t.during @> ${heldOn}::date
    and u.tree_from between host.tree_from and host.tree_to
    and (cardinality(${ranks}::text[]) = 0 or t.rank = any(${ranks}::text[]))
    and (cardinality(${levels}::text[]) = 0 or u.level = any(${levels}::text[])))`
