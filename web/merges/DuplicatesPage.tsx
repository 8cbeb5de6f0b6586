import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { type Output, useAnswer } from '#web/lib/api.ts'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { PairDrawer } from './PairDrawer.tsx'
import { PastMerges } from './PastMerges.tsx'
import { mergeWords } from './words.ts'

type Pair = Output<'GET /duplicates'>['pairs'][number]

/** Pairs that may be one person, surest first; opened side by side, merged or set apart by hand. */
export function DuplicatesPage() {
  const say = useWords(mergeWords)
  const found = useAnswer('GET /duplicates', {})
  const [open, setOpen] = useState<{ oneId: number; otherId: number }>()
  return (
    <>
      <PageHeader crumbs={[say.title]} title={say.title} says={say.says} />
      <Answered answer={found} rows={6}>
        {({ pairs, least, total }) => (
          <Card
            title={`${count(total)} ${say.pairs}`}
            aside={`${say.least} ${least} ${say.points}`}
          >
            {pairs.length === 0 ? (
              <EmptyState says={say.none} />
            ) : (
              <PairTable
                pairs={pairs}
                onOpen={({ one, other }) => setOpen({ oneId: one.id, otherId: other.id })}
              />
            )}
          </Card>
        )}
      </Answered>
      <PastMerges />
      {open ? <PairDrawer {...open} onClose={() => setOpen(undefined)} /> : null}
    </>
  )
}

function PairTable({ pairs, onOpen }: { pairs: Pair[]; onOpen(pair: Pair): void }) {
  const say = useWords(mergeWords)
  return (
    <ScrollBox label={say.title}>
      <table className="listing">
        <thead>
          <tr>
            <th scope="col">{say.one}</th>
            <th scope="col">{say.other}</th>
            <th scope="col">{say.score}</th>
            <th scope="col">{say.reasons}</th>
            <th scope="col">
              <span className="unseen">{say.compare}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {pairs.map((pair) => (
            <tr key={`${pair.one.id} ${pair.other.id}`}>
              {[pair.one, pair.other].map((person) => (
                <td key={person.id}>
                  <Link to="/ho-so/$id" params={{ id: `${person.id}` }}>
                    {person.fullName}
                  </Link>{' '}
                  <small className="second">{person.recordNo}</small>
                  <br />
                  <small className="second">
                    {[person.born, person.unit].filter(Boolean).join(' · ')}
                  </small>
                </td>
              ))}
              <td className="right">{pair.score}</td>
              <td>{pair.reasons.map(signOf).join('; ')}</td>
              <td>
                <Button size="small" onClick={() => onOpen(pair)}>
                  {say.compare}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

const signOf = ({ label, weight }: Pair['reasons'][number]) =>
  `${label} (${weight > 0 ? '+' : '−'}${Math.abs(weight)})`
