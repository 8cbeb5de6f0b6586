import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import type { Pack, TargetState, TrendPoint } from '#web/lib/shapes-of-directives.ts'
import { Card } from '#web/ui/Card.tsx'
import { useTable } from '#web/ui/columns.ts'
import { DataTable } from '#web/ui/DataTable.tsx'
import { ColumnsButton, CopyButton } from '#web/ui/TableTools.tsx'
import { TargetPanel } from './TargetPanel.tsx'
import { targetColumns } from './target-columns.tsx'
import { targetWords } from './words.ts'

interface Props {
  targets: TargetState[]
  pack: Pack | undefined
  trends: Map<string, TrendPoint[]>
}

/** The targets of one document; the open one unfolds beneath its table. */
export function DirectiveCard({ targets, pack, trends }: Props) {
  const say = useWords(targetWords)
  const { mo } = useSearch({ from: '/inside/chi-tieu' })
  const navigate = useNavigate({ from: '/chi-tieu' })
  const columns = useMemo(() => targetColumns(say, pack, trends), [say, pack, trends])
  const table = useTable('chi-tieu', columns, targets)
  const open = targets.find(({ id }) => id === mo)
  const [first] = targets
  const title = first ? `${first.directiveNumber}: ${first.directiveTitle}` : ''
  const met = targets.filter(({ state }) => state === 'met').length
  return (
    <>
      <Card
        title={title}
        aside={
          <>
            <span>
              {pack ? `${pack.issuer}, ${say.issued} ${day(pack.issuedOn)}` : ''}
              {pack?.to ? ` ${say.until} ${day(pack.to)}` : ''} · {met} / {targets.length}{' '}
              {say.metOf}
            </span>
            <CopyButton table={table} rows={table.rows} />
            <ColumnsButton table={table} />
          </>
        }
      >
        <DataTable
          label={title}
          table={table}
          rowKey={({ id }) => id}
          selected={mo}
          onOpen={({ id }) =>
            void navigate({
              search: ({ ngay, xem }) => ({ ngay, xem, mo: id === mo ? undefined : id }),
              resetScroll: false,
            })
          }
        />
      </Card>
      {open ? <TargetPanel key={open.id} target={open} pack={pack} /> : null}
    </>
  )
}
