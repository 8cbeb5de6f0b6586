import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useWords, wordsOf } from '#web/lib/language.ts'
import { ScrollBox } from './ScrollBox.tsx'

const words = wordsOf(
  { table: 'Xem bảng', chart: 'Xem hình' },
  { table: 'As a table', chart: 'As a chart' },
)

interface Props {
  title: ReactNode
  aside?: ReactNode
  chart: ReactNode
  head: string[]
  rows: (string | number)[][]
}

/** Every chart can be read as a table. */
export function ChartFrame({ title, aside, chart, head, rows }: Props) {
  const say = useWords(words)
  const [asTable, setAsTable] = useState(false)
  return (
    <>
      <div className="row" style={{ justifyContent: 'space-between', marginBottom: 6 }}>
        <div>{title}</div>
        <div className="row small second no-print">
          {aside}
          <Button type="link" size="small" onClick={() => setAsTable(!asTable)}>
            {asTable ? say.chart : say.table}
          </Button>
        </div>
      </div>
      {asTable ? <PlainTable head={head} rows={rows} /> : chart}
    </>
  )
}

export function PlainTable({ head, rows }: { head: string[]; rows: (string | number)[][] }) {
  return (
    <ScrollBox label={head.join(', ')}>
      <table>
        <thead>
          <tr>
            {head.map((title, index) => (
              <th key={title} scope="col" className={index > 0 ? 'right' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr key={String(cells[0])}>
              {cells.map((cell, index) => (
                <td key={head[index]} className={index > 0 ? 'right' : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
