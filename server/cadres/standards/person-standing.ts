import { sql } from 'kysely'
import { z } from 'zod'
import { inVietnamese, isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { confirmationsOf } from './confirm.ts'
import { candidates, nextStanding, ownStanding, weighingOn } from './people.ts'
import { standingShape } from './standing.ts'

/** One person against the standard of the own post, and of the next post up. */
export const personStanding = query({
  name: 'cadres.person_standing',
  input: z.strictObject({ id: wholeNumber, asOf: isoDate.optional() }),
  output: z.object({
    asOf: z.string(),
    cadreId: z.number(),
    person: z.string(),
    own: standingShape.extend({
      title: z.string(),
      unit: z.string(),
      position: z.string().nullable(),
    }),
    next: standingShape.extend({ title: z.string(), unit: z.string() }).nullable(),
  }),
  async run(ctx, { id, asOf = ctx.today }) {
    const weighing = await weighingOn(ctx, asOf)
    const [person] = await candidates(ctx, weighing, sql`c.id = ${id}`)
    if (!person)
      throw new Refusal(
        'not_found',
        `Ngày ${inVietnamese(asOf)} không có ai mang số này đang công tác trong phạm vi được xem.`,
      )
    const confirmed = await confirmationsOf(ctx.db, id, asOf)
    const next = nextStanding(weighing, person, confirmed)
    return {
      asOf,
      cadreId: person.cadre_id,
      person: person.full_name,
      own: {
        ...ownStanding(weighing, person, confirmed),
        title: person.title,
        unit: person.unit_name,
        position: person.position_code,
      },
      next: next && { ...next.standing, title: next.post.name, unit: next.post.unit },
    }
  },
})
