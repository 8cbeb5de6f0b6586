import { useMemo } from 'react'
import { type Output, useAnswer } from '#web/lib/api.ts'
import { count, day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { Card } from '#web/ui/Card.tsx'
import { ChartFrame } from '#web/ui/ChartFrame.tsx'
import { type Column, useTable } from '#web/ui/columns.ts'
import { DataTable } from '#web/ui/DataTable.tsx'
import { CopyButton } from '#web/ui/TableTools.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { AppealList } from './AppealList.tsx'
import { points, share } from './figures.ts'
import { LevelBar, LevelLegend, totalOf } from './LevelBar.tsx'
import { Papers } from './Papers.tsx'
import { LEVELS, levelName, RatingTag } from './Rating.tsx'
import { resultWords } from './result-words.ts'
import type { Cycle } from './shapes.ts'

type Results = Output<'GET /evaluation-cycles/:cycleId/results'>
type Row = Results['people'][number]

/** What was published, how it spreads, and who appealed. */
export function ResultsTab({ cycle }: { cycle: Cycle }) {
  const answer = useAnswer('GET /evaluation-cycles/:cycleId/results', { cycleId: cycle.id })
  return (
    <>
      <Answered answer={answer} rows={10}>
        {(results) => (
          <div className="columns two-and-one">
            <List results={results} />
            <Distribution results={results} />
          </div>
        )}
      </Answered>
      {useMay('evaluation.appeals') ? <AppealList cycleId={cycle.id} /> : null}
    </>
  )
}

function List({ results: { people, cycle } }: { results: Results }) {
  const say = useWords(resultWords)
  const columns = useMemo(() => columnsOf(say), [say])
  const table = useTable('ket-qua', columns, people)
  return (
    <Card
      title={say.results}
      aside={
        <>
          {say.published} {day(cycle.publishedOn)} {cycle.circle ? say.circles[cycle.circle] : ''}
          <Papers cycleId={cycle.id} forms={['summary', 'decision', 'notice']} />
          <CopyButton table={table} rows={table.rows} />
        </>
      }
    >
      <DataTable
        label={say.results}
        table={table}
        rowKey={({ evaluationId }) => evaluationId}
        groupOf={({ group }) => group}
      />
    </Card>
  )
}

const columnsOf = (say: typeof resultWords.vi): Column<Row>[] => [
  {
    key: 'name',
    title: say.name,
    value: ({ name }) => name,
    cell: ({ name, title }) => (
      <>
        {name}
        <div className="small second">{title}</div>
      </>
    ),
  },
  {
    key: 'points',
    title: say.points,
    align: 'right',
    value: (row) => row.points,
    cell: (row) => points(row.points),
  },
  {
    key: 'rating',
    title: say.rating,
    value: ({ rating }) => rating && levelName(rating),
    cell: ({ rating }) => <RatingTag rating={rating} />,
  },
]

function Distribution({ results: { counts, cycle } }: { results: Results }) {
  const say = useWords(resultWords)
  const total = totalOf(counts)
  return (
    <Card>
      <div className="card-body">
        <ChartFrame
          title={<h2>{say.distribution}</h2>}
          head={[say.level, say.people, say.share]}
          rows={LEVELS.map((level) => [
            levelName(level),
            count(counts[level]),
            share((100 * counts[level]) / Math.max(1, total)),
          ])}
          chart={
            <>
              <LevelBar counts={counts} label={cycle.unitName} />
              <LevelLegend />
            </>
          }
        />
      </div>
    </Card>
  )
}
