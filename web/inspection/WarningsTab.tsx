import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { Card } from '#web/ui/Card.tsx'
import { ClauseChip } from '#web/ui/ClauseChip.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Paged } from '#web/ui/Paged.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { StateTag } from '#web/ui/StateTag.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { inspectionWords } from './words.ts'

/** Each thing to look into with how often it is found; the one opened shows who and which case. */
export function WarningsTab() {
  const say = useWords(inspectionWords)
  const { asOf } = useAsOf()
  const { 'canh-bao': opened } = useSearch({ from: '/inside/kiem-tra-giam-sat' })
  const warnings = useAnswer('GET /warnings', { asOf })
  return (
    <Answered answer={warnings} rows={10}>
      {({ rows }) => (
        <>
          <Card title={say.warnings}>
            <ScrollBox label={say.warnings}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">{say.sign}</th>
                    <th scope="col" className="right">
                      {say.found}
                    </th>
                    <th scope="col" className="only-desk">
                      {say.clause}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.id}>
                      <td>
                        <Link
                          to="/kiem-tra-giam-sat"
                          search={{ phan: 'canh-bao', 'canh-bao': row.id }}
                        >
                          {row.label}
                        </Link>
                      </td>
                      <td className="right nowrap">
                        <Count found={row.count} />
                      </td>
                      <td className="only-desk">
                        <ClauseChip cite={row.clause}>
                          {row.note ?? row.clause}
                          {row.limit === null ? null : (
                            <p>
                              {say.limit}: {count(row.limit)}
                            </p>
                          )}
                        </ClauseChip>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollBox>
          </Card>
          {opened ? <Behind key={opened} id={opened} /> : null}
        </>
      )}
    </Answered>
  )
}

function Count({ found }: { found: number | null }) {
  const say = useWords(inspectionWords)
  if (found === null) return <StateTag tone="stop">{say.locked}</StateTag>
  return <StateTag tone={found === 0 ? 'met' : 'remind'}>{count(found)}</StateTag>
}

function Behind({ id }: { id: string }) {
  const say = useWords(inspectionWords)
  const { asOf } = useAsOf()
  const navigate = useNavigate({ from: '/kiem-tra-giam-sat' })
  const warning = useAnswer('GET /warnings/:id', { id, asOf })
  return (
    <Answered answer={warning} rows={6}>
      {({ label, rows }) => (
        <Card
          title={label}
          aside={
            <Button
              size="small"
              onClick={() =>
                navigate({ search: (before) => ({ ...before, 'canh-bao': undefined }) })
              }
            >
              {say.close}
            </Button>
          }
        >
          {rows.length === 0 ? (
            <EmptyState says={say.nothing} />
          ) : (
            <Paged rows={rows} label={label}>
              {(page) => (
                <ScrollBox label={label}>
                  <table>
                    <thead>
                      <tr>
                        <th scope="col">{say.who}</th>
                        <th scope="col">{say.what}</th>
                        <th scope="col">{say.check}</th>
                      </tr>
                    </thead>
                    <tbody>
                      {page.map((row) => (
                        <tr key={[row.caseRef, row.cadreId, row.unitId, row.says].join()}>
                          <td>
                            {row.cadreId ? (
                              <Link to="/ho-so/$id" params={{ id: String(row.cadreId) }}>
                                {row.name}
                              </Link>
                            ) : null}
                            <div className={row.cadreId ? 'second' : ''}>{row.unit}</div>
                          </td>
                          <td>{row.says}</td>
                          <td>
                            <CaseLink caseRef={row.caseRef} />
                          </td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </ScrollBox>
              )}
            </Paged>
          )}
        </Card>
      )}
    </Answered>
  )
}

/** To the checklist of a case, or to the inspection itself. */
export function CaseLink({ caseRef }: { caseRef: string | null }) {
  const say = useWords(inspectionWords)
  if (caseRef === null) return '–'
  const [kind, number] = caseRef.split(':')
  return (
    <Link
      to="/kiem-tra-giam-sat"
      search={
        kind === 'inspection'
          ? { phan: 'cuoc', cuoc: Number(number) }
          : { phan: 'vu-viec', ma: caseRef }
      }
    >
      {say.check} {caseRef}
    </Link>
  )
}
