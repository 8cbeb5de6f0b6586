import { Button, Form, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { type Output, useAnswer, useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { Card } from '#web/ui/Card.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { StateTag } from '#web/ui/StateTag.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { meetingWords } from './meeting-words.ts'
import { useSaved } from './use-saved.ts'
import { evaluationWords } from './words.ts'

type ToGive = Output<'GET /evaluation-cycles/:cycleId/opinions-to-give'>
type About = ToGive['people'][number]

/** Whom the reader may speak about, under the sentence of what is kept secret and what is not. */
export function OpinionsToGive({ cycleId }: { cycleId: number }) {
  const say = useWords(meetingWords)
  const answer = useAnswer('GET /evaluation-cycles/:cycleId/opinions-to-give', { cycleId })
  return (
    <Card title={say.give}>
      <Answered answer={answer} rows={3}>
        {({ promise, open, people }) => (
          <div className="card-body">
            {people.length === 0 ? <p className="second">{say.nobody}</p> : null}
            {people.length > 0 && open ? <Notice tone="info">{promise}</Notice> : null}
            {people.length > 0 && !open ? <p className="second">{say.closed}</p> : null}
            <ul className="about-people">
              {people.map((one) => (
                <li key={one.evaluationId}>
                  <About about={one} open={open} />
                </li>
              ))}
            </ul>
          </div>
        )}
      </Answered>
    </Card>
  )
}

function About({ about, open }: { about: About; open: boolean }) {
  const say = useWords(meetingWords)
  const [writing, setWriting] = useState(false)
  return (
    <>
      <div className="row spread">
        <span>
          {about.name}{' '}
          <span className="small second">
            {[about.title, say.sides[about.side]].filter(Boolean).join(' · ')}
          </span>
        </span>
        {about.given ? (
          <StateTag tone="met">{say.wasGiven}</StateTag>
        ) : open ? (
          <Button size="small" aria-expanded={writing} onClick={() => setWriting(!writing)}>
            {say.giveTitle}
          </Button>
        ) : null}
      </div>
      {writing && !about.given ? <OpinionForm about={about} /> : null}
    </>
  )
}

function OpinionForm({ about }: { about: About }) {
  const say = useWords(meetingWords)
  const all = useWords(evaluationWords)
  const give = useCommand('POST /evaluations/:evaluationId/opinions')
  const told = useSaved(undefined, say.given)
  return (
    <Form
      name={`opinion-${about.evaluationId}`}
      layout="vertical"
      onFinish={(fields: { points: number; comment?: string }) =>
        give.mutate({ evaluationId: about.evaluationId, ...fields }, told)
      }
    >
      <Form.Item
        name="points"
        label={say.points}
        rules={[{ required: true, message: all.required }]}
      >
        <InputNumber min={0} max={100} decimalSeparator="," style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="comment" label={say.comment}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={give.isPending}>
        {say.send}
      </Button>
    </Form>
  )
}
