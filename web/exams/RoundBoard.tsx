import { Link } from '@tanstack/react-router'
import type { Output } from '#web/lib/api.ts'
import { useAnswer } from '#web/lib/api.ts'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { Card } from '#web/ui/Card.tsx'
import { type Column, useTable } from '#web/ui/columns.ts'
import { DataTable } from '#web/ui/DataTable.tsx'
import { StateTag } from '#web/ui/StateTag.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { examWords } from './words.ts'

type Board = Output<'GET /exams/rounds/:id'>

/** How far a round has come: by unit, and by person. */
export function RoundBoard({ id }: { id: number }) {
  const say = useWords(examWords)
  const board = useAnswer('GET /exams/rounds/:id', { id }, { refetchInterval: 30_000 })
  return (
    <Answered answer={board}>
      {({ units, people }) => (
        <>
          <Card title={say.byUnit} aside={<a href={`/api/exams/rounds/${id}/file`}>{say.file}</a>}>
            <Units rows={units} />
          </Card>
          <Card title={say.byPerson}>
            <People rows={people} />
          </Card>
        </>
      )}
    </Answered>
  )
}

function Units({ rows }: { rows: Board['units'] }) {
  const say = useWords(examWords)
  type Row = Board['units'][number]
  const number = (key: 'people' | 'running' | 'handedIn' | 'marked' | 'passed' | 'average') => ({
    key,
    title: say[key],
    align: 'right' as const,
    value: (row: Row) => row[key],
    cell: (row: Row) => count(row[key]),
  })
  const columns: Column<Row>[] = [
    { key: 'unit', title: say.unit, value: ({ unit }) => unit, cell: ({ unit }) => unit },
    ...(['people', 'running', 'handedIn', 'marked', 'passed', 'average'] as const).map(number),
  ]
  const table = useTable('exam-units', columns, rows)
  return <DataTable label={say.byUnit} table={table} rowKey={({ unit }) => unit} />
}

function People({ rows }: { rows: Board['people'] }) {
  const say = useWords(examWords)
  type Row = Board['people'][number]
  const columns: Column<Row>[] = [
    {
      key: 'name',
      title: say.name,
      value: ({ name }) => name,
      cell: ({ name, cadreId }) => (
        <Link to="/ho-so/$id" params={{ id: String(cadreId) }}>
          {name}
        </Link>
      ),
    },
    { key: 'unit', title: say.unit, value: ({ unit }) => unit, cell: ({ unit }) => unit },
    {
      key: 'state',
      title: say.state,
      value: ({ state }) => say[state],
      cell: (row) => <State row={row} />,
    },
    {
      key: 'score',
      title: say.score,
      align: 'right',
      value: ({ score }) => score,
      cell: ({ score, maxScore }) => (score === null ? '–' : `${count(score)}/${count(maxScore)}`),
    },
  ]
  const table = useTable('exam-people', columns, rows)
  return (
    <DataTable label={say.byPerson} table={table} rowKey={({ cadreId }) => cadreId} height="60vh" />
  )
}

function State({ row: { state, passed, submittedBy } }: { row: Board['people'][number] }) {
  const say = useWords(examWords)
  const tone =
    passed === null
      ? ({ waiting: 'due', running: 'info', to_mark: 'remind', marked: 'met' } as const)[state]
      : passed
        ? 'met'
        : 'not_met'
  return (
    <>
      <StateTag tone={tone}>
        {passed === null ? say[state] : passed ? say.passed : say.failed}
      </StateTag>
      {submittedBy === 'server' ? <span className="small third"> {say.byServer}</span> : null}
    </>
  )
}
