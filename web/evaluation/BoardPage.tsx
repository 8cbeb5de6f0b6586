import { useNavigate, useSearch } from '@tanstack/react-router'
import { App, Button, Select } from 'antd'
import { useMemo } from 'react'
import { useAnswer, useCommand } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { useRefused } from '#web/lib/use-tell.ts'
import { useTable } from '#web/ui/columns.ts'
import { DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { CopyButton } from '#web/ui/TableTools.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { boardColumns } from './board-columns.tsx'
import { Sections } from './Sections.tsx'
import type { Board } from './shapes.ts'
import { evaluationWords } from './words.ts'

/** How far each unit is with a period: the step that waits, who has declared, who is rated. */
export function BoardPage() {
  const say = useWords(evaluationWords)
  const { asOf } = useAsOf()
  const { ky } = useSearch({ from: '/inside/danh-gia' })
  const navigate = useNavigate()
  const board = useAnswer('GET /evaluation-cycles', { period: ky, asOf })
  const maySettle = useMay('evaluation.settle')
  const mayOpen = useMay('evaluation.open_cycle')
  const period = board.data?.periodLabel
  return (
    <>
      <PageHeader
        crumbs={[say.title]}
        title={period ? `${say.title}, ${period}` : say.title}
        actions={
          <>
            {maySettle && board.data && board.data.totals.overdue > 0 ? <Settle /> : null}
            {mayOpen ? (
              <Button type="primary" onClick={() => navigate({ to: '/danh-gia/mo-ky' })}>
                {say.openCycle}
              </Button>
            ) : null}
          </>
        }
      />
      <Sections />
      <Answered answer={board} rows={10}>
        {(data) =>
          data.rows.length === 0 ? (
            <section className="card">
              <EmptyState says={say.none} />
            </section>
          ) : (
            <Units board={data} />
          )
        }
      </Answered>
    </>
  )
}

function Units({ board }: { board: Board }) {
  const say = useWords(evaluationWords)
  const navigate = useNavigate({ from: '/danh-gia' })
  const columns = useMemo(() => boardColumns(say), [say])
  const table = useTable('danh-gia', columns, board.rows)
  return (
    <section className="card" aria-label={say.board}>
      <div className="filters no-print">
        <Select
          aria-label={say.period}
          value={board.period ?? undefined}
          style={{ minWidth: 210 }}
          onChange={(ky) => navigate({ search: (before) => ({ ...before, ky }), replace: true })}
          options={board.periods.map(({ period, label, units }) => ({
            value: period,
            label: `${label} (${count(units)} ${say.units})`,
          }))}
        />
        <Totals {...board.totals} />
        <CopyButton table={table} rows={table.rows} />
      </div>
      <DataTable label={say.board} table={table} rowKey={({ cycleId }) => cycleId} />
    </section>
  )
}

function Totals({ people, open, selfDone, reviewed, closed, overdue }: Board['totals']) {
  const say = useWords(evaluationWords)
  const shown: [string, string][] = [
    [say.running, count(open)],
    [say.closed, count(closed)],
    [say.overdue, count(overdue)],
    [say.self, `${count(selfDone)} / ${count(people)}`],
    [say.reviewed, `${count(reviewed)} / ${count(people)}`],
  ]
  return (
    <dl className="totals">
      {shown.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Settle() {
  const say = useWords(evaluationWords)
  const { message } = App.useApp()
  const refused = useRefused()
  const settle = useCommand('POST /evaluation-cycles/settle')
  const run = () =>
    settle.mutate(
      {},
      {
        onSuccess: ({ ended }) => void message.success(say.settled(ended.length)),
        onError: refused(say.settle),
      },
    )
  return (
    <Button loading={settle.isPending} onClick={run}>
      {say.settle}
    </Button>
  )
}
