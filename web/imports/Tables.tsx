import { Checkbox } from 'antd'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import type { ImportPreview, ImportProblem, ImportTable } from '#web/lib/shapes-of-imports.ts'
import { UnitSelect } from '#web/organisation/UnitSelect.tsx'
import { Card } from '#web/ui/Card.tsx'
import type { Import } from './use-import.ts'
import { importWords } from './words.ts'

interface Props {
  work: Import
  preview: ImportPreview
}

/** The sheets and tables found in the file: which of them are read, and whose people they list. */
export function Tables({ work, preview }: Props) {
  const say = useWords(importWords)
  const { tables } = preview
  if (tables.length < 2) return null
  const readable = tables.filter((table) => table.readable)
  const read = readable.filter((table) => table.read)
  const change = (changed: ImportTable) =>
    work.change({
      tables: readable
        .map((table) => (table.name === changed.name ? changed : table))
        .map(({ name, read, unitId }) => ({ table: name, read, unitId })),
    })
  return (
    <Card title={say.tables} aside={`${count(read.length)} / ${count(tables.length)}`}>
      <ul className="card-body plain-list file-tables">
        {tables.map((table) => (
          <li key={table.name}>
            <Checkbox
              checked={table.read}
              disabled={!table.readable || (table.read && read.length === 1)}
              onChange={({ target }) => change({ ...table, read: target.checked })}
            >
              <b>{titleOf(table, say.row)}</b>{' '}
              {table.readable ? (
                <span className="second">
                  {count(table.rows)} {say.rows}
                </span>
              ) : null}
            </Checkbox>
            {table.why ? <p className="small second">{table.why}</p> : null}
            {table.read ? (
              <UnitSelect
                label={`${say.unitOfTable}: ${titleOf(table, say.row)}`}
                placeholder={table.unit ? `${table.unit} ${say.byTitle}` : say.unitOfTable}
                width="100%"
                value={table.unitId ?? undefined}
                onChange={(unitId) => change({ ...table, unitId: unitId ?? null })}
              />
            ) : null}
          </li>
        ))}
      </ul>
      <p className="small second card-body">{say.tablesSay}</p>
    </Card>
  )
}

/** `Sở Y tế` for the first table of a sheet, `Sở Y tế, dòng 14` for one further down. */
export const titleOf = ({ name, sheet, headerRow }: ImportTable, row: string): string =>
  name === sheet ? sheet : `${sheet}, ${row.toLowerCase()} ${headerRow ?? ''}`

/** The table a problem is in: the last one of its sheet that begins above its row. */
export const tableAt = (tables: ImportTable[], { sheet, row }: ImportProblem): string | undefined =>
  tables.findLast((table) => table.read && table.sheet === sheet && (table.headerRow ?? 0) <= row)
    ?.name
