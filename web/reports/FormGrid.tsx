import { useNavigate } from '@tanstack/react-router'
import type { Output } from '#web/lib/api.ts'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { headerRows } from './header.ts'
import { reportWords } from './words.ts'

export type Filled = Output<'GET /forms/:form'>
type Line = Filled['rows'][number]

/** The form as a table: headings and names stay in sight, each number opens its people. */
export function FormGrid({ table }: { table: Filled }) {
  const say = useWords(reportWords)
  const heads = headerRows(table.columns)
  const total = { no: '', label: say.total, indent: 0, unitId: null, cells: table.totals }
  return (
    <ScrollBox label={`${table.number} · ${table.title}`} className="table-box form-grid">
      <table>
        <thead>
          {heads.map((row, level) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a head never reorder.
            <tr key={level}>
              {level === 0 ? (
                <th scope="col" rowSpan={heads.length} className="form-name">
                  {table.byUnits ? say.unit : say.line}
                </th>
              ) : null}
              {row.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: nor do its cells.
                <th key={index} scope="col" colSpan={cell.columns} rowSpan={cell.rows}>
                  {cell.text}
                </th>
              ))}
            </tr>
          ))}
          <tr className="form-numbers">
            <th scope="col" className="form-name">
              B
            </th>
            {table.columns.map(({ no }) => (
              <th key={no} scope="col">
                {no}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.byUnits ? <Row table={table} line={total} isTotal /> : null}
          {table.rows.map((line) => (
            <Row key={line.no} table={table} line={line} isTotal={false} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

function Row({ table, line, isTotal }: { table: Filled; line: Line; isTotal: boolean }) {
  const say = useWords(reportWords)
  const navigate = useNavigate({ from: '/bieu-mau' })
  const open = (column: string) =>
    navigate({
      search: (before) => ({
        ...before,
        dong: table.byUnits ? undefined : line.no,
        cot: column,
        'don-vi': line.unitId ?? undefined,
      }),
    })
  return (
    <tr className={isTotal || (!table.byUnits && line.indent === 0) ? 'strong' : undefined}>
      <th scope="row" className="form-name" style={{ paddingLeft: 12 + line.indent * 14 }}>
        {table.byUnits || !line.no ? line.label : `${line.no}. ${line.label}`}
      </th>
      {line.cells.map(({ value, unknown }, index) => {
        const column = table.columns[index]
        if (!column) return null
        const hint = unknown > 0 ? `${count(unknown)} ${say.unknownHint}` : undefined
        return (
          <td key={column.no} className={unknown > 0 ? 'num open-cell' : 'num'}>
            {column.quota || (!value && unknown === 0) ? (
              count(value)
            ) : (
              <button
                type="button"
                title={hint}
                aria-label={`${line.label}, ${column.label}: ${count(value)}${hint ? `, ${hint}` : ''}`}
                onClick={() => open(column.no)}
              >
                {count(value)}
                {unknown > 0 ? <sup>{`+${count(unknown)}?`}</sup> : null}
              </button>
            )}
          </td>
        )
      })}
    </tr>
  )
}
