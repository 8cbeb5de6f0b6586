import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { DIFFICULTIES } from '#server/exams/words.ts'
import { useAnswer } from '#web/lib/api.ts'
import { count, day, plainPercent } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { StateTag } from '#web/ui/StateTag.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { SetBlueprint } from './SetBlueprint.tsx'
import { examWords } from './words.ts'

/** Of what a paper consists, by title and day. */
export function Blueprints() {
  const say = useWords(examWords)
  const answer = useAnswer('GET /exams/blueprints', {})
  const maySet = useMay('exams.set_blueprint')
  const [setting, setSetting] = useState(false)
  return (
    <>
      <Card
        title={say.blueprints}
        aside={
          maySet ? (
            <Button
              type="primary"
              icon={<PlusOutlined aria-hidden />}
              onClick={() => setSetting(true)}
            >
              {say.setBlueprint}
            </Button>
          ) : null
        }
      >
        <Answered answer={answer}>
          {(rows) => (rows.length === 0 ? <EmptyState says={say.noBlueprint} /> : null)}
        </Answered>
      </Card>
      {answer.data?.map((one) => (
        <Card
          key={one.id}
          title={one.name}
          aside={
            <StateTag tone={one.inForce ? 'met' : 'plain'}>
              {one.inForce ? say.inForce : say.ended}
            </StateTag>
          }
        >
          <p className="card-body">
            {one.title ?? say.professional} · {count(one.minutes)} {say.minutes.toLowerCase()} ·{' '}
            {say.passed} {plainPercent(one.passShare)} · {day(one.from)}
            {one.to ? ` – ${day(one.to)}` : ''} · {one.basis}
          </p>
          <ScrollBox label={one.name}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{say.topic}</th>
                  <th scope="col">{say.difficulty}</th>
                  <th scope="col" className="right">
                    {say.number}
                  </th>
                  <th scope="col" className="right">
                    {say.points}
                  </th>
                </tr>
              </thead>
              <tbody>
                {one.parts.map((part) => (
                  <tr key={`${part.topicId} ${part.difficulty}`}>
                    <td>{part.topic}</td>
                    <td>{DIFFICULTIES[part.difficulty].label}</td>
                    <td className="right nowrap">
                      {count(part.questions)}{' '}
                      <span className="small third">
                        ({count(part.inBank)} {say.inBank})
                      </span>
                    </td>
                    <td className="right">{count(part.points)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        </Card>
      ))}
      {setting ? <SetBlueprint onClose={() => setSetting(false)} /> : null}
    </>
  )
}
