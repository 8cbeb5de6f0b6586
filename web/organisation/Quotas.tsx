import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Checkbox, Input } from 'antd'
import { Fragment, useState } from 'react'
import { searchable } from '#server/kernel/text.ts'
import { addressOf, type Output, useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { count, day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Paged } from '#web/ui/Paged.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { StateTag } from '#web/ui/StateTag.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { kindName } from './kind-name.ts'
import { QuotaDrawer } from './QuotaDrawer.tsx'
import { staffingWords } from './staffing-words.ts'

type Table = Output<'GET /quotas'>
type Row = Table['rows'][number]
type Cell = Row['cells'][number]

/** Given and used, agency by kind by year; a number of the day opens the names behind it. */
export function Quotas() {
  const say = useWords(staffingWords)
  const { asOf } = useAsOf()
  const answer = useAnswer('GET /quotas', { asOf })
  const { vuot } = useSearch({ from: '/inside/bien-che' })
  const navigate = useNavigate({ from: '/bien-che' })
  const mayExport = useMay('cadres.quota_export')
  const [typed, setTyped] = useState('')
  return (
    <Card title={say.quotas}>
      <div className="filters no-print">
        <Input.Search
          allowClear
          aria-label={say.find}
          placeholder={say.find}
          style={{ width: 200 }}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Checkbox
          checked={vuot === true}
          onChange={({ target }) =>
            navigate({
              search: (before) => ({ ...before, vuot: target.checked || undefined }),
              replace: true,
            })
          }
        >
          {say.onlyOver}
        </Checkbox>
        {mayExport ? (
          <Button href={addressOf('GET /quotas/export', { asOf }).address} download>
            {say.export}
          </Button>
        ) : null}
      </div>
      <Answered answer={answer} rows={14}>
        {(table) => <Lines table={table} typed={typed} onlyOver={vuot === true} />}
      </Answered>
    </Card>
  )
}

function Lines({ table, typed, onlyOver }: { table: Table; typed: string; onlyOver: boolean }) {
  const say = useWords(staffingWords)
  const wanted = searchable(typed)
  const rows = table.rows.filter(
    (row) => (!wanted || searchable(row.unit).includes(wanted)) && (!onlyOver || row.tolerance),
  )
  if (rows.length === 0) return <EmptyState says={say.none} />
  return (
    <Paged rows={rows} label={say.pages} size={25}>
      {(page) => (
        <ScrollBox label={say.quotas}>
          <table>
            <Head years={table.years} />
            <tbody>
              {page.map((row) => (
                <UnitLines key={row.unitId} row={row} years={table.years} asOf={table.asOf} />
              ))}
            </tbody>
            <tfoot>
              {kindsOf(table.totals).map((kind) => (
                <tr key={kind}>
                  <th scope="row">{say.total}</th>
                  <td>{kindName(kind, say.unknownKind)}</td>
                  <Cells
                    years={table.years}
                    cells={table.totals.filter((cell) => cell.kind === kind)}
                  />
                </tr>
              ))}
            </tfoot>
          </table>
        </ScrollBox>
      )}
    </Paged>
  )
}

const kindsOf = (cells: readonly Cell[]) => [...new Set(cells.map(({ kind }) => kind))]

function Head({ years }: { years: readonly number[] }) {
  const say = useWords(staffingWords)
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2}>
          {say.unit}
        </th>
        <th scope="col" rowSpan={2}>
          {say.kind}
        </th>
        {years.map((year) => (
          <th key={year} scope="colgroup" colSpan={3} className="center">
            {year}
          </th>
        ))}
      </tr>
      <tr>
        {years.map((year) => (
          <Fragment key={year}>
            <th scope="col" className="right">
              {say.given}
            </th>
            <th scope="col" className="right">
              {say.used}
            </th>
            <th scope="col" className="right">
              ±
            </th>
          </Fragment>
        ))}
      </tr>
    </thead>
  )
}

function UnitLines({ row, years, asOf }: { row: Row; years: readonly number[]; asOf: string }) {
  const say = useWords(staffingWords)
  const [opened, setOpened] = useState<string>()
  const kinds = kindsOf(row.cells)
  return (
    <>
      {kinds.map((kind, index) => (
        <tr key={kind}>
          {index === 0 ? (
            <th scope="row" rowSpan={kinds.length} style={{ minWidth: 180 }}>
              {row.unit}
              <Tolerance tolerance={row.tolerance} />
            </th>
          ) : null}
          <td>
            <button type="button" className="plain" onClick={() => setOpened(kind)}>
              {kindName(kind, say.unknownKind)}
            </button>
          </td>
          <Cells years={years} cells={row.cells.filter((cell) => cell.kind === kind)} />
        </tr>
      ))}
      {opened ? (
        <QuotaDrawer
          unitId={row.unitId}
          unit={row.unit}
          kind={opened}
          given={row.cells.find(({ kind, on }) => kind === opened && on === asOf)?.given ?? null}
          onClose={() => setOpened(undefined)}
        />
      ) : null}
    </>
  )
}

function Tolerance({ tolerance }: Pick<Row, 'tolerance'>) {
  const say = useWords(staffingWords)
  if (!tolerance) return null
  const words = { borne: say.until, past: say.past, without_basis: say.without }
  return (
    <div>
      <StateTag tone={tolerance.state === 'borne' ? 'due' : 'not_met'}>
        {words[tolerance.state]} {tolerance.until ? day(tolerance.until) : ''}
      </StateTag>
    </div>
  )
}

/** Heat by how far used is from given; the number and its sign say the same as the colour. */
function Cells({ years, cells }: { years: readonly number[]; cells: readonly Cell[] }) {
  return years.map((year) => {
    const cell = cells.find((one) => one.year === year)
    const away = cell?.given == null ? null : cell.used - cell.given
    return (
      <Fragment key={year}>
        <td className="right">{count(cell?.given)}</td>
        <td className="right">{count(cell?.used)}</td>
        <td className="right" style={{ background: heatOf(away, cell?.given ?? 0) }}>
          {away === null ? '–' : away > 0 ? `+${count(away)}` : count(away)}
        </td>
      </Fragment>
    )
  })
}

function heatOf(away: number | null, given: number): string | undefined {
  if (!away) return undefined
  const share = Math.min(Math.abs(away) / Math.max(given, 1), 0.3) / 0.3
  const colour = away > 0 ? 'var(--red-soft, #fde3e1)' : 'var(--blue-soft, #e3eefb)'
  return `color-mix(in srgb, ${colour} ${Math.round(30 + share * 70)}%, transparent)`
}
