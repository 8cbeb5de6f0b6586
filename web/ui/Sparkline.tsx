interface Props {
  values: (number | null)[]
  threshold?: number
  label: string
}

const WIDE = 92
const HIGH = 26

/** Five years in the width of a word; the dotted line is the threshold. */
export function Sparkline({ values, threshold, label }: Props) {
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return <span className="third">–</span>
  const all = threshold === undefined ? known : [...known, threshold]
  const low = Math.min(...all)
  const reach = Math.max(...all) - low || 1
  const y = (value: number) => HIGH - 5 - ((value - low) / reach) * (HIGH - 10)
  const x = (index: number) => 4 + (index * (WIDE - 8)) / Math.max(1, values.length - 1)
  const points = values.flatMap((value, index) =>
    value === null ? [] : [{ x: x(index), y: y(value) }],
  )
  const last = points.at(-1)
  return (
    <svg width={WIDE} height={HIGH} role="img" aria-label={label}>
      {threshold === undefined ? null : (
        <path d={`M0 ${y(threshold)}H${WIDE}`} stroke="#1f1d1a" strokeDasharray="2 3" fill="none" />
      )}
      <path
        d={`M${points.map((point) => `${point.x} ${point.y.toFixed(1)}`).join('L')}`}
        fill="none"
        stroke="#2f6690"
        strokeWidth="1.6"
      />
      {last ? <circle cx={last.x} cy={last.y} r="2.6" fill="#2f6690" /> : null}
    </svg>
  )
}
