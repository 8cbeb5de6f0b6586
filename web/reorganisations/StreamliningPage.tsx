import { Link, useSearch } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { lazy, Suspense } from 'react'
import { type Output, useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { count, day, percent, plainPercent } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { Card } from '#web/ui/Card.tsx'
import { ChartFrame } from '#web/ui/ChartFrame.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { StateTag } from '#web/ui/StateTag.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { PlanCut } from './PlanCut.tsx'
import { Surplus } from './Surplus.tsx'
import { streamliningWords } from './streamlining-words.ts'
import { UnitsBelow } from './UnitsBelow.tsx'

type Answer = Output<'GET /streamlining'>
type Progress = Answer['kinds'][number]

const Trend = lazy(() => import('#web/ui/Trend.tsx').then((chart) => ({ default: chart.Trend })))

/** Heads against the baseline: one unit, by year and kind, and the units under it. */
export function StreamliningPage() {
  const say = useWords(streamliningWords)
  const { asOf } = useAsOf()
  const { 'don-vi': unitId } = useSearch({ from: '/inside/tinh-gian' })
  const answer = useAnswer('GET /streamlining', { asOf, ...(unitId ? { unitId } : {}) })
  const mayPlan = useMay('reorganisations.plan_streamlining')
  return (
    <>
      <PageHeader
        crumbs={[say.title]}
        title={answer.data ? `${say.title}: ${answer.data.unit.name}` : say.title}
        says={`${day(asOf)} · ${say.says}`}
      />
      <Answered answer={answer} rows={12}>
        {(data) => (
          <>
            {data.unit.parentId !== null && unitId ? (
              <p>
                <Link to="/tinh-gian" search={{ 'don-vi': data.unit.parentId }}>
                  ← {say.province}
                </Link>
              </p>
            ) : null}
            {data.kinds
              .filter(({ baseline, now }) => baseline + now > 0)
              .map((progress) => (
                <Kind key={progress.kind} progress={progress} asOf={asOf} />
              ))}
            {mayPlan ? <PlanCut key={data.unit.id} answer={data} /> : null}
            <UnitsBelow below={data.below} />
          </>
        )}
      </Answered>
      <Surplus />
    </>
  )
}

function Kind({ progress, asOf }: { progress: Progress; asOf: string }) {
  const say = useWords(streamliningWords)
  const { label, cut, atMost, baseline, now, done, years } = progress
  const reached = years.filter(({ on }) => on <= asOf)
  const marks = (
    rows: Progress['years'],
    value: (row: Progress['years'][number]) => number | null,
  ) => rows.map((row) => ({ asOf: row.on, value: value(row), high: null, threshold: atMost }))
  return (
    <Card
      title={label}
      aside={
        <>
          {say.need} {plainPercent(cut)} · {say.left} {count(atMost)}
          <StateTag tone={now <= atMost ? 'met' : 'not_met'}>
            {now <= atMost ? say.met : say.notMet}
          </StateTag>
        </>
      }
    >
      <div className="card-body">
        <ChartFrame
          title={
            <>
              {say.baseline} <b>{count(baseline)}</b> · {say.now} <b>{count(now)}</b> · {say.done}{' '}
              <b>{percent(done)}</b>
            </>
          }
          head={[say.year, say.planned, say.quota, say.actual]}
          rows={years.map((row) => [
            row.year,
            count(row.planned),
            count(row.quota),
            row.on <= asOf ? count(row.actual) : count(null),
          ])}
          chart={
            <div className="streamlining">
              <YearTable progress={progress} asOf={asOf} />
              <Suspense fallback={<Skeleton active paragraph={{ rows: 6 }} />}>
                <Trend
                  recorded={marks(reached, ({ actual }) => actual)}
                  coming={marks(
                    years.filter(({ on }) => on > asOf),
                    ({ planned }) => planned,
                  )}
                  asShare={false}
                  words={say}
                  label={`${label}. ${say.line}: ${reached
                    .map(({ on, actual }) => `${day(on)}: ${count(actual)}`)
                    .join('; ')}`}
                />
              </Suspense>
            </div>
          }
        />
      </div>
    </Card>
  )
}

function YearTable({ progress, asOf }: { progress: Progress; asOf: string }) {
  const say = useWords(streamliningWords)
  return (
    <ScrollBox label={`${progress.label}: ${say.year}`}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.year}</th>
            <th scope="col" className="right">
              {say.planned}
            </th>
            <th scope="col" className="right">
              {say.quota}
            </th>
            <th scope="col" className="right">
              {say.actual}
            </th>
          </tr>
        </thead>
        <tbody>
          {progress.years.map((row) => (
            <tr key={row.year}>
              <th scope="row">{row.on === asOf ? day(row.on) : row.year}</th>
              <td className="right" title={row.basis ?? undefined}>
                {count(row.planned)}
              </td>
              <td className="right">{count(row.quota)}</td>
              <td className="right">{row.on <= asOf ? count(row.actual) : count(null)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
