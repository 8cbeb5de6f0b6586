import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Input } from 'antd'
import { useAnswer } from '#web/lib/api.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { Card } from '#web/ui/Card.tsx'
import { ClauseChip } from '#web/ui/ClauseChip.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { StateTag } from '#web/ui/StateTag.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { inspectionWords } from './words.ts'

/** A case against the steps it should have followed. */
export function CaseTab() {
  const say = useWords(inspectionWords)
  const { ma } = useSearch({ from: '/inside/kiem-tra-giam-sat' })
  const navigate = useNavigate({ from: '/kiem-tra-giam-sat' })
  return (
    <Card title={say.compare}>
      <div className="filters no-print">
        <Input.Search
          key={ma}
          aria-label={say.caseRef}
          placeholder={say.caseHint}
          defaultValue={ma}
          enterButton={say.check}
          style={{ maxWidth: 460 }}
          onSearch={(typed) =>
            navigate({ search: (before) => ({ ...before, ma: typed.trim() || undefined }) })
          }
        />
      </div>
      {ma ? <Checklist caseRef={ma} /> : <EmptyState says={say.caseEmpty} />}
    </Card>
  )
}

function Checklist({ caseRef }: { caseRef: string }) {
  const say = useWords(inspectionWords)
  const answer = useAnswer('GET /cases/:case/checklist', { case: caseRef })
  return (
    <Answered answer={answer} rows={8}>
      {({ kindLabel, title, cadreId, on, counts, protections, rows }) => (
        <div className="card-body">
          <h3>
            {kindLabel}:{' '}
            {cadreId ? (
              <Link className="under" to="/ho-so/$id" params={{ id: String(cadreId) }}>
                {title}
              </Link>
            ) : (
              title
            )}
            , {day(on)}
          </h3>
          <p>
            {counts.met} {say.met.toLowerCase()} · {counts.not_met} {say.not_met.toLowerCase()} ·{' '}
            {counts.unknown} {say.unknown.toLowerCase()}
          </p>
          {protections.length > 0 ? (
            <Notice tone="info">
              {say.protectedBy}{' '}
              {protections
                .map(({ title: idea, decisionNo }) => `${idea} (${decisionNo})`)
                .join('; ')}
            </Notice>
          ) : null}
          {rows.length === 0 ? (
            <EmptyState says={say.noSteps} />
          ) : (
            <ScrollBox label={say.compare}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">{say.step}</th>
                    <th scope="col">{say.result}</th>
                    <th scope="col">{say.evidence}</th>
                    <th scope="col" className="only-desk">
                      {say.clause}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.step}>
                      <td>{row.label}</td>
                      <td className="nowrap">
                        <StateTag tone={row.state}>{say[row.state]}</StateTag>
                      </td>
                      <td>{row.evidence}</td>
                      <td className="only-desk">
                        <ClauseChip cite={row.clause}>{row.clause}</ClauseChip>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollBox>
          )}
        </div>
      )}
    </Answered>
  )
}
