import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { useMemo } from 'react'
import { type Output, useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { ClauseChip } from '#web/ui/ClauseChip.tsx'
import { type Column, useTable } from '#web/ui/columns.ts'
import { DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { StateTag } from '#web/ui/StateTag.tsx'
import { CopyButton } from '#web/ui/TableTools.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { overCapWords } from './over-cap-words.ts'
import { reviewWords } from './review-words.ts'
import { Sections } from './Sections.tsx'
import { evaluationWords } from './words.ts'

type Row = Output<'GET /evaluation-over-cap'>['rows'][number]

/** Every unit and group of a period with more excellent ratings than its cap allows. */
export function OverCapPage() {
  const say = useWords(evaluationWords)
  const { asOf } = useAsOf()
  const { ky } = useSearch({ from: '/inside/danh-gia/vuot-tran' })
  const navigate = useNavigate({ from: '/danh-gia/vuot-tran' })
  const board = useAnswer('GET /evaluation-cycles', { period: ky, asOf })
  return (
    <>
      <PageHeader
        crumbs={[
          <Link key="board" to="/danh-gia">
            {say.title}
          </Link>,
          say.overCap,
        ]}
        title={board.data?.periodLabel ? `${say.overCap}, ${board.data.periodLabel}` : say.overCap}
      />
      <Sections />
      <Answered answer={board} rows={10}>
        {({ period, periods }) =>
          period ? (
            <>
              <div className="above no-print">
                <Select
                  aria-label={say.period}
                  value={period}
                  style={{ minWidth: 210 }}
                  onChange={(chosen) =>
                    navigate({ search: (before) => ({ ...before, ky: chosen }), replace: true })
                  }
                  options={periods.map((one) => ({ value: one.period, label: one.label }))}
                />
              </div>
              <Over period={period} />
            </>
          ) : (
            <section className="card">
              <EmptyState says={say.none} />
            </section>
          )
        }
      </Answered>
    </>
  )
}

function Over({ period }: { period: string }) {
  const say = useWords(overCapWords)
  const answer = useAnswer('GET /evaluation-over-cap', { period })
  return (
    <Answered answer={answer} rows={8}>
      {({ rows }) => (
        <section className="card" aria-label={say.label}>
          {rows.length === 0 ? (
            <EmptyState says={say.none} />
          ) : (
            <Listed rows={rows} period={period} />
          )}
        </section>
      )}
    </Answered>
  )
}

function Listed({ rows, period }: { rows: Row[]; period: string }) {
  const say = useWords(overCapWords)
  const { over, unit } = { ...useWords(reviewWords), ...useWords(evaluationWords) }
  const columns = useMemo(
    () => columnsOf({ ...say, over, unit }, period),
    [say, over, unit, period],
  )
  const table = useTable('over-cap', columns, rows)
  const units = new Set(rows.map(({ cycleId }) => cycleId)).size
  return (
    <>
      <div className="filters no-print">
        <p>{say.says(units, rows.length)}</p>
        <CopyButton table={table} rows={table.rows} />
      </div>
      <DataTable
        label={say.label}
        table={table}
        rowKey={({ cycleId, group }) => `${cycleId} ${group}`}
      />
    </>
  )
}

type Say = typeof overCapWords.vi & { unit: string; over: (people: number) => string }

const columnsOf = (say: Say, period: string): Column<Row>[] => [
  {
    key: 'unit',
    title: say.unit,
    width: 230,
    value: ({ unitName }) => unitName,
    cell: ({ unitId, unitName, agencyName, scheme }) => (
      <>
        <Link
          to="/danh-gia/$ky/$donvi"
          params={{ ky: period, donvi: String(unitId) }}
          search={{ 'quy-che': scheme }}
        >
          {unitName}
        </Link>
        {agencyName ? <div className="small second">{agencyName}</div> : null}
      </>
    ),
  },
  {
    key: 'group',
    title: say.group,
    width: 190,
    value: ({ group }) => group,
    cell: ({ group }) => group,
  },
  number('good', say.good),
  number('excellent', say.excellent),
  {
    key: 'allowed',
    title: say.allowed,
    width: 190,
    value: ({ allowed }) => allowed,
    cell: ({ allowed, arithmetic }) => (
      <>
        <b>{count(allowed)}</b> <span className="small second">({arithmetic})</span>
      </>
    ),
  },
  {
    key: 'over',
    title: say.overHead,
    width: 120,
    value: (row) => row.over,
    cell: (row) => <StateTag tone="stop">{say.over(row.over)}</StateTag>,
  },
  {
    key: 'clause',
    title: say.clause,
    width: 190,
    value: ({ clause }) => clause,
    cell: ({ clause }) => <ClauseChip cite={clause}>{clause}</ClauseChip>,
  },
]

const number = (key: 'good' | 'excellent', title: string): Column<Row> => ({
  ...{ key, title, width: 90, align: 'right' },
  value: (row) => row[key],
  cell: (row) => count(row[key]),
})
