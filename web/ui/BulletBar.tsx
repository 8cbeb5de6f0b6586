interface Props {
  tone: 'met' | 'not_met' | 'unknown' | 'info' | 'slate'
  share: number | null
  /** What the share could rise to if every unknown counted: hatched. */
  high?: number | null
  threshold?: number
  /** What the far end stands for; the threshold stays inside. */
  scale?: number
  thin?: boolean
  label: string
}

const width = (part: number) => `${Math.min(100, Math.max(0, part * 100)).toFixed(2)}%`

/** A share against what must be reached: solid is certain, hatched is not, the tick is the threshold. */
export function BulletBar({ tone, share, high, threshold, scale = 1, thin, label }: Props) {
  const solid = (share ?? 0) / scale
  const upTo = (high ?? share ?? 0) / scale
  const tick = threshold === undefined ? undefined : threshold / scale
  return (
    <div className={`bar ${tone} ${thin ? 'thin' : ''}`} role="img" aria-label={label}>
      <span className="part" style={{ width: width(solid) }} />
      {upTo > solid ? (
        <span className="maybe" style={{ left: width(solid), width: width(upTo - solid) }} />
      ) : null}
      {tick === undefined ? null : (
        <span className="tick" style={{ left: `calc(${width(tick)} - ${tick >= 1 ? 2 : 1}px)` }} />
      )}
    </div>
  )
}

/** Small shares need a shorter scale, or bar and threshold are slivers at the left. */
export function scaleFor(threshold: number, high: number | null): number {
  const reach = Math.max(threshold, high ?? 0)
  if (reach > 0.55) return 1
  return Math.max(0.02, threshold * 1.4667, (high ?? 0) * 1.1)
}
