import { Skeleton } from 'antd'
import { lazy, Suspense } from 'react'
import { useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { count, day, percent } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import type { TargetState, TargetStory, TrendPoint } from '#web/lib/shapes-of-directives.ts'
import { ChartFrame } from '#web/ui/ChartFrame.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { countsHeads } from './target-words.ts'
import { targetWords } from './words.ts'

const Trend = lazy(() => import('#web/ui/Trend.tsx').then((chart) => ({ default: chart.Trend })))

const LOOK_AHEAD_TO = 2030
const YEARS_BACK = 4

interface Props {
  target: TargetState
  adoptedFrom: string | undefined
  milestones: TargetStory['milestones']
}

/** The years so far from records; the years to come as far as records already decide them. */
export function TargetTrend({ target, adoptedFrom, milestones }: Props) {
  const say = useWords(targetWords)
  const { asOf } = useAsOf()
  const year = Number(asOf.slice(0, 4))
  const firstYear = Math.max(year - YEARS_BACK, Number((adoptedFrom ?? '0').slice(0, 4)))
  const last = Math.max(LOOK_AHEAD_TO, ...milestones.map(({ by }) => Number(by.slice(0, 4))))
  const past = useAnswer('GET /targets/:id/trend', {
    id: target.id,
    from: `${firstYear}-12-31`,
    to: asOf,
  })
  const ahead = useAnswer(
    'GET /targets/:id/trend',
    { id: target.id, from: `${year + 1}-12-31`, to: `${last}-12-31` },
    { enabled: last > year },
  )
  if (past.isPending) return <Skeleton active paragraph={{ rows: 8 }} />
  const read = valueIn(target)
  const recorded = (past.data ?? []).filter((point) => read(point) !== null)
  const coming = (ahead.data ?? []).filter((point) => read(point) !== null)
  const write = countsHeads(target) ? count : percent
  return (
    <ChartFrame
      title={
        <>
          <b>{say.lineTitle}</b> <span className="second">{say.lineSays}</span>
        </>
      }
      head={[say.year, say.recorded, say.possible, say.level]}
      rows={[...recorded, ...coming].map((point) => [
        day(point.asOf),
        write(read(point)),
        write(point.high),
        write(point.threshold),
      ])}
      chart={
        recorded.length === 0 ? (
          <EmptyState says={say.noLine} />
        ) : (
          <>
            <Suspense fallback={<Skeleton active paragraph={{ rows: 8 }} />}>
              <Trend
                recorded={recorded.map((point) => ({ ...point, value: read(point) }))}
                coming={coming.map((point) => ({ ...point, value: read(point) }))}
                asShare={!countsHeads(target)}
                words={say}
                label={`${target.id} ${target.label}. ${recorded
                  .map((point) => `${day(point.asOf)}: ${write(read(point))}`)
                  .join('; ')}`}
              />
            </Suspense>
            {coming.length > 0 ? <p className="small second">{say.lineNote}</p> : null}
          </>
        )
      }
    />
  )
}

const valueIn =
  (target: TargetState) =>
  ({ share, counted }: TrendPoint) =>
    countsHeads(target) ? counted : share
