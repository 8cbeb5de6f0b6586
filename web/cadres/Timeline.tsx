import { useEffect, useRef, useState } from 'react'
import { useWords } from '#web/lib/language.ts'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { type Career, lanesOf, type Moment, type Stretch } from './career.ts'
import { personWords } from './person-words.ts'

const LEFT = 112
const RIGHT = 12
/** A post just begun is a sliver: its words stand beside it. */
const TOO_NARROW = 70
const ROOM_BESIDE = 150
const CHAR = 6.3
const LANE = 22
const INK2 = '#524e46'

/** A working life on one line of years: work as bars, the rest as points, ratings as squares. */
export function Timeline({ career, label }: { career: Career; label: string }) {
  const say = useWords(personWords)
  const { box, wide } = useWidth()
  const perYear = (wide - LEFT - RIGHT) / (career.last - career.first)
  const current = career.work.at(-1)
  const brief = current !== undefined && (current.to - current.from) * perYear < TOO_NARROW
  const right = brief ? ROOM_BESIDE : RIGHT
  const x = (at: number) =>
    LEFT + ((at - career.first) / (career.last - career.first)) * (wide - LEFT - right)
  const reach = ({ at, title }: Moment): [number, number] => {
    const from = x(at) - 6
    return [from, from + 22 + Math.min(title.length, 34) * CHAR]
  }
  const study = lanesOf(career.study, reach)
  const party = lanesOf(career.party, reach)
  const tops = { work: 26, study: 74, party: 74 + Math.max(1, study.length) * LANE + 12 }
  const ratings = tops.party + Math.max(1, party.length) * LANE + 12
  const high = ratings + 34
  return (
    <ScrollBox className="timeline" ref={box} label={say.timeline}>
      <svg width={wide} height={high} role="img" aria-label={label}>
        <Years career={career} x={x} high={high} />
        {[
          [say.work, tops.work + 19],
          [say.study, tops.study + 15],
          [say.partyPlan, tops.party + 15],
          [say.ratings, ratings + 16],
        ].map(([words, y]) => (
          <text key={words} x="0" y={y} fontSize="12" fontWeight="600" fill={INK2}>
            {words}
          </text>
        ))}
        {career.work.map((stretch) => (
          <Bar
            key={`${stretch.from} ${stretch.title}`}
            stretch={stretch}
            x={x}
            top={tops.work}
            beside={brief && stretch === current}
          />
        ))}
        <Lanes lanes={study} x={x} top={tops.study} wide={wide} />
        <Lanes lanes={party} x={x} top={tops.party} wide={wide} />
        {career.ratings.map((rating) => (
          <Rating key={rating.year} rating={rating} x={x} top={ratings} />
        ))}
      </svg>
    </ScrollBox>
  )
}

interface Placed {
  x(at: number): number
}

function Years({ career, x, high }: Placed & { career: Career; high: number }) {
  const years = career.last - career.first
  const every = years > 36 ? 5 : years > 20 ? 2 : 1
  const marks = Array.from({ length: years }, (_, index) => career.first + index).filter(
    (year) => year % every === 0,
  )
  return marks.map((year) => (
    <g key={year}>
      <path d={`M${x(year)} 18V${high - 6}`} stroke="#ece9e2" />
      <text x={x(year) + 2} y="13" fontSize="12" fill={INK2}>
        {year}
      </text>
    </g>
  ))
}

const clipped = (text: string, room: number) => {
  const letters = Math.floor(room / CHAR)
  if (text.length <= letters) return text
  return letters < 4 ? '' : `${text.slice(0, letters - 1).trimEnd()}…`
}

interface BarProps extends Placed {
  stretch: Stretch
  top: number
  beside: boolean
}

function Bar({ stretch, x, top, beside }: BarProps) {
  const from = x(stretch.from)
  const wide = Math.max(3, x(stretch.to) - from - 2)
  const ink = stretch.light || beside ? '#1f1d1a' : '#fff'
  const left = beside ? from + wide + 6 : from + 7
  const room = beside ? ROOM_BESIDE - 8 : wide - 12
  return (
    <g>
      <title>{stretch.says}</title>
      <rect x={from} y={top} width={wide} height="34" rx="3" fill={stretch.tone} />
      <text x={left} y={top + 14} fontSize="12" fontWeight="600" fill={ink}>
        {clipped(stretch.title, room)}
      </text>
      <text x={left} y={top + 28} fontSize="11.5" fill={ink}>
        {clipped(stretch.place, room)}
      </text>
    </g>
  )
}

interface LanesProps extends Placed {
  lanes: Moment[][]
  top: number
  wide: number
}

function Lanes({ lanes, x, top, wide }: LanesProps) {
  return lanes.map((lane, index) =>
    lane.map((moment) => {
      const at = x(moment.at)
      const y = top + index * LANE + 11
      const toLeft = at + moment.title.length * CHAR + 20 > wide && at > wide / 2
      return (
        <g key={`${moment.at} ${moment.title}`}>
          <title>{moment.says}</title>
          <circle cx={at} cy={y} r="4.5" fill="#fff" stroke="#6f4e7c" strokeWidth="2.2" />
          <text
            x={toLeft ? at - 9 : at + 9}
            y={y + 4}
            fontSize="12"
            fill="#1f1d1a"
            textAnchor={toLeft ? 'end' : 'start'}
          >
            {clipped(moment.title, 34 * CHAR)}
          </text>
        </g>
      )
    }),
  )
}

const RATED: Record<string, [fill: string, ink: string]> = {
  excellent: ['#0f6b4f', '#fff'],
  good: ['#d3e8de', '#1f1d1a'],
  completed: ['#f4f2ed', '#1f1d1a'],
}

function Rating({ rating, x, top }: Placed & { rating: Career['ratings'][number]; top: number }) {
  const wide = Math.min(58, x(rating.year + 1) - x(rating.year) - 4)
  const left = (x(rating.year) + x(rating.year + 1) - wide) / 2
  const [fill, ink] = RATED[rating.level] ?? ['#fcf0e6', '#a8430a']
  return (
    <g>
      <title>{`${rating.year}: ${rating.label}`}</title>
      <rect x={left} y={top} width={wide} height="22" rx="3" fill={fill} stroke="#a9d3c1" />
      <text
        x={left + wide / 2}
        y={top + 15}
        fontSize={wide < 26 ? 10.5 : 12}
        textAnchor="middle"
        fill={ink}
      >
        {rating.short}
      </text>
    </g>
  )
}

/** As wide as its card, and never so narrow that years run into each other. */
function useWidth() {
  const box = useRef<HTMLElement>(null)
  const [wide, setWide] = useState(1100)
  useEffect(() => {
    if (!box.current) return
    const watch = new ResizeObserver(([entry]) => {
      if (entry) setWide(Math.max(900, Math.floor(entry.contentRect.width)))
    })
    watch.observe(box.current)
    return () => watch.disconnect()
  }, [])
  return { box, wide }
}
