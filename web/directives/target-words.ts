import { count, percent, plainPercent } from '#web/lib/format.ts'
import type { TargetState } from '#web/lib/shapes-of-directives.ts'

type Share = Pick<TargetState, 'share' | 'high' | 'threshold' | 'comparison' | 'measure'>

/** How far a share is from its threshold, in parts of the threshold; no share comes last. */
export function gapOf({ share, threshold, comparison }: Share): number {
  if (share === null || threshold === 0) return -1
  const missing = comparison === 'at_least' ? threshold - share : share - threshold
  return missing / threshold
}

export const countsHeads = ({ measure }: Pick<TargetState, 'measure'>) => measure === 'count'

/** "≥ 15 %", "100 %", "≥ 3": the threshold as a clerk writes it. */
export function thresholdWords(target: Share): string {
  const { measure, threshold, comparison } = target
  const written = countsHeads(target) ? count(threshold) : plainPercent(threshold)
  if (measure !== 'count' && comparison === 'at_least' && threshold === 1) return written
  return `${comparison === 'at_least' ? '≥' : '≤'} ${written}`
}

/** The share, or the plain number where the directive asks for a number. */
export const reachedWords = (target: Share & Pick<TargetState, 'counted'>) =>
  countsHeads(target) ? count(target.counted) : percent(target.share)

/** The whole story of one line, for those who cannot see the bar. */
export function barLabel(target: Share & Pick<TargetState, 'counted'>): string {
  const reached = `${reachedWords(target)} so với mức ${thresholdWords(target)}`
  const { high, share } = target
  return high !== null && share !== null && high > share
    ? `${reached}, cao nhất có thể ${percent(high)}`
    : reached
}
