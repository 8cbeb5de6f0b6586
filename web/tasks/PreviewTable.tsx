import { Select } from 'antd'
import { COLUMN_CODES, COLUMNS, type Column } from '#server/tasks/task-columns.ts'
import type { Output } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { taskWords } from './words.ts'

type Preview = Output<'POST /tasks/directives/preview'>
export type Chosen = Partial<Record<Column, number>>

/** Which column is which, every line as it was read, and what has to be looked at. */
export function PreviewTable(props: { preview: Preview; onMapping(mapping: Chosen): void }) {
  const { preview, onMapping } = props
  const say = useWords(taskWords)
  const options = preview.header.map((label, value) => ({
    value,
    label: label || `${say.column} ${value + 1}`,
  }))
  return (
    <ScrollBox label={say.preview}>
      <table className="listing">
        <thead>
          <tr>
            <th scope="col">{say.row}</th>
            {COLUMN_CODES.map((column) => (
              <th key={column} scope="col">
                {COLUMNS[column].label}
                <Select
                  size="small"
                  aria-label={`${say.column} ${COLUMNS[column].label}`}
                  value={preview.mapping[column]}
                  options={options}
                  onChange={(index) => onMapping({ ...preview.mapping, [column]: index })}
                  popupMatchSelectWidth={false}
                  style={{ width: '100%', minWidth: 110 }}
                />
              </th>
            ))}
            <th scope="col">{say.problem}</th>
          </tr>
        </thead>
        <tbody>
          {preview.lines.map((line) => (
            <tr key={line.row}>
              <td>{line.row}</td>
              {COLUMN_CODES.map((column) => (
                <td key={column}>{line[column] || '–'}</td>
              ))}
              <td style={{ minWidth: 180 }}>
                {preview.problems
                  .filter(({ row }) => row === line.row)
                  .map(({ column, says, blocks }) => (
                    <div key={`${column} ${says}`}>
                      {COLUMNS[column].label}: {says}
                      {blocks ? <b> ({say.blocks})</b> : null}
                    </div>
                  ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
