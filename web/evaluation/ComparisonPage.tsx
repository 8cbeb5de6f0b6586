import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { type Output, useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { ChartFrame } from '#web/ui/ChartFrame.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { amount } from './figures.ts'
import { LevelBar, LevelLegend } from './LevelBar.tsx'
import { Percentile } from './Percentile.tsx'
import { LEVELS, levelName } from './Rating.tsx'
import { resultWords } from './result-words.ts'
import { Sections } from './Sections.tsx'
import { evaluationWords } from './words.ts'

type Compared = Output<'GET /evaluation-comparison'>

/** The same titles across agencies, and how far each unit tells its people apart. */
export function ComparisonPage() {
  const say = useWords(resultWords)
  const all = useWords(evaluationWords)
  const { asOf } = useAsOf()
  const { ky } = useSearch({ from: '/inside/danh-gia/so-sanh' })
  const navigate = useNavigate({ from: '/danh-gia/so-sanh' })
  const board = useAnswer('GET /evaluation-cycles', { asOf })
  return (
    <>
      <PageHeader
        crumbs={[
          <Link key="board" to="/danh-gia">
            {all.title}
          </Link>,
          all.comparison,
        ]}
        title={say.comparison}
      />
      <Sections />
      <Answered answer={board} rows={10}>
        {({ periods }) => {
          // The running period has nothing published yet: the one before it is looked at first.
          const chosen = ky ?? periods[1]?.period ?? periods[0]?.period
          if (!chosen) return <EmptyState says={all.none} />
          return (
            <>
              <div className="above">
                <Select
                  aria-label={all.period}
                  value={chosen}
                  style={{ minWidth: 180 }}
                  onChange={(period) =>
                    navigate({ search: (before) => ({ ...before, ky: period }), replace: true })
                  }
                  options={periods.map(({ period, label }) => ({ value: period, label }))}
                />
              </div>
              <Compare period={chosen} />
            </>
          )
        }}
      </Answered>
    </>
  )
}

function Compare({ period }: { period: string }) {
  const say = useWords(resultWords)
  const answer = useAnswer('GET /evaluation-comparison', { period })
  return (
    <Answered answer={answer} rows={10}>
      {(compared) =>
        compared.units.length === 0 ? (
          <section className="card">
            <EmptyState says={say.nonePublished} />
          </section>
        ) : (
          <>
            <Titles compared={compared} />
            <Units compared={compared} />
            <Percentile period={period} />
            <p className="page-foot">
              <span>{say.comparisonSays(compared.from)}</span>
              {compared.suppressed > 0 ? <span>{say.suppressed(compared.suppressed)}</span> : null}
            </p>
          </>
        )
      }
    </Answered>
  )
}

const levelHeads = LEVELS.map((level) => levelName(level))

function Titles({ compared: { titles } }: { compared: Compared }) {
  const say = useWords(resultWords)
  const all = useWords(evaluationWords)
  if (titles.length === 0) return null
  return (
    <section className="card card-body" aria-label={say.byTitle}>
      <ChartFrame
        title={<h2>{say.byTitle}</h2>}
        head={[say.title, say.people, say.units, ...levelHeads, say.median, say.range]}
        rows={titles.map(({ title, people, units, counts, median, low, high }) => [
          title,
          count(people),
          count(units),
          ...LEVELS.map((level) => count(counts[level])),
          median === null ? '–' : amount(median),
          low === null || high === null ? '–' : `${amount(low)} – ${amount(high)}`,
        ])}
        chart={
          <>
            <LevelLegend />
            <ul className="level-rows">
              {titles.map(({ title, people, units, counts, median }) => (
                <li key={title}>
                  <span>
                    {title}
                    <small className="second">
                      {count(people)} {all.people}, {count(units)} {all.units}
                      {median === null ? '' : ` · ${say.median.toLowerCase()} ${amount(median)}`}
                    </small>
                  </span>
                  <LevelBar counts={counts} label={title} />
                </li>
              ))}
            </ul>
          </>
        }
      />
    </section>
  )
}

function Units({ compared: { units } }: { compared: Compared }) {
  const say = useWords(resultWords)
  const all = useWords(evaluationWords)
  const index = (value: number | null) => (value === null ? say.tooSmall : amount(value))
  return (
    <section className="card card-body" aria-label={say.byUnit}>
      <ChartFrame
        title={<h2>{say.byUnit}</h2>}
        head={[say.unit, say.people, ...levelHeads, say.discrimination]}
        rows={units.map(({ unitName, people, counts, discrimination }) => [
          unitName,
          count(people),
          ...LEVELS.map((level) => count(counts[level])),
          index(discrimination),
        ])}
        chart={
          <>
            <p className="small second">{say.byUnitSays}</p>
            <LevelLegend />
            <ul className="level-rows">
              {units.map(({ unitId, unitName, people, counts, discrimination }) => (
                <li key={unitId}>
                  <span>
                    {unitName}
                    <small className="second">
                      {count(people)} {all.people} ·{' '}
                      {discrimination === null ? '' : `${say.discrimination.toLowerCase()} `}
                      {index(discrimination)}
                    </small>
                  </span>
                  <LevelBar counts={counts} label={unitName} />
                </li>
              ))}
            </ul>
          </>
        }
      />
    </section>
  )
}
