import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ask, type Output, type Refused } from '#web/lib/api.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { ClauseChip } from '#web/ui/ClauseChip.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { kinshipWords } from './kinship-words.ts'
import { RecusalDrawer } from './RecusalDrawer.tsx'

type Opened = Output<'POST /cadres/:id/kinship/look'>

interface Props {
  id: number
  /** The reason that opened the family; it is kept with this look as well. */
  reason: string
}

/** Under the relatives of a person: who else declared it, what the law keeps apart, cases kept out of. */
export function Recusals(props: Props) {
  return useMay('authority.kinship_of') ? <Shown {...props} /> : null
}

function Shown({ id, reason }: Props) {
  const say = useWords(kinshipWords)
  const mayWrite = useMay('authority.recuse')
  const [adding, setAdding] = useState(false)
  const look = useQuery<Opened, Refused>({
    queryKey: ['kinship of a person', id],
    gcTime: 0,
    queryFn: () => ask('POST /cadres/:id/kinship/look', { id, reason }),
  })
  return (
    <Answered answer={look} rows={2}>
      {({ declared, recusals, relations, clause }) => (
        <section className="card-body restricted" aria-label={say.title}>
          <h3>{say.apart}</h3>
          <ByOthers declared={declared} />
          <p className="second">{say.keptApart}</p>
          <ClauseChip cite={clause}>
            <p>{clause}</p>
            <p>{relations.map(({ label }) => label).join('; ')}</p>
          </ClauseChip>
          <h3>{say.recusals}</h3>
          {recusals.length === 0 ? <p className="second">{say.noRecusals}</p> : null}
          <ul className="kinship">
            {recusals.map(({ id: recusal, caseRef, reason: why, on }) => (
              <li key={recusal}>
                <span>
                  <b>{caseRef}</b>, {day(on)}: {why}
                </span>
              </li>
            ))}
          </ul>
          {mayWrite ? <Button onClick={() => setAdding(true)}>{say.recuse}</Button> : null}
          <RecusalDrawer cadreId={id} open={adding} onClose={() => setAdding(false)} />
        </section>
      )}
    </Answered>
  )
}

/** What stands on the relative’s record and not on this one: both are kept out of each other’s cases. */
function ByOthers({ declared }: Pick<Opened, 'declared'>) {
  const say = useWords(kinshipWords)
  const others = declared.filter(({ byRelative }) => byRelative)
  if (others.length === 0) return <p className="second">{say.none}</p>
  return (
    <ul className="kinship">
      {others.map((one) => (
        <li key={one.id}>
          <span>
            <b>
              {one.relativeId === null ? (
                one.name
              ) : (
                <Link to="/ho-so/$id" params={{ id: String(one.relativeId) }}>
                  {one.name}
                </Link>
              )}
            </b>
            , {one.relation}
            <span className="small third">
              {one.confirmedOn ? ` · ${say.confirmedOn} ${day(one.confirmedOn)}` : ''}
              {` · ${say.byRelative}`}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}
