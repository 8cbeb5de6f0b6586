import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { UnitSelect } from '#web/organisation/UnitSelect.tsx'
import { Card } from '#web/ui/Card.tsx'
import { ClauseChip } from '#web/ui/ClauseChip.tsx'
import { findInLabels } from '#web/ui/find-in-labels.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import type { Matter } from './shapes.ts'
import { authorityWords } from './words.ts'

/** The question an officer asks: who may decide this, about this unit, that day. */
export function WhoMay({ matters }: { matters: Matter[] }) {
  const say = useWords(authorityWords)
  const { asOf } = useAsOf()
  const { hoi: matter, 'don-vi': unitId } = useSearch({ from: '/inside/phan-cap' })
  const navigate = useNavigate({ from: '/phan-cap' })
  return (
    <Card title={say.ask} aside={<span className="second">{day(asOf)}</span>}>
      <div className="filters no-print">
        <Select
          showSearch={findInLabels}
          allowClear
          aria-label={say.matter}
          placeholder={say.matter}
          style={{ width: 320, maxWidth: '100%' }}
          value={matter}
          onChange={(hoi) => navigate({ search: (before) => ({ ...before, hoi }), replace: true })}
          options={matters.map(({ code, label }) => ({ value: code, label }))}
        />
        <UnitSelect
          label={say.unit}
          value={unitId}
          onChange={(id) =>
            navigate({ search: (before) => ({ ...before, 'don-vi': id }), replace: true })
          }
        />
      </div>
      <div className="card-body">
        {matter && unitId !== undefined ? (
          <Said matter={matter} unitId={unitId} />
        ) : (
          <p className="second">{say.askSays}</p>
        )}
      </div>
    </Card>
  )
}

function Said({ matter, unitId }: { matter: string; unitId: number }) {
  const say = useWords(authorityWords)
  const { asOf } = useAsOf()
  const answer = useAnswer('GET /authority/who-may', { matter, unitId, on: asOf })
  return (
    <Answered answer={answer} rows={4}>
      {({ says, note, rows }) => (
        <div aria-live="polite">
          <Notice tone={rows.length > 0 ? 'info' : 'remind'}>{says}</Notice>
          {note ? (
            <p className="small second" style={{ margin: '6px 0' }}>
              {note}
            </p>
          ) : null}
          {rows.length > 0 ? (
            <ScrollBox label={say.ask}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">{say.action}</th>
                    <th scope="col" style={{ minWidth: 170 }}>
                      {say.who}
                    </th>
                    <th scope="col" className="only-desk">
                      {say.through}
                    </th>
                    <th scope="col">{say.basis}</th>
                    <th scope="col">{say.days}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={`${row.through} ${row.holder} ${row.legalBasis}`}>
                      <td className="nowrap">{row.actionLabel}</td>
                      <td>
                        {row.cadreId === null ? (
                          row.holder
                        ) : (
                          <Link to="/ho-so/$id" params={{ id: String(row.cadreId) }}>
                            {row.holder}
                          </Link>
                        )}
                      </td>
                      <td className="only-desk">{row.through}</td>
                      <td>
                        <ClauseChip cite={row.legalBasis}>
                          <p>{row.legalBasis}</p>
                          <p className="second">{row.through}</p>
                        </ClauseChip>
                      </td>
                      <td className="nowrap">
                        {say.from} {day(row.from)}
                        {row.to ? ` ${say.to} ${day(row.to)}` : ''}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollBox>
          ) : null}
        </div>
      )}
    </Answered>
  )
}
