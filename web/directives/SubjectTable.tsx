import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useWords } from '#web/lib/language.ts'
import type { Status, SubjectRow } from '#web/lib/shapes-of-directives.ts'
import { type Column, useTable } from '#web/ui/columns.ts'
import { DataTable } from '#web/ui/DataTable.tsx'
import { StateTag, type Tone } from '#web/ui/StateTag.tsx'
import { targetWords } from './words.ts'

type Say = typeof targetWords.vi
const MOST_FACTS = 3
const TONES: Record<Status, Tone> = { counted: 'met', not_counted: 'plain', unknown: 'unknown' }

/** The facts asked of these rows become columns, so that the reason can be read off the record. */
export function SubjectTable({ rows, label }: { rows: SubjectRow[]; label: string }) {
  const say = useWords(targetWords)
  const columns = useMemo(() => subjectColumns(rows, say), [rows, say])
  const asked = columns.map(({ key }) => key).join('.')
  return <Listed key={asked} rows={rows} label={label} columns={columns} />
}

interface ListedProps {
  rows: SubjectRow[]
  label: string
  columns: Column<SubjectRow>[]
}

function Listed({ rows, label, columns }: ListedProps) {
  const table = useTable(`tinh.${columns.map(({ key }) => key).join('.')}`, columns, rows)
  return (
    <DataTable
      label={label}
      table={table}
      rowKey={({ subjectId }) => subjectId}
      height={rows.length > 15 ? '620px' : undefined}
    />
  )
}

function subjectColumns(rows: SubjectRow[], say: Say): Column<SubjectRow>[] {
  const words: Record<Status, string> = {
    counted: say.tabCounted,
    unknown: say.tabUnknown,
    not_counted: say.tabNot,
  }
  const asked = tellingFacts(rows)
  const fact = (row: SubjectRow, key: string) =>
    row.facts.find((one) => one.fact === key)?.value ?? '–'
  return [
    {
      key: 'name',
      title: say.name,
      cell: (row) => <Who row={row} />,
      value: ({ name }) => name,
    },
    ...(rows.some(({ title }) => title)
      ? [
          {
            key: 'post',
            title: say.post,
            cell: ({ title }: SubjectRow) => title ?? '–',
            value: ({ title }: SubjectRow) => title,
          },
        ]
      : []),
    ...asked.map(({ fact: key, label }) => ({
      key,
      title: label,
      cell: (row: SubjectRow) => fact(row, key),
      value: (row: SubjectRow) => fact(row, key),
    })),
    {
      key: 'status',
      title: say.decision,
      cell: ({ status }) => <StateTag tone={TONES[status]}>{words[status]}</StateTag>,
      value: ({ status }) => words[status],
    },
    { key: 'why', title: say.why, cell: ({ why }) => why, value: ({ why }) => why },
    {
      key: 'paper',
      title: say.paper,
      cell: ({ missing }) =>
        missing.length === 0 ? (
          <span className="third">{say.enough}</span>
        ) : (
          missing.map((gap) => (
            <span key={gap.fact} className="paper-wanted">
              + {say.add} {gap.paper}
            </span>
          ))
        ),
      value: ({ missing }) => missing.map(({ paper }) => paper).join('; ') || say.enough,
    },
  ]
}

/** Facts on which these rows differ; what is the same on every line tells nothing. */
function tellingFacts(rows: SubjectRow[]): SubjectRow['facts'] {
  const all = rows[0]?.facts ?? []
  const differs = ({ fact }: SubjectRow['facts'][number]) =>
    new Set(rows.map(({ facts }) => facts.find((one) => one.fact === fact)?.value)).size > 1
  return all.filter(differs).slice(-MOST_FACTS)
}

function Who({ row }: { row: SubjectRow }) {
  return (
    <>
      {row.cadreId !== null ? (
        <Link to="/ho-so/$id" params={{ id: String(row.cadreId) }}>
          {row.name}
        </Link>
      ) : row.unitId !== null ? (
        <Link to="/to-chuc" search={{ 'don-vi': row.unitId }}>
          {row.name}
        </Link>
      ) : (
        row.name
      )}
      {row.unitName && row.unitName !== row.name ? (
        <>
          <br />
          <span className="small third">{row.unitName}</span>
        </>
      ) : null}
    </>
  )
}
