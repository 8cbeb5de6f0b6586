import { z } from 'zod'
import { isoDate } from '#server/kernel/dates.ts'
import { query } from '#server/kernel/operation.ts'
import { completenessOn, completenessShape } from './completeness.ts'
import { dueOn, dueShape } from './due.ts'
import { frameOn, frameShape } from './frame.ts'
import { peopleOverview, peopleShape } from './overview-people.ts'
import { retirementSchedule } from './retirement.ts'

/** The province, or the part of it the reader sees, at a glance on one day. */
export const overview = query({
  name: 'cadres.overview',
  input: z.strictObject({ asOf: isoDate.optional() }),
  output: peopleShape.extend({
    asOf: z.string(),
    frame: frameShape,
    completeness: completenessShape,
    due: dueShape,
  }),
  async run(ctx, { asOf = ctx.today }) {
    const parameter = await ctx.house.parametersOn(ctx, asOf)
    const schedule = retirementSchedule(parameter('retirement_ages'))
    const youngUnder = z.number().parse(parameter('young_under'))
    return {
      asOf,
      ...(await peopleOverview(ctx.db, asOf, { youngUnder, schedule })),
      frame: await frameOn(ctx, asOf),
      completeness: await completenessOn(ctx.db, asOf),
      due: await dueOn(ctx.db, asOf, schedule),
    }
  },
})
