import { useMemo } from 'react'
import type { State } from '#server/tasks/state.ts'
import { count, day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { usePhone } from '#web/lib/screen.ts'
import { ClauseChip } from '#web/ui/ClauseChip.tsx'
import { type Column, useTable } from '#web/ui/columns.ts'
import { DataTable } from '#web/ui/DataTable.tsx'
import { StateOf } from './StateOf.tsx'
import type { TaskRow } from './tasks-address.ts'
import { taskWords } from './words.ts'

export function TaskTable({ rows, onOpen }: { rows: TaskRow[]; onOpen(row: TaskRow): void }) {
  const say = useWords(taskWords)
  const phone = usePhone()
  const columns = useMemo(() => columnsOf(say, phone), [say, phone])
  const table = useTable('viec-giao', columns, rows)
  return (
    <DataTable
      label={say.list}
      table={table}
      rowKey={({ directive, id, period }) => `${directive} ${id} ${period}`}
      groupOf={({ number }) => number}
      onOpen={onOpen}
      height="max(420px, calc(100vh - 330px))"
    />
  )
}

function columnsOf(say: typeof taskWords.vi, phone: boolean): Column<TaskRow>[] {
  return [
    {
      key: 'id',
      desk: true,
      title: say.id,
      width: 80,
      nowrap: true,
      value: ({ id }) => id,
      cell: ({ id }) => id,
    },
    {
      key: 'task',
      title: say.task,
      width: 310,
      value: ({ label }) => label,
      cell: ({ id, label, product, due }) => (
        <>
          {label}
          <div className="second">
            {phone ? [id, due && day(due)].filter(Boolean).join(' · ') : product}
          </div>
        </>
      ),
    },
    {
      key: 'state',
      title: say.state,
      width: 165,
      value: ({ state }) => state,
      cell: ({ counts, units, state }) =>
        units === 1 ? (
          <StateOf state={state} />
        ) : (
          <div className="tag-list">
            {(Object.entries(counts) as [State, number][]).map(([one, held]) => (
              <StateOf key={one} state={one} units={held} />
            ))}
          </div>
        ),
    },
    {
      key: 'due',
      desk: true,
      title: say.due,
      width: 96,
      nowrap: true,
      value: ({ due }) => due,
      cell: ({ due }) => (due ? day(due) : '–'),
    },
    {
      key: 'lead',
      desk: true,
      title: say.lead,
      width: 165,
      value: ({ lead }) => lead,
      cell: ({ lead, units }) => (
        <>
          {lead}
          {units > 1 ? <div className="second">{`${count(units)} ${say.units}`}</div> : null}
        </>
      ),
    },
    {
      key: 'why',
      desk: true,
      title: say.why,
      width: 200,
      value: ({ reason }) => reason,
      cell: ({ reason }) => reason,
    },
    {
      key: 'clause',
      desk: true,
      title: say.clause,
      width: 130,
      value: ({ cite }) => cite,
      cell: ({ cite, note }) => (
        <ClauseChip cite={cite.split(' · ')[1] ?? cite}>
          <p>{cite}</p>
          {note ? <p className="second">{note}</p> : null}
        </ClauseChip>
      ),
    },
    {
      key: 'with',
      desk: true,
      title: say.with,
      width: 180,
      hidden: true,
      value: (row) => row.with.join(', '),
      cell: (row) => row.with.join(', ') || '–',
    },
  ]
}
