import { PlusOutlined } from '@ant-design/icons'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useMemo, useState } from 'react'
import { type Output, useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { count, percent } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { BulletBar } from '#web/ui/BulletBar.tsx'
import { ClauseChip } from '#web/ui/ClauseChip.tsx'
import { useTable } from '#web/ui/columns.ts'
import { DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { assignWords } from './assign-words.ts'
import { Sections } from './Sections.tsx'
import { CountDialog, TaskDrawer } from './TaskForms.tsx'
import { type TaskAct, taskColumns } from './task-columns.tsx'
import { evaluationWords } from './words.ts'

/** Tasks given to heads with a countable product: only what somebody else verified counts. */
export function BreakthroughPage() {
  const say = useWords(assignWords)
  const all = useWords(evaluationWords)
  const { asOf } = useAsOf()
  const { nam = Number(asOf.slice(0, 4)) } = useSearch({ from: '/inside/danh-gia/dot-pha' })
  const navigate = useNavigate({ from: '/danh-gia/dot-pha' })
  const answer = useAnswer('GET /breakthrough-tasks', { year: nam, asOf })
  const mayGive = useMay('evaluation.assign_breakthrough')
  const [giving, setGiving] = useState(false)
  const thisYear = Number(asOf.slice(0, 4))
  return (
    <>
      <PageHeader
        crumbs={[
          <Link key="board" to="/danh-gia">
            {all.title}
          </Link>,
          all.breakthrough,
        ]}
        title={say.breakthrough}
        says={say.breakthroughSays}
        actions={
          mayGive ? (
            <Button
              type="primary"
              icon={<PlusOutlined aria-hidden />}
              onClick={() => setGiving(true)}
            >
              {say.give}
            </Button>
          ) : null
        }
      />
      <Sections />
      <section className="card" aria-label={say.breakthrough}>
        <div className="filters no-print">
          <Select
            aria-label={say.year}
            value={nam}
            style={{ width: 120 }}
            onChange={(year: number) =>
              navigate({ search: (before) => ({ ...before, nam: year }), replace: true })
            }
            options={[1, 0, -1, -2, -3].map((off) => ({
              value: thisYear + off,
              label: String(thisYear + off),
            }))}
          />
        </div>
        <Answered answer={answer} rows={6}>
          {(tasks) =>
            tasks.rows.length === 0 ? (
              <EmptyState says={say.noTasks} />
            ) : (
              <Listing key={nam} tasks={tasks} />
            )
          }
        </Answered>
      </section>
      <TaskDrawer open={giving} year={nam} onClose={() => setGiving(false)} />
    </>
  )
}

function Listing({ tasks }: { tasks: Output<'GET /breakthrough-tasks'> }) {
  const say = useWords(assignWords)
  const mayReport = useMay('evaluation.report_breakthrough')
  const mayVerify = useMay('evaluation.verify_breakthrough')
  const [act, setAct] = useState<TaskAct>()
  const columns = useMemo(
    () => taskColumns(say, { mayReport, mayVerify, act: setAct }),
    [say, mayReport, mayVerify],
  )
  const table = useTable('dot-pha', columns, tasks.rows)
  const { completion, verified, wanted, clause } = tasks
  return (
    <>
      <div className="card-body completion">
        <b>
          {say.completion}: {percent(completion)}
        </b>
        <BulletBar
          tone="met"
          share={completion}
          label={`${say.completion}: ${percent(completion)}`}
        />
        <span className="second">
          {count(verified)} / {count(wanted)}
        </span>
        <ClauseChip cite={clause}>{clause}</ClauseChip>
      </div>
      <DataTable label={say.breakthrough} table={table} rowKey={({ id }) => id} />
      {act ? <CountDialog act={act} onClose={() => setAct(undefined)} /> : null}
    </>
  )
}
