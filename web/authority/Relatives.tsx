import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { useWords } from '#web/lib/language.ts'
import { Card } from '#web/ui/Card.tsx'
import { ClauseChip } from '#web/ui/ClauseChip.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { authorityWords } from './words.ts'

/** Opened on demand only: each look at families leaves an entry in the log. */
export function Relatives() {
  const say = useWords(authorityWords)
  const [open, setOpen] = useState(false)
  return (
    <Card title={say.relatives}>
      {open ? (
        <RelativesList />
      ) : (
        <EmptyState
          says={say.relativesSays}
          action={<Button onClick={() => setOpen(true)}>{say.openRelatives}</Button>}
        />
      )}
    </Card>
  )
}

function RelativesList() {
  const say = useWords(authorityWords)
  const { asOf } = useAsOf()
  const answer = useAnswer('GET /authority/relatives-in-posts', { asOf })
  return (
    <Answered answer={answer} rows={3}>
      {({ rows, clause }) =>
        rows.length === 0 ? (
          <EmptyState says={say.noRelatives} />
        ) : (
          <ScrollBox label={say.relatives}>
            <table>
              <thead>
                <tr>
                  <th scope="col" style={{ minWidth: 260 }}>
                    {say.what}
                  </th>
                  <th scope="col" style={{ minWidth: 160 }}>
                    {say.who}
                  </th>
                  <th scope="col">{say.state}</th>
                  <th scope="col">{say.basis}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={`${row.rule} ${row.above.cadreId} ${row.relative.cadreId}`}>
                    <td>{row.says}</td>
                    <td>
                      {[row.above, row.relative].map(({ cadreId, name }) => (
                        <div key={cadreId}>
                          <Link to="/ho-so/$id" params={{ id: String(cadreId) }}>
                            {name}
                          </Link>
                        </div>
                      ))}
                    </td>
                    <td className="nowrap">{row.confirmed ? say.confirmed : say.declared}</td>
                    <td>
                      <ClauseChip cite={clause}>
                        <p>{clause}</p>
                      </ClauseChip>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        )
      }
    </Answered>
  )
}
