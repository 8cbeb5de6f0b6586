import { CaretDownFilled, CaretUpFilled, SwapOutlined } from '@ant-design/icons'
import { Fragment, type ReactNode } from 'react'
import type { Column, Sort, TableView } from './columns.ts'

interface Props<Row> {
  label: string
  table: TableView<Row>
  rowKey(row: Row): string | number
  /** Rows stay under a heading when they come in the order of the server. */
  groupOf?(row: Row): string | null
  onOpen?(row: Row): void
  selected?: string | number | undefined
  foot?: ReactNode
  height?: string
}

/** A table that sorts, keeps its head in sight, scrolls in its own box and prints on A4. */
export function DataTable<Row>(props: Props<Row>) {
  const { label, table, rowKey, groupOf, onOpen, selected, foot, height } = props
  const grouped = groupOf && !table.sort
  const fits = table.shown.some(({ desk }) => desk)
  return (
    <section
      className={`table-box ${height ? 'tall' : ''}`}
      style={{ maxHeight: height }}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must take the keyboard.
      tabIndex={0}
      aria-label={label}
    >
      <table className={fits ? 'listing fits' : 'listing'}>
        <caption className="unseen">{label}</caption>
        <TableHead columns={table.shown} sort={table.sort} sortBy={table.sortBy} />
        <tbody>
          {table.rows.map((row, index) => {
            const group = grouped ? groupOf(row) : null
            const before = table.rows[index - 1]
            const starts = group !== null && (!before || groupOf?.(before) !== group)
            return (
              <Fragment key={rowKey(row)}>
                {starts ? <GroupRow words={group} span={table.shown.length} /> : null}
                <DataRow
                  row={row}
                  columns={table.shown}
                  onOpen={onOpen}
                  selected={selected !== undefined && rowKey(row) === selected}
                />
              </Fragment>
            )
          })}
        </tbody>
        {foot ? <tfoot>{foot}</tfoot> : null}
      </table>
    </section>
  )
}

function GroupRow({ words, span }: { words: string | null; span: number }) {
  return (
    <tr className="group">
      <th colSpan={span} scope="colgroup">
        {words}
      </th>
    </tr>
  )
}

interface RowProps<Row> {
  row: Row
  columns: Column<Row>[]
  onOpen?: (row: Row) => void
  selected?: boolean
  /** Its place in the whole table, where only a part is in the page. */
  index?: number
}

export function DataRow<Row>({ row, columns, onOpen, selected, index }: RowProps<Row>) {
  const classes = [onOpen ? 'opens' : '', selected ? 'selected' : ''].join(' ').trim()
  return (
    <tr
      className={classes || undefined}
      aria-rowindex={index}
      onClick={onOpen ? (event) => leavesAlone(event.target) || onOpen(row) : undefined}
    >
      {columns.map((column) => (
        <td key={column.key} className={cellClass(column)}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  )
}

/** A press on a link or a button in the row is meant for that alone. */
const leavesAlone = (pressed: EventTarget) =>
  pressed instanceof Element && pressed.closest('a, button') !== null

const cellClass = <Row,>({ align, nowrap, desk }: Column<Row>) =>
  [align, nowrap && 'nowrap', desk && 'only-desk'].filter(Boolean).join(' ') || undefined

interface HeadProps<Row> {
  columns: Column<Row>[]
  sort: Sort | undefined
  sortBy(key: string): void
}

export function TableHead<Row>({ columns, sort, sortBy }: HeadProps<Row>) {
  return (
    <thead>
      <tr>
        {columns.map((column) => {
          const sorted = sort?.key === column.key ? sort : undefined
          const order = sorted ? (sorted.descending ? 'descending' : 'ascending') : undefined
          return (
            <th
              key={column.key}
              scope="col"
              className={headClass(column)}
              style={widthOf(column)}
              aria-sort={order}
            >
              {column.value ? (
                <button type="button" className="sort" onClick={() => sortBy(column.key)}>
                  {column.title}
                  {sorted ? <SortMark descending={sorted.descending} /> : null}
                  {sorted ? null : <SwapOutlined rotate={90} className="idle" aria-hidden />}
                </button>
              ) : (
                column.title
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

const headClass = <Row,>({ align, desk }: Column<Row>) =>
  [align, desk && 'only-desk'].filter(Boolean).join(' ') || undefined

/** Letters are larger on a phone, and so are the columns. */
const widthOf = <Row,>({ width }: Column<Row>) =>
  width ? { width: `calc(${width}px * var(--grow, 1))`, minWidth: width } : undefined

function SortMark({ descending }: { descending: boolean }) {
  return descending ? <CaretDownFilled aria-hidden /> : <CaretUpFilled aria-hidden />
}
