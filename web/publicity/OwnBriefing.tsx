import { Button, Radio } from 'antd'
import { useState } from 'react'
import { addressOf, type Output, useCommand } from '#web/lib/api.ts'
import { day, percent } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useTell } from '#web/lib/use-tell.ts'
import { StateTag } from '#web/ui/StateTag.tsx'
import { learningWords } from './learning-words.ts'

type Own = Output<'GET /briefings/own'>['briefings'][number]

export function OwnBriefing({ one }: { one: Own }) {
  const say = useWords(learningWords)
  const [answering, setAnswering] = useState(false)
  const mayAnswer =
    one.attendedOn !== null && one.score === null && !one.closed && one.questions.length > 0
  return (
    <>
      <p>
        <b>{one.title}</b>{' '}
        {one.attendedOn ? (
          <StateTag tone="met">{say.attended}</StateTag>
        ) : (
          <StateTag tone={one.closed ? 'not_met' : 'due'}>{say.absent}</StateTag>
        )}
      </p>
      <p className="second">
        {day(one.heldOn)} · {one.place} · {one.unit}
        {one.score === null ? '' : ` · ${say.score} ${percent(one.score)}`}
      </p>
      {one.materials.map(({ id, fileName }) => (
        <p key={id}>
          <a href={addressOf('GET /briefings/materials/:id', { id }).address} download>
            {fileName}
          </a>
        </p>
      ))}
      {mayAnswer && !answering ? (
        <Button onClick={() => setAnswering(true)}>{say.answer}</Button>
      ) : null}
      {mayAnswer && answering ? <Quiz one={one} /> : null}
    </>
  )
}

function Quiz({ one: { id, questions } }: { one: Own }) {
  const say = useWords(learningWords)
  const tell = useTell()
  const send = useCommand('POST /briefings/:id/quiz')
  const [answers, setAnswers] = useState<(number | undefined)[]>(questions.map(() => undefined))
  const chosen = answers.filter((one) => one !== undefined)
  return (
    <div>
      {questions.map(({ asks, choices }, at) => (
        <fieldset key={asks} style={{ border: 0, padding: 0, margin: '8px 0' }}>
          <legend>
            {at + 1}. {asks}
          </legend>
          <Radio.Group
            value={answers[at]}
            onChange={(event) => setAnswers(answers.with(at, Number(event.target.value)))}
            options={choices.map((label, value) => ({ value, label }))}
            style={{ display: 'flex', flexDirection: 'column', gap: 8 }}
          />
        </fieldset>
      ))}
      <Button
        type="primary"
        disabled={chosen.length < questions.length}
        loading={send.isPending}
        onClick={() => send.mutate({ id, answers: chosen }, tell(say.saved, say.answer))}
      >
        {say.send}
      </Button>
    </div>
  )
}
