import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { count, day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { ClauseChip } from '#web/ui/ClauseChip.tsx'
import { type Column, useTable } from '#web/ui/columns.ts'
import { DataTable } from '#web/ui/DataTable.tsx'
import { StateTag } from '#web/ui/StateTag.tsx'
import type { DueRow } from './due-address.ts'
import { dueWords } from './words.ts'

/** What is overdue first, then under a heading for each month; a name opens the record, a chip the clause. */
export function DueTable({ rows }: { rows: DueRow[] }) {
  const say = useWords(dueWords)
  const columns = useMemo(() => columnsOf(say), [say])
  const table = useTable('den-han', columns, rows)
  return (
    <DataTable
      label={say.list}
      table={table}
      rowKey={({ kind, date, cadreId, why }) => `${kind} ${date} ${cadreId} ${why}`}
      height="max(420px, calc(100vh - 420px))"
      groupOf={({ date, overdue }) =>
        overdue ? say.overdue : `${say.month} ${Number(date.slice(5, 7))}/${date.slice(0, 4)}`
      }
    />
  )
}

function columnsOf(say: typeof dueWords.vi): Column<DueRow>[] {
  return [
    {
      key: 'date',
      title: say.date,
      width: 120,
      nowrap: true,
      value: ({ date }) => date,
      cell: ({ date, days, overdue }) => (
        <>
          {day(date)}
          {overdue ? (
            <StateTag tone="remind">{`${say.overdue} ${count(-days)} ${say.days}`}</StateTag>
          ) : null}
        </>
      ),
    },
    {
      key: 'kind',
      title: say.kind,
      width: 190,
      value: (row) => row.kindLabel,
      cell: (row) => row.kindLabel,
    },
    {
      key: 'person',
      title: say.person,
      width: 170,
      value: ({ person }) => person,
      cell: ({ cadreId, person, people }) =>
        cadreId === null ? (
          `${count(people)} ${say.people}`
        ) : (
          <Link to="/ho-so/$id" params={{ id: String(cadreId) }}>
            {person}
          </Link>
        ),
    },
    {
      key: 'post',
      title: say.post,
      width: 220,
      value: ({ unitName }) => unitName,
      cell: ({ title, unitName }) => [title, unitName].filter(Boolean).join(', ') || '–',
    },
    { key: 'why', title: say.why, width: 320, value: ({ why }) => why, cell: ({ why }) => why },
    {
      key: 'clause',
      title: say.clause,
      width: 170,
      value: ({ clause }) => clause,
      cell: ({ clause }) => (
        <ClauseChip cite={clause.split(' · ')[0] ?? clause}>
          <p>{clause}</p>
        </ClauseChip>
      ),
    },
  ]
}
