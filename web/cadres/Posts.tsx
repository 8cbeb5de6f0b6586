import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import type { CadreFile } from '#web/lib/shapes-of-cadres.ts'
import { Card } from '#web/ui/Card.tsx'
import { type Column, useTable } from '#web/ui/columns.ts'
import { DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { CopyButton } from '#web/ui/TableTools.tsx'
import { personWords } from './person-words.ts'

type Tenure = CadreFile['tenures'][number]
type Say = typeof personWords.vi

export function Posts({ file }: { file: CadreFile }) {
  const say = useWords(personWords)
  const columns = useMemo(() => postColumns(say), [say])
  const table = useTable('cong-tac', columns, file.tenures)
  return (
    <Card title={say.work} aside={<CopyButton table={table} rows={table.rows} />}>
      {file.tenures.length === 0 ? (
        <EmptyState says={say.noTimeline} />
      ) : (
        <DataTable label={say.work} table={table} rowKey={({ id }) => id} />
      )}
    </Card>
  )
}

function postColumns(say: Say): Column<Tenure>[] {
  const held = { main: '', concurrent: say.concurrent, acting: say.acting }
  return [
    {
      key: 'from',
      title: say.from,
      nowrap: true,
      cell: ({ from }) => day(from),
      value: ({ from }) => from,
    },
    {
      key: 'to',
      title: say.to,
      nowrap: true,
      cell: ({ to }) => (to ? day(to) : say.now),
      value: ({ to }) => to,
    },
    {
      key: 'title',
      title: say.post,
      cell: ({ title, holding }) => (
        <>
          <b>{title}</b>
          {held[holding] ? ` (${held[holding]})` : ''}
        </>
      ),
      value: ({ title }) => title,
    },
    {
      key: 'unit',
      title: say.unit,
      cell: ({ unitId, unitName }) => (
        <Link to="/to-chuc" search={{ 'don-vi': unitId }} className="ink">
          {unitName}
        </Link>
      ),
      value: ({ unitName }) => unitName,
    },
    {
      key: 'entry',
      title: say.how,
      cell: ({ entryLabel, fromUnitName }) => (
        <>
          {entryLabel}
          {fromUnitName ? <span className="small third"> ← {fromUnitName}</span> : null}
        </>
      ),
      value: ({ entryLabel }) => entryLabel,
    },
    {
      key: 'decision',
      title: say.decision,
      cell: ({ decisionNo }) => <span className="small second">{decisionNo ?? '–'}</span>,
      value: ({ decisionNo }) => decisionNo,
    },
  ]
}
