import { randomUUID } from 'node:crypto'
import type { Context } from '#server/kernel/context.ts'
import type { Cycle } from './cycle.ts'
import { type Given, rate, type Stage } from './rate.ts'
import { type OnSheet, sheetOf } from './sheet.ts'

/**
 * Gives what the evidence proposes to whoever is still unrated and meant, from below upwards: once those
 * under a leader are rated, the leader's own proposal is known. One batch, undone in one go.
 */
export async function acceptProposals(
  ctx: Context,
  cycle: Cycle,
  isMeant: (one: OnSheet) => boolean,
  { account, comment }: { account?: string; comment?: string } = {},
): Promise<{ rated: number; left: number }> {
  const stage: Stage = 'review'
  const batch = randomUUID()
  for (let rated = 0; ; ) {
    const { people } = await sheetOf(ctx, cycle)
    const given = people.flatMap((one): Given[] => {
      const { person, proposal } = one
      if (person.rating !== null || proposal.band === null || !isMeant(one)) return []
      return [{ evaluationId: person.id, rating: proposal.band, comment }]
    })
    const left = people.filter(({ person }) => person.rating === null).length
    if (given.length === 0) return { rated, left }
    await rate(ctx, people, given, stage, account, batch)
    rated += given.length
    if (given.length === left) return { rated, left: 0 }
  }
}
