import { z } from 'zod'
import { isoDate } from '#server/kernel/dates.ts'
import { query } from '#server/kernel/operation.ts'
import { textsOn } from './texts.ts'

/** The directives that assign tasks, with who follows each. */
export const directiveList = query({
  name: 'tasks.directives',
  input: z.strictObject({ asOf: isoDate.optional() }),
  output: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      title: z.string(),
      issuer: z.string(),
      from: z.string(),
      to: z.string().nullable(),
      followedBy: z.string(),
      tasks: z.number(),
      own: z.boolean(),
    }),
  ),
  async run(ctx, { asOf = ctx.today }) {
    return (await textsOn(ctx, asOf)).map((text) => ({
      ...text,
      followedBy: text.bodies[text.followed_by]?.label ?? '',
      tasks: text.tasks.length,
    }))
  },
})
