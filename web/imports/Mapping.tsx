import { WarningFilled } from '@ant-design/icons'
import { Select } from 'antd'
import { useWords } from '#web/lib/language.ts'
import type { ImportColumn, ImportPreview } from '#web/lib/shapes-of-imports.ts'
import { Card } from '#web/ui/Card.tsx'
import { findInLabels } from '#web/ui/find-in-labels.ts'
import { importWords } from './words.ts'

const SURE = 0.8
const LEAVE = ''

interface Props {
  columns: ImportColumn[]
  fields: ImportPreview['fields']
  onMap(column: string, field: string | null): void
}

/** Each column of the file and the field it goes to: guessed by heading, decided by the clerk. */
export function Mapping({ columns, fields, onMap }: Props) {
  const say = useWords(importWords)
  return (
    <Card title={say.mapping} aside={say.mappingSays}>
      <div className="table-box">
        <table className="mapping">
          <caption className="unseen">{say.mapping}</caption>
          <thead>
            <tr>
              <th scope="col">{say.column}</th>
              <th scope="col">{say.heading}</th>
              <th scope="col">{say.field}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map((column) => (
              <MappingRow key={column.column} column={column} fields={fields} onMap={onMap} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="small second card-body">{say.mapNote}</p>
    </Card>
  )
}

interface RowProps extends Omit<Props, 'columns'> {
  column: ImportColumn
}

function MappingRow({ column, fields, onMap }: RowProps) {
  const say = useWords(importWords)
  const unsure = column.field !== null && column.confidence < SURE
  const likely = new Set(column.alternatives)
  const options = [
    { value: LEAVE, label: say.leave },
    ...[...fields]
      .sort((one, other) => Number(likely.has(other.name)) - Number(likely.has(one.name)))
      .map(({ name, label }) => ({ value: name, label })),
  ]
  return (
    <tr className={unsure ? 'ask' : undefined}>
      <td className="center second">
        <b>{column.column}</b>
      </td>
      <td>
        {column.heading}
        {column.example ? (
          <span className="small third one-line" title={column.example}>
            {say.example}: {column.example}
          </span>
        ) : null}
      </td>
      <td>
        <Select
          size="small"
          aria-label={`${say.field}: ${column.heading || column.column}`}
          value={column.field ?? LEAVE}
          options={options}
          onChange={(field) => onMap(column.column, field === LEAVE ? null : field)}
          showSearch={findInLabels}
          popupMatchSelectWidth={300}
          style={{ width: '100%' }}
        />
        {unsure ? (
          <span className="small unsure">
            <WarningFilled aria-hidden /> {say.check}
          </span>
        ) : null}
      </td>
    </tr>
  )
}
