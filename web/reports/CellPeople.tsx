import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Drawer, Segmented } from 'antd'
import { useState } from 'react'
import { useAnswer } from '#web/lib/api.ts'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import type { Filled } from './FormGrid.tsx'
import { reportWords } from './words.ts'

const PAGE = 100

/** Who is in the cell that the address names. */
export function CellPeople({ table }: { table: Filled }) {
  const { dong, cot, 'don-vi': unitId } = useSearch({ from: '/inside/bieu-mau' })
  const say = useWords(reportWords)
  const navigate = useNavigate({ from: '/bieu-mau' })
  const column = table.columns.find(({ no }) => no === cot)
  const row = table.rows.find((one) => (table.byUnits ? one.unitId === unitId : one.no === dong))
  return (
    <Drawer
      open={column !== undefined}
      size={560}
      title={`${row?.label ?? say.total} · ${column?.under.at(-1) ?? ''} ${column?.label ?? ''}`}
      onClose={() =>
        navigate({
          search: (before) => ({ ...before, dong: undefined, cot: undefined, 'don-vi': undefined }),
        })
      }
    >
      {cot ? <People table={table} row={dong} column={cot} unitId={unitId} /> : null}
    </Drawer>
  )
}

interface Asked {
  table: Filled
  row: string | undefined
  column: string
  unitId: number | undefined
}

function People({ table, row, column, unitId }: Asked) {
  const say = useWords(reportWords)
  const [status, setStatus] = useState<'counted' | 'unknown'>('counted')
  const [limit, setLimit] = useState(PAGE)
  const line = table.rows.find((one) => one.unitId === unitId)
  const people = useAnswer('GET /forms/:form/people', {
    ...{ form: table.form, asOf: table.asOf, row, column, unitId, status, limit },
    direct: unitId !== undefined && line?.label.endsWith('(trực tiếp)') === true,
  })
  return (
    <Answered answer={people} rows={8}>
      {({ counted, unknown, rows }) => (
        <>
          <Segmented
            aria-label={say.people}
            value={status}
            onChange={setStatus}
            options={[
              { value: 'counted', label: `${say.inCell} ${count(counted)}` },
              { value: 'unknown', label: `${say.open} ${count(unknown)}` },
            ]}
          />
          {rows.length === 0 ? <EmptyState says={say.nobody} /> : null}
          <ul className="form-people">
            {rows.map(({ cadreId, name, title, unitName, missing }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one person may be listed for two events.
              <li key={index}>
                {cadreId === null ? (
                  name
                ) : (
                  <Link to="/ho-so/$id" params={{ id: String(cadreId) }}>
                    {name}
                  </Link>
                )}
                <span className="quiet">{[title, unitName].filter(Boolean).join(' · ')}</span>
                {missing.length > 0 ? <span className="missing">{missing.join('; ')}</span> : null}
              </li>
            ))}
          </ul>
          {rows.length < (status === 'counted' ? counted : unknown) && limit < 500 ? (
            <Button onClick={() => setLimit(500)}>{say.more}</Button>
          ) : null}
        </>
      )}
    </Answered>
  )
}
