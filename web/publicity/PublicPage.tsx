import { Link, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { type Output, useAnswer } from '#web/lib/api.ts'
import { day, provinceName } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { LineTable } from './LineTable.tsx'
import { publicWords } from './public-words.ts'
import { SendPetition } from './SendPetition.tsx'

/** What everybody may read, without an account. */
export function PublicPage() {
  const say = useWords(publicWords)
  const { tinh: province } = useParams({ from: '/cong-khai/$tinh' })
  const page = useAnswer('GET /public/:province', { province })
  useEffect(() => {
    document.title = `${say.title} · Ngang Tầm`
  }, [say])
  return (
    <main className="public-page" id="content">
      <Answered answer={page} rows={12}>
        {(found) => (
          <>
            <header className="door-brand">
              <img src="/mark.svg" alt="" width={40} height={40} />
              <div>
                <h1 className="door-name">{say.title}</h1>
                <p className="second">
                  {provinceName(found.province)} · {day(found.asOf)} ·{' '}
                  <Link to="/dang-nhap">{say.signIn}</Link>
                </p>
              </div>
            </header>
            {found.publications.length === 0 ? (
              <Card>
                <EmptyState says={say.none} />
              </Card>
            ) : null}
            {found.publications.map((one) => (
              <Published key={one.id} one={one} />
            ))}
            <p className="small second">{say.hidden}</p>
            <SendPetition province={province} page={found} />
          </>
        )}
      </Answered>
    </main>
  )
}

function Published({ one }: { one: Output<'GET /public/:province'>['publications'][number] }) {
  const say = useWords(publicWords)
  return (
    <Card title={one.title}>
      <p className="card-body small second">
        {say.countedOn} {day(one.asOf)} · {say.by} {one.decisionNo}, {day(one.decidedOn)},{' '}
        {one.signedBy} · {one.cite} · {say.until} {day(one.until)}
      </p>
      <div className="public-table">
        <LineTable label={one.title} headings={one.headings} lines={one.lines} />
      </div>
    </Card>
  )
}
