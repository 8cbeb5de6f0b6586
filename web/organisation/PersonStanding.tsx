import { useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { Card } from '#web/ui/Card.tsx'
import { StandingTable, StandingTag } from './StandingLines.tsx'
import { staffingWords } from './staffing-words.ts'

/** On a person's page: the own post and the next one up; nothing for who does not serve that day. */
export function PersonStanding({ id }: { id: number }) {
  const say = useWords(staffingWords)
  const { asOf } = useAsOf()
  const may = useMay('cadres.person_standing')
  const { data } = useAnswer('GET /cadres/:id/standing', { id, asOf }, { enabled: may })
  if (!data) return null
  const { own, next } = data
  const ownTitle = own.position ? `${own.title} (${own.position})` : own.title
  return (
    <>
      <Card title={say.own} aside={<StandingTag state={own.state} />}>
        <p className="card-body small second">{ownTitle}</p>
        {own.lines.length > 0 ? (
          <StandingTable label={say.own} lines={own.lines} cadreId={id} />
        ) : null}
      </Card>
      <Card title={say.next} aside={next ? <StandingTag state={next.state} /> : null}>
        <p className="card-body small second">
          {next ? `${next.title}, ${next.unit}` : say.noNext}
        </p>
        {next && next.lines.length > 0 ? (
          <StandingTable label={say.next} lines={next.lines} cadreId={id} />
        ) : null}
      </Card>
    </>
  )
}
