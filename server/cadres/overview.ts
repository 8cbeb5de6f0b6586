import { z } from 'zod'
import { isoDate } from '#server/kernel/dates.ts'
import { query } from '#server/kernel/operation.ts'
import { completenessOn, completenessShape } from './completeness.ts'
import { frameOn, frameShape } from './frame.ts'
import { peopleOverview, peopleShape } from './overview-people.ts'
import { retirementLaw } from './retirement.ts'

/** The province, or the part of it the reader sees, at a glance on one day. */
export const overview = query({
  name: 'cadres.overview',
  input: z.strictObject({ asOf: isoDate.optional() }),
  output: peopleShape.extend({
    asOf: z.string(),
    frame: frameShape,
    completeness: completenessShape,
  }),
  async run(ctx, { asOf = ctx.today }) {
    const parameter = await ctx.house.parametersOn(ctx, asOf)
    const law = retirementLaw(parameter)
    const youngUnder = z.number().parse(parameter('young_under'))
    return {
      asOf,
      ...(await peopleOverview(ctx.db, asOf, { youngUnder, law })),
      frame: await frameOn(ctx, asOf),
      completeness: await completenessOn(ctx, asOf),
    }
  },
})
