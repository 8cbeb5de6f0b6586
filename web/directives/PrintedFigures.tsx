import { useMemo } from 'react'
import type { Output } from '#web/lib/api.ts'
import { useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { Card } from '#web/ui/Card.tsx'
import { type Column, useTable } from '#web/ui/columns.ts'
import { DataTable } from '#web/ui/DataTable.tsx'
import { StateTag } from '#web/ui/StateTag.tsx'
import { CopyButton } from '#web/ui/TableTools.tsx'
import { targetWords } from './words.ts'

type Figure = Output<'GET /figures'>[number]
type Say = typeof targetWords.vi

/** What the documents print beside what the records say; a difference is shown, never smoothed. */
export function PrintedFigures() {
  const { asOf } = useAsOf()
  const figures = useAnswer('GET /figures', { asOf })
  if (!figures.data || figures.data.length === 0) return null
  return <Figures rows={figures.data} />
}

function Figures({ rows }: { rows: Figure[] }) {
  const say = useWords(targetWords)
  const columns = useMemo(() => figureColumns(say), [say])
  const differing = rows.filter(({ agrees }) => !agrees).length
  const table = useTable('so-in', columns, rows)
  return (
    <Card
      title={say.figuresTitle}
      aside={
        <>
          <StateTag tone="met">
            {count(rows.length - differing)} {say.agrees.toLowerCase()}
          </StateTag>
          {differing > 0 ? (
            <StateTag tone="remind">
              {count(differing)} {say.differs.toLowerCase()}
            </StateTag>
          ) : null}
          <span>{say.figuresSays}</span>
          <CopyButton table={table} rows={table.rows} />
        </>
      }
    >
      <DataTable
        label={say.figuresTitle}
        table={table}
        rowKey={({ id, item }) => `${id} ${item}`}
        height={rows.length > 14 ? '420px' : undefined}
      />
    </Card>
  )
}

function figureColumns(say: Say): Column<Figure>[] {
  return [
    { key: 'id', title: say.code, nowrap: true, cell: ({ id }) => id, value: ({ id }) => id },
    { key: 'item', title: say.item, cell: ({ item }) => item, value: ({ item }) => item },
    {
      key: 'cite',
      title: say.clause,
      nowrap: true,
      cell: ({ cite }) => cite,
      value: ({ cite }) => cite,
    },
    {
      key: 'printed',
      title: say.printed,
      align: 'right',
      cell: ({ printed }) => count(printed),
      value: ({ printed }) => printed,
    },
    {
      key: 'counted',
      title: say.countedNow,
      align: 'right',
      cell: ({ counted }) => <b>{count(counted)}</b>,
      value: ({ counted }) => counted,
    },
    {
      key: 'agrees',
      title: say.result,
      cell: ({ agrees }) => (
        <StateTag tone={agrees ? 'met' : 'remind'}>{agrees ? say.agrees : say.differs}</StateTag>
      ),
      value: ({ agrees }) => (agrees ? say.agrees : say.differs),
    },
    {
      key: 'note',
      title: say.note,
      cell: ({ note }) => <span className="small second">{note}</span>,
      value: ({ note }) => note,
    },
  ]
}
