import { useMemo } from 'react'
import { CaseLink } from '#web/audit/CaseLink.tsx'
import { addressOf, useAnswer } from '#web/lib/api.ts'
import { count, moment } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import type { PastImport } from '#web/lib/shapes-of-imports.ts'
import { Card } from '#web/ui/Card.tsx'
import { type Column, useTable } from '#web/ui/columns.ts'
import { DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { StateTag } from '#web/ui/StateTag.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { UndoButton } from './UndoButton.tsx'
import { importWords } from './words.ts'

type Say = typeof importWords.vi

export function PastImports() {
  const say = useWords(importWords)
  const past = useAnswer('GET /imports', {})
  return (
    <Card title={say.past}>
      <Answered answer={past} rows={3}>
        {(rows) => (rows.length > 0 ? <PastTable rows={rows} /> : <EmptyState says={say.noPast} />)}
      </Answered>
    </Card>
  )
}

function PastTable({ rows }: { rows: PastImport[] }) {
  const say = useWords(importWords)
  const columns = useMemo(() => pastColumns(say), [say])
  const table = useTable('nhap.lan', columns, rows)
  return <DataTable label={say.past} table={table} rowKey={({ id }) => id} />
}

function pastColumns(say: Say): Column<PastImport>[] {
  const number = (key: 'read' | 'accepted' | 'rejected', title: string): Column<PastImport> => ({
    key,
    title,
    align: 'right',
    cell: (row) => count(row[key]),
    value: (row) => row[key],
  })
  return [
    { key: 'id', title: '#', cell: ({ id }) => id, value: ({ id }) => id },
    {
      key: 'file',
      title: say.file,
      cell: ({ id, fileName, sheet }) => (
        <>
          <a href={addressOf('GET /imports/:importId/file', { importId: id }).address} download>
            {fileName}
          </a>
          <br />
          <span className="small third">{sheet}</span>{' '}
          <span className="small">
            <CaseLink caseRef={`import:${id}`}>{say.history}</CaseLink>
          </span>
        </>
      ),
      value: ({ fileName }) => fileName,
    },
    {
      key: 'at',
      title: say.when,
      nowrap: true,
      cell: ({ at }) => moment(at),
      value: ({ at }) => at,
    },
    { key: 'by', title: say.by, cell: ({ by }) => by, value: ({ by }) => by },
    number('read', say.read),
    number('accepted', say.accepted),
    number('rejected', say.rejected),
    {
      key: 'state',
      title: say.state,
      cell: ({ undoneAt }) =>
        undoneAt ? (
          <StateTag tone="due">
            {say.undone} {moment(undoneAt)}
          </StateTag>
        ) : (
          <StateTag tone="met">{say.inUse}</StateTag>
        ),
      value: ({ undoneAt }) => undoneAt ?? '',
    },
    {
      key: 'undo',
      title: '',
      align: 'right',
      cell: ({ id, undoneAt }) => (undoneAt ? null : <UndoButton importId={id} />),
    },
  ]
}
