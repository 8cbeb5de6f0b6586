import type { Question, Subject } from '#rules/vocabulary.ts'
import type { Context } from '#server/kernel/context.ts'
import { yearOf } from '#server/kernel/dates.ts'
import { type Adopted, adoptedPacks } from './adoption.ts'
import type { Milestone, Pack, Target } from './packs.ts'
import { parametersInForce, reader } from './parameters.ts'
import { EMPTY, milestoneOn, type Tally } from './state.ts'
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
  const key = ({ target, question }: AskedTarget) =>
    [target.subject, question.asOf, question.since].join('|')
  const counted = new Map<AskedTarget, Map<number | null, Tally>>()
  for (const group of Map.groupBy(asked, key).values()) {
    const [first] = group
    if (!first) continue
    const wanted = group.map(({ target, milestone }) => ({
      base: milestone.base,
      counts: target.counts,
    }))
    const tallies = await talliesByUnit(ctx.db, first.subject, first.question, wanted)
    for (const [index, one] of group.entries()) counted.set(one, tallies[index] ?? new Map())
  }
  return Promise.all(
    asked.map(async (one) => ({
      ...one,
      now: counted.get(one) ?? new Map(),
      baseline: await baselineOf(ctx, one),
    })),
  )
}

async function baselineOf(ctx: Context, { target, milestone, subject, question }: AskedTarget) {
  if (!target.baseline) return new Map<number | null, Tally>()
  const before = { ...question, asOf: target.baseline }
  const [tallies] = await talliesByUnit(ctx.db, subject, before, [
    { base: milestone.base, counts: target.counts },
  ])
  return tallies ?? new Map([[null, EMPTY]])
}
