import { Segmented, Select } from 'antd'
import { useEffect, useRef } from 'react'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import type { ImportPreview, ImportRow } from '#web/lib/shapes-of-imports.ts'
import { Card } from '#web/ui/Card.tsx'
import { RowValues } from './RowValues.tsx'
import { titleOf } from './Tables.tsx'
import { importWords } from './words.ts'

const MOST_TABS = 4

interface Props {
  preview: ImportPreview
  chosen: string | undefined
  onChoose(cell: string): void
  onSheet(sheet: string): void
}

/** The sheet as it is on the left, the value each cell becomes on the right. */
export function CellPreview({ preview, chosen, onChoose, onSheet }: Props) {
  const say = useWords(importWords)
  const row =
    preview.rows.find(({ cells }) => cells.some(({ cell }) => cell === chosen)) ?? preview.rows[0]
  return (
    <Card title={say.preview} aside={<SheetChoice preview={preview} onSheet={onSheet} />}>
      <div className="cell-preview">
        <div>
          <Sheet preview={preview} row={row} chosen={chosen} onChoose={onChoose} />
          <p className="small second card-body">
            {say.previewNote} ({count(preview.rows.length)} {say.first})
          </p>
        </div>
        {row ? <RowValues row={row} chosen={chosen} /> : null}
      </div>
    </Card>
  )
}

function SheetChoice({ preview, onSheet }: Pick<Props, 'preview' | 'onSheet'>) {
  const say = useWords(importWords)
  const options = preview.tables
    .filter(({ read }) => read)
    .map((table) => ({
      value: table.name,
      label: `${titleOf(table, say.row)} (${count(table.rows)})`,
    }))
  if (options.length === 1) return null
  return options.length <= MOST_TABS ? (
    <Segmented
      size="small"
      aria-label={say.sheets}
      value={preview.shown}
      options={options}
      onChange={onSheet}
    />
  ) : (
    <Select
      size="small"
      aria-label={say.sheets}
      value={preview.shown}
      options={options}
      onChange={onSheet}
      popupMatchSelectWidth={false}
      style={{ minWidth: 180 }}
    />
  )
}

interface SheetProps {
  preview: ImportPreview
  row: ImportRow | undefined
  chosen: string | undefined
  onChoose(cell: string): void
}

function Sheet({ preview, row, chosen, onChoose }: SheetProps) {
  const say = useWords(importWords)
  const states = new Map(
    preview.problems
      .filter(({ sheet }) => sheet === preview.sheet)
      .map(({ cell, severity }) => [cell, severity]),
  )
  const [from] = preview.table.headerRows
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must take the keyboard.
    <section className="table-box tall sheet" tabIndex={0} aria-label={say.preview}>
      <table>
        <thead>
          <tr>
            <th scope="col" className="row-no">
              <span className="unseen">{say.row}</span>
            </th>
            {preview.columns.map(({ column }) => (
              <th
                key={column}
                scope="col"
                className={chosen?.replace(/\d+$/, '') === column ? 'center here' : 'center'}
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className="headings">
            <td className="row-no">{from}</td>
            {preview.columns.map(({ column, heading }) => (
              <td key={column}>{heading}</td>
            ))}
          </tr>
          {preview.rows.map((one) => (
            <SheetRow
              key={one.row}
              row={one}
              current={one === row}
              chosen={chosen}
              states={states}
              onChoose={onChoose}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface SheetRowProps {
  row: ImportRow
  current: boolean
  chosen: string | undefined
  states: Map<string, 'blocks' | 'reminds'>
  onChoose(cell: string): void
}

function SheetRow({ row, current, chosen, states, onChoose }: SheetRowProps) {
  const line = useRef<HTMLTableRowElement>(null)
  const isChosen = current && chosen !== undefined
  useEffect(() => {
    if (isChosen) line.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  return (
    <tr ref={line} className={current ? 'current' : undefined}>
      <td className="row-no">{row.row}</td>
      {row.cells.map(({ cell, shown }) => (
        <td
          key={cell}
          className={[states.get(cell) ?? '', cell === chosen ? 'chosen' : ''].join(' ').trim()}
        >
          <button type="button" onClick={() => onChoose(cell)} aria-label={`${cell}: ${shown}`}>
            {shown}
          </button>
        </td>
      ))}
    </tr>
  )
}
