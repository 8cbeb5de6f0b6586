import { count } from '#web/lib/format.ts'

interface Band {
  band: string
  male: number
  female: number
}

interface Props {
  /** Youngest or oldest first, as given; drawn from the top. */
  bands: Band[]
  names: { male: string; female: string }
  marked(band: string): boolean
  onOpen(band: string, sex: 'male' | 'female'): void
  label: string
}

/** Men to the left, women to the right, one band a line; every bar is a button. */
export function Pyramid({ bands, names, marked, onOpen, label }: Props) {
  const most = Math.max(1, ...bands.flatMap(({ male, female }) => [male, female]))
  const sum = (sex: 'male' | 'female') => bands.reduce((all, band) => all + band[sex], 0)
  const side = (band: Band, sex: 'male' | 'female') => (
    <button
      type="button"
      className={`pyramid-side ${sex}`}
      onClick={() => onOpen(band.band, sex)}
      aria-label={`${names[sex]}, ${band.band}: ${count(band[sex])}`}
      disabled={band[sex] === 0}
    >
      <span>{count(band[sex])}</span>
      <i style={{ width: `calc((100% - 36px) * ${(band[sex] / most).toFixed(4)})` }} />
    </button>
  )
  return (
    <fieldset className="pyramid">
      <legend className="unseen">{label}</legend>
      {bands.map((band) => (
        <div key={band.band} className={marked(band.band) ? 'marked' : undefined}>
          {side(band, 'male')}
          <b>{band.band}</b>
          {side(band, 'female')}
        </div>
      ))}
      <div className="pyramid-names" aria-hidden>
        <span>
          {names.male} {count(sum('male'))}
        </span>
        <b />
        <span>
          {names.female} {count(sum('female'))}
        </span>
      </div>
    </fieldset>
  )
}

/** "35–39" → 35 to 39; "Dưới 35" → to 34; "Từ 60" → from 60. */
export function ageRange(band: string): { from?: number; to?: number } {
  const [first, second] = (band.match(/\d+/g) ?? []).map(Number)
  if (first === undefined) return {}
  if (second !== undefined) return { from: first, to: second }
  return /dưới|under|</i.test(band) ? { to: first - 1 } : { from: first }
}
