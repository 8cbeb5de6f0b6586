import { Fragment } from 'react'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'

interface Props {
  label: string
  headings: string[]
  lines: string[][]
}

/** What was published, row by row; where first cells repeat they become headings over their rows. */
export function LineTable({ label, headings, lines }: Props) {
  const firsts = new Set(lines.map(([first]) => first))
  const grouped = headings.length > 2 && firsts.size * 2 <= lines.length
  const columns = grouped ? headings.slice(1) : headings
  return (
    <ScrollBox label={label}>
      <table className={columns.length > 3 ? 'listing' : 'listing lines'}>
        <thead>
          <tr>
            {columns.map((heading) => (
              <th scope="col" key={heading}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a frozen table never reorders.
            <Fragment key={row}>
              {grouped && cells[1] !== '' && lines[row - 1]?.[0] !== cells[0] ? (
                <tr>
                  <th scope="rowgroup" colSpan={columns.length}>
                    {cells[0]}
                  </th>
                </tr>
              ) : null}
              <Row cells={grouped ? [cells[1] || (cells[0] ?? ''), ...cells.slice(2)] : cells} />
            </Fragment>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

function Row({ cells }: { cells: string[] }) {
  return (
    <tr>
      {cells.map((cell, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other name.
        <td key={at}>{cell}</td>
      ))}
    </tr>
  )
}
