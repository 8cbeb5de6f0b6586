import { Link, useSearch } from '@tanstack/react-router'
import { useAnswer } from '#web/lib/api.ts'
import { moment } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { OneDeclaration } from './OneDeclaration.tsx'
import { declarationWords } from './words.ts'

/** Declarations that wait at a step, and the open one item by item. */
export function InboxPage() {
  const say = useWords(declarationWords)
  const { mo, buoc } = useSearch({ from: '/inside/duyet-ke-khai' })
  const waiting = buoc === 'tinh' ? 'managing_body' : 'unit'
  const list = useAnswer('GET /declarations', { waiting, limit: 200 })
  const steps = [
    { step: undefined, label: say.atUnit },
    { step: 'tinh' as const, label: say.atProvince },
  ]
  return (
    <>
      <PageHeader crumbs={[say.inbox]} title={say.inbox} says={say.inboxSays} />
      <nav className="parts" aria-label={say.inbox}>
        {steps.map(({ step, label }) => (
          <Link
            key={label}
            to="/duyet-ke-khai"
            search={{ buoc: step }}
            activeOptions={{ exact: true }}
            className={step === buoc ? 'chosen' : ''}
            aria-current={step === buoc ? 'page' : undefined}
          >
            {label}
          </Link>
        ))}
      </nav>
      <div className="columns inbox">
        <Card title={say.waitingList} aside={list.data?.total}>
          <Answered answer={list}>
            {({ rows }) =>
              rows.length === 0 ? (
                <EmptyState says={say.nothingWaits} />
              ) : (
                <ul className="inbox-list">
                  {rows.map((row) => (
                    <li key={row.id}>
                      <Link
                        to="/duyet-ke-khai"
                        search={{ buoc, mo: row.id }}
                        className={row.id === mo ? 'chosen' : ''}
                        aria-current={row.id === mo ? 'true' : undefined}
                      >
                        <b>{row.fullName}</b>
                        <br />
                        {row.unitName}
                        <br />
                        <span className="small third">
                          {moment(row.declaredAt)} · {row.sections.join('; ')}
                        </span>
                      </Link>
                    </li>
                  ))}
                </ul>
              )
            }
          </Answered>
        </Card>
        {mo === undefined ? (
          <EmptyState says={say.chooseOne} />
        ) : (
          <OneDeclaration key={mo} id={mo} />
        )}
      </div>
    </>
  )
}
