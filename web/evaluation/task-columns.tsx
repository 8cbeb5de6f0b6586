import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { count, day } from '#web/lib/format.ts'
import type { Column } from '#web/ui/columns.ts'
import { StateTag } from '#web/ui/StateTag.tsx'
import type { assignWords } from './assign-words.ts'
import type { Task } from './shapes.ts'

type Say = typeof assignWords.vi

export interface TaskAct {
  task: Task
  verifies: boolean
}

interface Acts {
  mayReport: boolean
  mayVerify: boolean
  act(act: TaskAct): void
}

export const taskColumns = (say: Say, acts: Acts): Column<Task>[] => [
  {
    key: 'head',
    title: say.head,
    width: 210,
    value: ({ person }) => person,
    cell: ({ person, cadreId, title, unitName }) => (
      <>
        <Link to="/ho-so/$id" params={{ id: String(cadreId) }}>
          {person}
        </Link>
        <div className="small second">{[title, unitName].filter(Boolean).join(', ')}</div>
      </>
    ),
  },
  {
    key: 'task',
    title: say.task,
    width: 320,
    value: ({ name }) => name,
    cell: ({ name, product, decisionNo, assignedBy }) => (
      <>
        {name}
        <div className="small second">
          {product} · {decisionNo}, {assignedBy}
        </div>
      </>
    ),
  },
  {
    key: 'due',
    title: say.due,
    nowrap: true,
    value: ({ dueOn }) => dueOn,
    cell: ({ dueOn }) => day(dueOn),
  },
  {
    key: 'wanted',
    title: say.wanted,
    align: 'right',
    value: ({ wanted }) => wanted,
    cell: ({ wanted }) => count(wanted),
  },
  {
    key: 'done',
    title: say.reported,
    align: 'right',
    value: ({ done }) => done,
    cell: ({ done }) => count(done),
  },
  {
    key: 'verified',
    title: say.verified,
    width: 190,
    value: ({ verified }) => verified,
    cell: ({ verified, verifiedBy, verifiedOn, wanted }) =>
      verified === null ? (
        <StateTag tone="unknown">{say.notVerified}</StateTag>
      ) : (
        <>
          <StateTag tone={verified >= wanted ? 'met' : 'not_met'}>{count(verified)}</StateTag>
          <div className="small second">
            {say.verifiedBy} {verifiedBy}, {day(verifiedOn)}
          </div>
        </>
      ),
  },
  {
    key: 'acts',
    title: say.report,
    cell: (task) => (
      <span className="row">
        {acts.mayReport ? (
          <Button size="small" onClick={() => acts.act({ task, verifies: false })}>
            {say.report}
          </Button>
        ) : null}
        {acts.mayVerify ? (
          <Button
            size="small"
            disabled={task.done === 0}
            onClick={() => acts.act({ task, verifies: true })}
          >
            {say.verify}
          </Button>
        ) : null}
      </span>
    ),
  },
]
