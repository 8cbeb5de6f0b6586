import { Input, InputNumber } from 'antd'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { Card } from '#web/ui/Card.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import type { Found } from './Report.tsx'
import { periodicWords } from './words.ts'

type Section = Found['content']['sections'][number]

interface Props {
  no: number
  section: Section
  writable: boolean
  says: string
  stated: number | null
  onSays(says: string): void
  onStated(stated: number | null): void
}

/** One heading: a table from the records, or what the agency writes. */
export function SectionCard({ no, section, ...writing }: Props) {
  const { heading, table } = section
  return (
    <Card title={`${no}. ${heading}`}>
      {table ? <Counted table={table} label={heading} /> : <Words section={section} {...writing} />}
    </Card>
  )
}

function Counted({ table, label }: { table: NonNullable<Section['table']>; label: string }) {
  const say = useWords(periodicWords)
  const { headings, rows, note } = table
  // A code before its words needs no column of its own on a phone.
  const coded = headings.length > 3
  const numbers = headings.map((_, column) => rows.every((row) => typeof row[column] === 'number'))
  const lookOf = (column: number) =>
    numbers[column] ? 'right' : coded && column === 0 ? 'only-desk' : undefined
  if (rows.length === 0) return <p className="card-body second">{say.noRows}</p>
  return (
    <>
      <ScrollBox label={label}>
        <table className="listing fits">
          <thead>
            <tr>
              {headings.map((heading, column) => (
                <th key={heading} scope="col" className={lookOf(column)}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={String(row[0])}>
                {row.map((cell, column) => (
                  <td
                    // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
                    key={column}
                    className={lookOf(column)}
                  >
                    {typeof cell === 'number' ? count(cell) : cell}
                    {coded && column === 1 ? (
                      <div>
                        <span className="second only-phone">{row[0]}</span>
                      </div>
                    ) : null}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {note ? <p className="card-body small second">{note}</p> : null}
    </>
  )
}

function Words({ section, writable, says, stated, onSays, onStated }: Omit<Props, 'no'>) {
  const say = useWords(periodicWords)
  const { heading, asks, optional, states, gathered } = section
  return (
    <div className="card-body">
      {writable ? (
        <p className="second">
          {asks} {optional ? `(${say.optional})` : ''}
        </p>
      ) : null}
      {states ? (
        <p>
          {say.ownNumber}:{' '}
          {writable ? (
            <InputNumber
              aria-label={`${heading}: ${say.ownNumber}`}
              min={0}
              precision={0}
              value={stated}
              onChange={onStated}
            />
          ) : (
            (stated ?? '–')
          )}{' '}
          · {say.records}: <b>{count(states.counted)}</b> ({states.of})
        </p>
      ) : null}
      {writable ? (
        <Input.TextArea
          aria-label={heading}
          autoSize={{ minRows: 3, maxRows: 14 }}
          maxLength={10_000}
          value={says}
          onChange={({ target }) => onSays(target.value)}
        />
      ) : (
        <p style={{ whiteSpace: 'pre-wrap' }}>{says || (gathered.length > 0 ? '' : say.nothing)}</p>
      )}
      {gathered.length > 0 ? (
        <>
          <h3>{say.gathered}</h3>
          <ul className="plain-list">
            {gathered.map(({ unit, says: words }) => (
              <li key={unit}>
                <b>{unit}</b>
                <p style={{ whiteSpace: 'pre-wrap' }}>{words}</p>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  )
}
