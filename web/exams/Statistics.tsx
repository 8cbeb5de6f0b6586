import { DIFFICULTIES } from '#server/exams/words.ts'
import { type Output, useAnswer } from '#web/lib/api.ts'
import { count, percent } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { Card } from '#web/ui/Card.tsx'
import { type Column, useTable } from '#web/ui/columns.ts'
import { DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { StateTag } from '#web/ui/StateTag.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { examWords } from './words.ts'

type Item = Output<'GET /exams/statistics'>['items'][number]

/** Which questions are too easy, too hard, or tell nobody apart. */
export function Statistics() {
  const say = useWords(examWords)
  const answer = useAnswer('GET /exams/statistics', {})
  return (
    <Card title={say.statistics}>
      <Answered answer={answer}>
        {({ from, items }) =>
          items.length === 0 ? (
            <EmptyState says={say.noStatistics} />
          ) : (
            <>
              <p className="card-body second">
                {say.statisticsSays} {count(from)} {say.papers}.
              </p>
              <Items items={items} />
            </>
          )
        }
      </Answered>
    </Card>
  )
}

function Items({ items }: { items: Item[] }) {
  const say = useWords(examWords)
  const columns: Column<Item>[] = [
    { key: 'stem', title: say.question, value: ({ stem }) => stem, cell: ({ stem }) => stem },
    {
      key: 'difficulty',
      title: say.difficulty,
      nowrap: true,
      value: ({ difficulty }) => DIFFICULTIES[difficulty].label,
      cell: ({ difficulty }) => DIFFICULTIES[difficulty].label,
    },
    {
      key: 'asked',
      title: say.asked,
      align: 'right',
      value: ({ asked }) => asked,
      cell: ({ asked }) => count(asked),
    },
    {
      key: 'ease',
      title: say.ease,
      align: 'right',
      value: ({ ease }) => ease,
      cell: ({ ease }) => (ease === null ? say.tooFew : percent(ease)),
    },
    {
      key: 'discrimination',
      title: say.discrimination,
      align: 'right',
      value: ({ discrimination }) => discrimination,
      cell: ({ discrimination }) =>
        discrimination === null ? '–' : discrimination.toFixed(2).replace('.', ','),
    },
    { key: 'flags', title: say.flags, cell: (row) => <Flags row={row} /> },
  ]
  const table = useTable('exam-statistics', columns, items)
  return (
    <DataTable
      label={say.statistics}
      table={table}
      rowKey={({ id }) => id}
      groupOf={({ topic }) => topic}
    />
  )
}

function Flags({ row: { flags, ease } }: { row: Item }) {
  const say = useWords(examWords)
  if (ease === null) return <StateTag tone="unknown">{say.tooFew}</StateTag>
  if (flags.length === 0) return <StateTag tone="met">{say.fine}</StateTag>
  return flags.map((flag) => (
    <StateTag key={flag} tone="remind">
      {say[flag]}
    </StateTag>
  ))
}
