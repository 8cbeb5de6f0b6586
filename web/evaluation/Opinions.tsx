import { Button, Form, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { useAnswer, useCommand } from '#web/lib/api.ts'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { useTell } from '#web/lib/use-tell.ts'
import { amount } from './figures.ts'
import { meetingWords } from './meeting-words.ts'
import { personWords } from './person-words.ts'
import { evaluationWords } from './words.ts'

/** What was said from each side; below the threshold only how many spoke. */
export function Opinions({ evaluationId }: { evaluationId: number }) {
  const say = useWords(meetingWords)
  const person = useWords(personWords)
  const answer = useAnswer('GET /evaluations/:evaluationId/opinions', { evaluationId })
  const mayEnter = useMay('evaluation.enter_survey')
  const sides = answer.data?.sides ?? []
  if (sides.length === 0 && !mayEnter) return null
  return (
    <section aria-label={person.opinions} className="opinions">
      <h3>{person.opinions}</h3>
      {sides.length === 0 ? <p className="small second">{say.noOpinions}</p> : null}
      <ul>
        {sides.map(({ side, voices, points, comments, shown }) => (
          <li key={side}>
            <b>{say.sides[side]}</b>: {count(voices)} {say.voices}
            {shown && points !== null ? `, ${say.mean} ${amount(points)}` : `, ${say.hidden}`}
            {comments.map((comment) => (
              <p key={comment} className="small second">
                “{comment}”
              </p>
            ))}
          </li>
        ))}
      </ul>
      {mayEnter ? <Survey evaluationId={evaluationId} /> : null}
    </section>
  )
}

interface Fields {
  points: number
  forms: number
  comment?: string
}

function Survey({ evaluationId }: { evaluationId: number }) {
  const say = useWords(meetingWords)
  const all = useWords(evaluationWords)
  const tell = useTell()
  const enter = useCommand('PUT /evaluations/:evaluationId/survey')
  const [adding, setAdding] = useState(false)
  if (!adding)
    return (
      <Button size="small" onClick={() => setAdding(true)}>
        {say.survey}
      </Button>
    )
  const save = (fields: Fields) =>
    enter.mutate(
      { evaluationId, ...fields },
      tell(all.saved, say.survey, () => setAdding(false)),
    )
  const required = [{ required: true, message: all.required }]
  return (
    <Form name={`survey-${evaluationId}`} layout="vertical" onFinish={save}>
      <Form.Item name="forms" label={say.surveyForms} rules={required}>
        <InputNumber min={1} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="points" label={say.surveyPoints} rules={required}>
        <InputNumber min={0} max={100} decimalSeparator="," style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="comment" label={say.comment}>
        <Input.TextArea rows={2} />
      </Form.Item>
      <Button htmlType="submit" loading={enter.isPending}>
        {all.save}
      </Button>
    </Form>
  )
}
