import type { Question, Subject } from '#rules/vocabulary.ts'
import type { Context } from '#server/kernel/context.ts'
import { yearOf } from '#server/kernel/dates.ts'
import { type Adopted, adoptedPacks } from './adoption.ts'
import type { Milestone, Pack, Target } from './packs.ts'
import { parametersInForce, reader } from './parameters.ts'
import { milestoneOn, type Tally } from './state.ts'
import { talliesByUnit } from './tally.ts'

/** A target of an adopted pack, as asked on a date. */
export interface AskedTarget {
  pack: Pack
  target: Target
  milestone: Milestone
  question: Question
  subject: Subject
}

export interface Counted extends AskedTarget {
  /** By the unit each row sits in directly. */
  now: Map<number | null, Tally>
  baseline: Map<number | null, Tally>
}

/**
 * The targets of all adopted packs on a date. A directive that has ended answers for its last day:
 * its result is closed, not forgotten.
 */
export async function targetsOn(ctx: Context, asOf: string): Promise<AskedTarget[]> {
  const adopted = await adoptedPacks(ctx, asOf)
  return adopted.flatMap(({ pack }) =>
    pack.targets.map((target) => askedOn(ctx, adopted, pack, target, asOf)),
  )
}

function askedOn(
  ctx: Context,
  adopted: Adopted[],
  pack: Pack,
  target: Target,
  asOf: string,
): AskedTarget {
  const effective = pack.in_force.to && pack.in_force.to < asOf ? pack.in_force.to : asOf
  const parameter = reader(parametersInForce(adopted, effective), effective)
  const subject = ctx.house.vocabulary[target.subject]
  if (!subject) throw new Error(`no subject ${target.subject}`)
  const margin = target.approximate ? Number(parameter('about_margin')) : 0
  const milestone = milestoneOn(target, effective)
  return {
    pack,
    target,
    subject,
    milestone: { ...milestone, threshold: milestone.threshold - margin },
    question: { asOf: effective, since: periodStart(pack, target, effective), parameter },
  }
}

function periodStart(pack: Pack, { period }: Target, asOf: string): string {
  if (period === 'year') return `${yearOf(asOf)}-01-01`
  return period === 'directive' ? pack.in_force.from : period.from
}

/** Counts all asked targets: one statement for each subject, period and date there is among them. */
export async function countTargets(
  ctx: Context,
  asked: readonly AskedTarget[],
): Promise<Counted[]> {
  const now = await inOnePassEach(ctx, asked)
  const compared = asked.filter(({ target }) => target.baseline)
  const before = await inOnePassEach(ctx, compared.map(onItsBaseline))
  return asked.map((one, index) => ({
    ...one,
    now: now[index] ?? new Map(),
    baseline: before[compared.indexOf(one)] ?? new Map(),
  }))
}

async function inOnePassEach(ctx: Context, asked: readonly AskedTarget[]) {
  const tallies: Map<number | null, Tally>[] = []
  const places = asked.map((one, index) => ({ one, index }))
  for (const group of Map.groupBy(places, ({ one }) => passOf(one)).values()) {
    const [{ one: first } = { one: undefined }] = group
    if (!first) continue
    const wanted = group.map(({ one }) => ({ base: one.milestone.base, counts: one.target.counts }))
    const counted = await talliesByUnit(ctx.db, first.subject, first.question, wanted)
    for (const [place, { index }] of group.entries()) tallies[index] = counted[place] ?? new Map()
  }
  return tallies
}

const passOf = ({ target, question }: AskedTarget) =>
  [target.subject, question.asOf, question.since].join('|')

function onItsBaseline(one: AskedTarget): AskedTarget {
  return { ...one, question: { ...one.question, asOf: one.target.baseline ?? one.question.asOf } }
}
