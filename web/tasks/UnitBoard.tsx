import { useMemo } from 'react'
import type { State } from '#server/tasks/state.ts'
import { type Output, useAnswer } from '#web/lib/api.ts'
import { count, day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { type Column, useTable } from '#web/ui/columns.ts'
import { DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { StateOf } from './StateOf.tsx'
import { useTasksAddress } from './tasks-address.ts'
import { taskWords } from './words.ts'

type UnitRow = Output<'GET /tasks/units'>['rows'][number]

/** Who is behind, the most overdue first; a unit opens its own list. */
export function UnitBoard() {
  const say = useWords(taskWords)
  const { address, narrow, asOf } = useTasksAddress()
  const directive = address['van-ban']
  const board = useAnswer('GET /tasks/units', { asOf, ...(directive ? { directive } : {}) })
  return (
    <Answered answer={board} rows={10}>
      {({ rows }) =>
        rows.length === 0 ? (
          <EmptyState says={say.noText} />
        ) : (
          <Board rows={rows} onOpen={(unit) => narrow({ 'don-vi': unit, bang: undefined })} />
        )
      }
    </Answered>
  )
}

function Board({ rows, onOpen }: { rows: UnitRow[]; onOpen(unitId: number): void }) {
  const say = useWords(taskWords)
  const columns = useMemo(() => columnsOf(say), [say])
  const table = useTable('viec-theo-don-vi', columns, rows)
  return (
    <DataTable
      label={say.byUnit}
      table={table}
      rowKey={({ unitId }) => unitId}
      onOpen={({ unitId }) => onOpen(unitId)}
      height="max(420px, calc(100vh - 330px))"
    />
  )
}

const SHOWN: State[] = ['overdue', 'soon', 'extended', 'open', 'submitted', 'waiting', 'accepted']

function columnsOf(say: typeof taskWords.vi): Column<UnitRow>[] {
  return [
    {
      key: 'unit',
      title: say.unit,
      width: 260,
      value: ({ unit }) => unit,
      cell: ({ unit }) => unit,
    },
    {
      key: 'state',
      title: say.state,
      width: 460,
      value: ({ counts }) => counts.overdue ?? 0,
      cell: ({ counts }) => (
        <div className="tag-list">
          {SHOWN.map((state) => {
            const held = counts[state]
            return held ? <StateOf key={state} state={state} units={held} /> : null
          })}
        </div>
      ),
    },
    {
      key: 'oldest',
      title: say.oldest,
      width: 130,
      value: ({ oldestOverdue }) => oldestOverdue,
      cell: ({ oldestOverdue }) => (oldestOverdue ? day(oldestOverdue) : '–'),
    },
    {
      key: 'total',
      title: say.total,
      width: 90,
      align: 'right',
      value: ({ total }) => total,
      cell: ({ total }) => count(total),
    },
  ]
}
