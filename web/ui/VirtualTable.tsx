import { type UIEvent, useEffect, useRef, useState } from 'react'
import type { Column, Sort } from './columns.ts'
import { DataRow, TableHead } from './DataTable.tsx'

interface Props<Row> {
  label: string
  columns: Column<Row>[]
  total: number
  /** Undefined while its page is on the way. */
  rowAt(index: number): Row | undefined
  rowKey(row: Row): string | number
  /** Tells which rows are in sight, so that their pages can be asked for. */
  onSight(first: number, last: number): void
  sort: Sort | undefined
  sortBy(key: string): void
  onOpen(row: Row): void
  rowHeight: number
  height: string
  /** A change of it scrolls back to the first row. */
  startsOver: string
}

const AROUND = 12

/** As many rows as the province has people; only those in sight are in the page. */
export function VirtualTable<Row>(props: Props<Row>) {
  const { label, columns, total, rowAt, rowKey, onSight, rowHeight, height, startsOver } = props
  const box = useRef<HTMLElement>(null)
  const [sight, setSight] = useState({ first: 0, last: 40 })
  const look = (from: number, high: number) => {
    const first = Math.max(0, Math.floor(from / rowHeight) - AROUND)
    const last = Math.ceil((from + high) / rowHeight) + AROUND
    if (first !== sight.first || last !== sight.last) setSight({ first, last })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a different list starts over.
  useEffect(() => {
    box.current?.scrollTo({ top: 0 })
  }, [startsOver])
  useEffect(() => onSight(sight.first, sight.last), [onSight, sight])
  const first = Math.min(sight.first, total)
  const last = Math.min(sight.last, total)
  const wide = columns.reduce((sum, { width = 120 }) => sum + width, 0)
  return (
    <section
      ref={box}
      className="table-box tall virtual"
      style={{ maxHeight: height }}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must take the keyboard.
      tabIndex={0}
      aria-label={label}
      onScroll={({ currentTarget }: UIEvent<HTMLElement>) =>
        look(currentTarget.scrollTop, currentTarget.clientHeight)
      }
    >
      <table aria-rowcount={total + 1} style={{ minWidth: `calc(${wide}px * var(--grow, 1))` }}>
        <caption className="unseen">{label}</caption>
        <TableHead columns={columns} sort={props.sort} sortBy={props.sortBy} />
        <tbody>
          <Gap rows={first} rowHeight={rowHeight} span={columns.length} />
          {Array.from({ length: last - first }, (_, step) => {
            const row = rowAt(first + step)
            return row ? (
              <DataRow
                key={rowKey(row)}
                row={row}
                columns={columns}
                onOpen={props.onOpen}
                index={first + step + 2}
              />
            ) : (
              <Gap
                // biome-ignore lint/suspicious/noArrayIndexKey: a row not yet here has only its place.
                key={`wait-${first + step}`}
                rows={1}
                rowHeight={rowHeight}
                span={columns.length}
              />
            )
          })}
          <Gap rows={total - last} rowHeight={rowHeight} span={columns.length} />
        </tbody>
      </table>
    </section>
  )
}

function Gap({ rows, rowHeight, span }: { rows: number; rowHeight: number; span: number }) {
  if (rows <= 0) return null
  return (
    <tr aria-hidden className="gap" style={{ height: rows * rowHeight }}>
      <td colSpan={span} />
    </tr>
  )
}
