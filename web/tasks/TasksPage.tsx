import { keepPreviousData } from '@tanstack/react-query'
import { Button, Drawer, Segmented, Select } from 'antd'
import { useState } from 'react'
import { STATES } from '#server/tasks/state.ts'
import { useAnswer } from '#web/lib/api.ts'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { UnitSelect } from '#web/organisation/UnitSelect.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { FilterBar } from '#web/ui/FilterBar.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { Events } from './Events.tsx'
import { IssueDrawer } from './IssueDrawer.tsx'
import { TaskPanel } from './TaskPanel.tsx'
import { TaskTable } from './TaskTable.tsx'
import { openIn, openOf, useTasksAddress } from './tasks-address.ts'
import { UnitBoard } from './UnitBoard.tsx'
import { taskWords } from './words.ts'

/** What directives assign: who, by when, how it stands; the board by unit; what starts clocks. */
export function TasksPage() {
  const say = useWords(taskWords)
  const { address, narrow, asked, asOf } = useTasksAddress()
  const list = useAnswer('GET /tasks', asked, { placeholderData: keepPreviousData })
  const mayIssue = useMay('tasks.issue_directive')
  const [issuing, setIssuing] = useState(false)
  const open = openIn(address.mo)
  const view = address.bang ?? 'viec'
  return (
    <>
      <PageHeader
        crumbs={[say.title]}
        title={say.title}
        says={[list.data ? `${count(list.data.rows.length)} ${say.lines}` : '', say.says]
          .filter(Boolean)
          .join(' · ')}
        actions={mayIssue ? <Button onClick={() => setIssuing(true)}>{say.issue}</Button> : null}
      />
      <section className="card" aria-label={say.list}>
        <Filters />
        <div className="card-body no-print">
          <Segmented
            value={view}
            onChange={(bang) => narrow({ bang: bang === 'viec' ? undefined : bang })}
            options={[
              { value: 'viec', label: say.task },
              { value: 'don-vi', label: say.byUnit },
              { value: 'su-kien', label: say.event },
            ]}
          />
        </div>
        {view === 'don-vi' ? <UnitBoard /> : null}
        {view === 'su-kien' ? <Events /> : null}
        {view === 'viec' ? (
          <Answered answer={list} rows={12}>
            {({ rows }) =>
              rows.length === 0 ? (
                <EmptyState says={asked.directive || asked.state ? say.none : say.noText} />
              ) : (
                <TaskTable
                  rows={rows}
                  onOpen={({ id, directive, period }) =>
                    narrow({ mo: openOf({ directive, task: id, period }) })
                  }
                />
              )
            }
          </Answered>
        ) : null}
      </section>
      <Drawer
        open={open !== undefined}
        onClose={() => narrow({ mo: undefined, cua: undefined })}
        title={open ? `${say.task} ${open.task}` : ''}
        size={720}
        destroyOnHidden
      >
        {open ? (
          <TaskPanel
            open={open}
            asOf={asOf}
            unitId={address.cua}
            onUnit={(cua) => narrow({ cua })}
          />
        ) : null}
      </Drawer>
      <IssueDrawer open={issuing} onClose={() => setIssuing(false)} />
    </>
  )
}

function Filters() {
  const say = useWords(taskWords)
  const { address, narrow, asOf } = useTasksAddress()
  const directives = useAnswer('GET /tasks/directives', { asOf })
  const filtered = Boolean(address['van-ban'] || address.loc || address['don-vi'])
  return (
    <FilterBar
      filtered={filtered}
      onClear={() => narrow({ 'van-ban': undefined, loc: undefined, 'don-vi': undefined })}
      first={
        <Select
          allowClear
          aria-label={say.directive}
          placeholder={say.anyDirective}
          value={address['van-ban']}
          onChange={(directive: string | undefined) => narrow({ 'van-ban': directive })}
          options={(directives.data ?? []).map(({ id, number, title }) => ({
            value: id,
            label: `${number} · ${title}`,
          }))}
          popupMatchSelectWidth={false}
          style={{ width: 300, maxWidth: '100%' }}
        />
      }
    >
      <Select
        allowClear
        aria-label={say.state}
        placeholder={say.anyState}
        value={address.loc}
        onChange={(loc: string | undefined) => narrow({ loc })}
        options={Object.entries(STATES).map(([value, { label }]) => ({ value, label }))}
        style={{ width: 170 }}
      />
      <UnitSelect
        label={say.unit}
        value={address['don-vi']}
        onChange={(unit) => narrow({ 'don-vi': unit })}
      />
    </FilterBar>
  )
}
