import type { Context } from '#server/kernel/context.ts'
import { type Assigned, assignedOn, gatheredBy } from './assigned.ts'
import { type Check, checksOf, movedSince, notHandedIn } from './checks.ts'
import { type Content, contentOf, type Handed } from './content.ts'
import { isOf, type Step, type Stored, stateOf, stepsBy, storedReports } from './stored.ts'

/** A report as it stands on a day, with what speaks against sending it. */
export interface Seen {
  assigned: Assigned
  stored: Stored | null
  steps: Step[]
  content: Content
  checks: Check[]
}

/** Whether what was handed in holds: from then on the numbers no longer follow the records. */
const isHandedIn = (steps: readonly Step[]) =>
  ['submitted', 'accepted', 'signed'].includes(stateOf(steps))

export async function seenOn(
  ctx: Context,
  assigned: Assigned,
  stored: Stored | null,
  on: string,
): Promise<Seen> {
  const steps = stored ? ((await stepsBy(ctx, on)).get(stored.id) ?? []) : []
  if (stored?.content && isHandedIn(steps)) {
    const { content } = stored
    if (stateOf(steps) === 'signed') return { assigned, stored, steps, content, checks: [] }
    const now = await contentOf(ctx, assigned, stored, content.countedOn, [])
    const checks = [...checksOf(content), ...movedSince(content, now)]
    return { assigned, stored, steps, content: withCounted(content, now), checks }
  }
  const { handed, waiting, all } = await handedIn(ctx, assigned, on)
  const content = await contentOf(ctx, assigned, stored, on, handed)
  const checks = [...checksOf(content), ...notHandedIn(waiting, all)]
  return { assigned, stored, steps, content, checks }
}

/** One taken over without numbers shows those of its own day. */
const withCounted = (handed: Content, now: Content): Content => ({
  ...handed,
  sections: handed.sections.map((section) =>
    section.table === null && section.asks === null
      ? (now.sections.find(({ id }) => id === section.id) ?? section)
      : section,
  ),
})

/**
 * Accepted reports of the agencies, and which agencies have none yet. What a unit handed in before it
 * ended was accepted all the same: its words are not lost with it.
 */
async function handedIn(ctx: Context, assigned: Assigned, on: string) {
  const { gathers } = assigned.report
  if (!gathers) return { handed: [], waiting: [], all: 0 }
  const owed = gatheredBy(assigned, await assignedOn(ctx, on))
  const stored = await storedReports(ctx, [gathers])
  const steps = await stepsBy(ctx, on)
  const accepted = stored.filter(
    ({ id, period }) =>
      period === owed[0]?.period && ['accepted', 'signed'].includes(stateOf(steps.get(id))),
  )
  const handed = accepted.flatMap(({ content }): Handed[] =>
    content ? [{ unit: content.unit, content }] : [],
  )
  const waiting = owed.filter((one) => !accepted.some((row) => row.content && isOf(one, row)))
  return { handed, waiting: waiting.map(({ unit }) => unit.name), all: owed.length }
}
