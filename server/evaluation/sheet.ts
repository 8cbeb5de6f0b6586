import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { query } from '#server/kernel/operation.ts'
import { breakthroughsIn } from './breakthrough-standing.ts'
import { type Checked, checked, type Standing } from './check.ts'
import { type Cycle, caseRef, citingOf, cycleNamed } from './cycle.ts'
import { shownCycle } from './cycle-shown.ts'
import { type Exception, exceptionsOf, hasMoved } from './exceptions.ts'
import { type Proposal, proposals } from './proposals.ts'
import { type PersonRow, peopleOf } from './rows.ts'
import type { Citing } from './score.ts'
import { capRow, cycleShape, ratingCode, violationShape } from './shapes.ts'

const personShape = z.object({
  evaluationId: z.number(),
  cadreId: z.number(),
  name: z.string(),
  title: z.string(),
  role: z.enum(['head', 'deputy', 'member']),
  leads: z.boolean(),
  reviewerId: z.number().nullable(),
  reviewerName: z.string().nullable(),
  /** Whether the asker is the direct head, or records for one. */
  mine: z.boolean(),
  assigned: z.number(),
  done: z.number(),
  parts: z.record(z.string(), z.number()),
  task: z.number().nullable(),
  common: z.number().nullable(),
  /** As the head or the person scored it, before the knowledge test takes its share. */
  commonGiven: z.number().nullable(),
  organise: z.number().nullable(),
  unite: z.number().nullable(),
  total: z.number().nullable(),
  proposed: ratingCode.nullable(),
  selfRating: ratingCode.nullable(),
  selfAt: z.string().nullable(),
  rating: ratingCode.nullable(),
  points: z.number().nullable(),
  stage: z.string().nullable(),
  exceptions: z.array(z.object({ kind: z.string(), says: z.string() })),
  version: z.number(),
})

/** The review grid of one unit and period: groups, live arithmetic of the cap, what still waits. */
export const reviewSheet = query({
  name: 'evaluation.sheet',
  input: z.strictObject({ cycleId: wholeNumber, asOf: isoDate.optional() }),
  output: z.object({
    cycle: cycleShape,
    groups: z.array(
      z.object({ name: z.string(), cap: capRow.nullable(), people: z.array(personShape) }),
    ),
    unitCap: capRow.nullable(),
    capClause: z.string().nullable(),
    violations: z.array(violationShape),
    accepted: z.number(),
    unrated: z.number(),
    exceptions: z.number(),
    /** Why the next step cannot be taken now; empty when it can. */
    blocked: z.array(z.string()),
  }),
  about: ({ cycleId }) => ({ caseRef: caseRef(cycleId) }),
  async run(ctx, { cycleId, asOf }) {
    const cycle = await cycleNamed(ctx, cycleId)
    const sheet = await sheetOf(ctx, cycle)
    const { people, check, citing } = sheet
    const groups = Map.groupBy(people, ({ person }) => person.group)
    const unrated = people.filter(({ person }) => person.rating === null)
    return {
      cycle: await shownCycle(ctx, cycle, citing, asOf),
      groups: [...groups].map(([name, members]) => ({
        name,
        cap: check.cap?.groups.find(({ group }) => group === name) ?? null,
        people: members.map((one) => shown(ctx, one)),
      })),
      unitCap: check.cap?.unit ?? null,
      capClause: check.cap?.clause ?? null,
      violations: check.violations,
      accepted: people.length - unrated.length,
      unrated: unrated.length,
      exceptions: unrated.filter(({ exceptions }) => exceptions.length > 0).length,
      blocked: cycle.closedOn ? [] : blockedBy(sheet, cycle),
    }
  },
})

export interface OnSheet {
  person: PersonRow
  proposal: Proposal
  exceptions: Exception[]
}

export interface Sheet {
  citing: Citing
  people: OnSheet[]
  check: Checked
  /** The same of ratings as they might be. */
  checkOf(rows: readonly Standing[]): Promise<Checked>
}

/** Everybody with their proposal, and whether the ratings as they would stand hold together. */
export async function sheetOf(ctx: Context, cycle: Cycle): Promise<Sheet> {
  const citing = await citingOf(ctx, cycle)
  const proposed = await proposals(ctx.db, cycle, citing)
  const tasks = await breakthroughsIn(ctx, cycle)
  const people = (await peopleOf(ctx.db, cycle.id)).map((person) => {
    const proposal = proposed.get(person.id) ?? NOTHING
    const exceptions = exceptionsOf(person, proposal, tasks.of(person.cadreId))
    return { person, proposal, exceptions }
  })
  const checkOf = (rows: readonly Standing[]) =>
    checked(ctx, cycle, citing, rows, tasks.violations(rows))
  return { citing, people, checkOf, check: await checkOf(people.map(standing)) }
}

const NOTHING: Proposal = { parts: {}, task: null, common: null, total: null, band: null, open: [] }

export const standing = ({ person, proposal }: OnSheet): Standing => ({
  id: person.id,
  cadreId: person.cadreId,
  name: person.name,
  role: person.role,
  group: person.group,
  rating: person.rating ?? proposal.band,
  isGiven: person.rating !== null,
  points: person.rating ? person.points : proposal.total,
})

/** The head is rated above: whoever rates the unit does not wait for that. */
function blockedBy({ people, check }: Sheet, { step }: Cycle): string[] {
  const unrated = people.filter(
    ({ person }) => person.rating === null && !(step === 'head' && person.role === 'head'),
  )
  const moved = people.filter(({ person, proposal }) => hasMoved(person, proposal))
  const waiting = unrated.filter(({ exceptions }) => exceptions.length > 0)
  return [
    ...check.says,
    ...(step === 'authority' && moved.length > 0
      ? [`còn ${moved.length} người có hồ sơ, minh chứng đổi sau khi xếp loại`]
      : []),
    ...(waiting.length > 0 ? [`còn ${waiting.length} ngoại lệ chưa xem`] : []),
    ...(unrated.length > waiting.length
      ? [`còn ${unrated.length - waiting.length} người chưa nhận mức đề nghị`]
      : []),
  ]
}

function shown({ actor }: Context, { person, proposal, exceptions }: OnSheet) {
  const {
    id,
    assigned,
    done,
    unfinished: _u,
    beyond: _b,
    late: _l,
    redone: _r,
    openClaims: _o,
    ...rest
  } = person
  const { parts, task, common, total, band } = proposal
  return {
    ...rest,
    evaluationId: id,
    mine: actor.cadreId === null || actor.cadreId === person.reviewerId,
    assigned,
    done,
    parts,
    task,
    common: common ?? person.common,
    commonGiven: person.common ?? person.selfCommon,
    total,
    proposed: band,
    exceptions,
  }
}
