import { z } from 'zod'
import { VISITOR } from '#server/access/roles.ts'
import type { Actor } from '#server/kernel/context.ts'
import { query } from '#server/kernel/operation.ts'
import { agencyNames } from './agencies.ts'
import { anonymousKinds, PETITION_KINDS } from './petition-rules.ts'
import { linesOf, publicationShape, shownPublications } from './published.ts'

/** Whoever opens the page without an account: sees nobody's record and has no name. */
export const ANYBODY: Actor = {
  name: VISITOR.code,
  displayName: VISITOR.label,
  position: null,
  role: VISITOR.code,
  scope: { from: -1, to: -1 },
  unitId: null,
  cadreId: null,
}

/** Everything the province shows to everybody on a day, and what may be sent without a name. */
export const publicPage = query({
  name: 'publicity.public_page',
  input: z.strictObject({}),
  output: z.object({
    province: z.string(),
    asOf: z.string(),
    publications: z.array(publicationShape.extend({ lines: z.array(z.array(z.string())) })),
    petitionKinds: z.array(
      z.object({ code: z.string(), label: z.string(), withoutName: z.boolean() }),
    ),
    /** Whom a petition may be about. */
    agencies: z.array(z.object({ id: z.number(), name: z.string() })),
  }),
  async run(ctx) {
    const on = ctx.province.looks_at ?? ctx.today
    const shown = await shownPublications(ctx.db, on, 'public')
    const publications = []
    for (const one of shown) publications.push({ ...one, lines: await linesOf(ctx.db, one.id) })
    const withoutName = await anonymousKinds(ctx, on)
    return {
      province: ctx.province.name,
      asOf: on,
      publications,
      petitionKinds: Object.entries(PETITION_KINDS).map(([code, { label }]) => ({
        code,
        label,
        withoutName: withoutName.includes(code),
      })),
      agencies: await agencyNames(ctx.db, on),
    }
  },
})
