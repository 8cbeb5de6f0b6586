import type { TargetState } from '#web/lib/shapes-of-directives.ts'
import { BulletBar, scaleFor } from '#web/ui/BulletBar.tsx'
import { barLabel, countsHeads } from './target-words.ts'

/** One target against its threshold; a target that asks for a number is drawn as a part of it. */
export function TargetBar({ target }: { target: TargetState }) {
  const heads = countsHeads(target) && target.threshold > 0
  const unit = heads ? target.threshold : 1
  const share = heads ? target.counted / unit : target.share
  const high = heads ? (target.counted + target.unknown) / unit : target.high
  const threshold = target.threshold / unit
  return (
    <BulletBar
      tone={target.state}
      share={share}
      high={high}
      threshold={threshold}
      scale={scaleFor(threshold, Math.max(high ?? 0, share ?? 0))}
      label={barLabel(target)}
    />
  )
}
