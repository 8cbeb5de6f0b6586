import type { Milestone, Target } from './packs.ts'

/**
 * Rows of a subject by what is known of them. `in…` are surely in the base, `maybe…` perhaps;
 * `…Yes` surely count, `…No` surely do not, `…Open` is not on record.
 */
export interface Tally {
  inYes: number
  inNo: number
  inOpen: number
  maybeYes: number
  maybeNo: number
  maybeOpen: number
}

export const EMPTY: Tally = { inYes: 0, inNo: 0, inOpen: 0, maybeYes: 0, maybeNo: 0, maybeOpen: 0 }

export interface Standing {
  base: number
  counted: number
  unknown: number
  share: number | null
  low: number | null
  high: number | null
  state: 'met' | 'not_met' | 'unknown'
  /** How many more must count to reach the threshold, were nothing else to change. */
  short: number | null
}

export function sum(a: Tally, b: Tally): Tally {
  return {
    inYes: a.inYes + b.inYes,
    inNo: a.inNo + b.inNo,
    inOpen: a.inOpen + b.inOpen,
    maybeYes: a.maybeYes + b.maybeYes,
    maybeNo: a.maybeNo + b.maybeNo,
    maybeOpen: a.maybeOpen + b.maybeOpen,
  }
}

/** The milestone that is next on a date; after the last one, the last. */
export function milestoneOn(target: Target, asOf: string): Milestone {
  const next = target.milestones.find(({ by }) => by >= asOf) ?? target.milestones.at(-1)
  if (!next) throw new Error(`${target.id} has no milestone`)
  return next
}

/**
 * Where a target stands. A share is an interval: low if none of the unknown count, high if all do;
 * the state is unknown only when the threshold lies inside it.
 */
export function standing(
  target: Target,
  milestone: Milestone,
  now: Tally,
  baseline: Tally = EMPTY,
): Standing {
  if (target.measure === 'count') return ofCount(milestone, now)
  if (target.measure === 'reduction') return ofReduction(milestone, now, baseline)
  const base = now.inYes + now.inNo + now.inOpen
  const unknown = now.inOpen + now.maybeYes + now.maybeNo + now.maybeOpen
  const low = ratio(now.inYes, base + now.maybeNo + now.maybeOpen)
  const high = ratio(
    now.inYes + now.inOpen + now.maybeYes + now.maybeOpen,
    base + now.maybeYes + now.maybeOpen,
  )
  const wanted = Math.ceil(milestone.threshold * base - 1e-9)
  return {
    base,
    counted: now.inYes,
    unknown,
    share: ratio(now.inYes, base),
    low,
    high,
    state: stateOf(milestone, low, high),
    short: milestone.comparison === 'at_least' && base > 0 ? Math.max(0, wanted - now.inYes) : null,
  }
}

function ofCount(milestone: Milestone, now: Tally): Standing {
  const unknown = now.inOpen + now.maybeYes + now.maybeNo + now.maybeOpen
  const high = now.inYes + unknown
  return {
    base: now.inYes + now.inNo + now.inOpen,
    counted: now.inYes,
    unknown,
    share: null,
    low: now.inYes,
    high,
    state: stateOf(milestone, now.inYes, high),
    short:
      milestone.comparison === 'at_least' ? Math.max(0, milestone.threshold - now.inYes) : null,
  }
}

/** Base: heads on the baseline date. Counted: heads fewer now. */
function ofReduction(milestone: Milestone, now: Tally, baseline: Tally): Standing {
  const [before, beforeMost] = heads(baseline)
  const [current, currentMost] = heads(now)
  const low = ratio(before - currentMost, before)
  const high = ratio(beforeMost - current, beforeMost)
  return {
    base: before,
    counted: before - current,
    unknown: currentMost - current + beforeMost - before,
    share: ratio(before - current, before),
    low,
    high,
    state: stateOf(milestone, low, high),
    short:
      before > 0
        ? Math.max(0, Math.ceil(milestone.threshold * before - 1e-9) - (before - current))
        : null,
  }
}

function heads({
  inYes,
  inNo,
  inOpen,
  maybeYes,
  maybeNo,
  maybeOpen,
}: Tally): [least: number, most: number] {
  const least = inYes + inNo + inOpen
  return [least, least + maybeYes + maybeNo + maybeOpen]
}

function stateOf(
  { comparison, threshold }: Milestone,
  low: number | null,
  high: number | null,
): Standing['state'] {
  if (low === null || high === null) return 'unknown'
  // Shares are quotients of whole numbers: a tolerance far below one person absorbs binary fractions.
  const reached = (value: number) =>
    comparison === 'at_least' ? value >= threshold - 1e-9 : value <= threshold + 1e-9
  if (reached(low) && reached(high)) return 'met'
  return reached(low) || reached(high) ? 'unknown' : 'not_met'
}

const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null)
