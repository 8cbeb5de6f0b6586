import { ScrollBox } from '#web/ui/ScrollBox.tsx'

interface Props {
  label: string
  headings: string[]
  lines: string[][]
}

/** What was published, row by row; a first cell that repeats is said once. */
export function LineTable({ label, headings, lines }: Props) {
  return (
    <ScrollBox label={label}>
      <table className="listing">
        <thead>
          <tr>
            {headings.map((heading) => (
              <th scope="col" key={heading}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a frozen table never reorders.
            <tr key={row}>
              {cells.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other name.
                <td key={at}>{at === 0 && lines[row - 1]?.[0] === cell ? '' : cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
