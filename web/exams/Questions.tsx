import { CheckCircleFilled, CloudSyncOutlined, WarningFilled } from '@ant-design/icons'
import { App, Button, Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { type Refused, useCommand } from '#web/lib/api.ts'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { type Answer, thisDevice, useAnswerQueue } from './answer-queue.ts'
import { ownExamWords } from './own-words.ts'
import type { OpenPaper } from './PaperPage.tsx'

interface Props {
  paper: OpenPaper
  onEnd(says: string): void
  onRefused(refused: Refused): void
}

const isGiven = (answer: Answer | null | undefined) => Boolean(answer && answer.length > 0)

/** All questions of the paper on one page; each answer leaves for the server as it is given. */
export function Questions({ paper, onEnd, onRefused }: Props) {
  const say = useWords(ownExamWords)
  const { modal } = App.useApp()
  const queue = useAnswerQueue(paper.id, onRefused)
  const submit = useCommand('POST /own-exams/:id/submit')
  const [given, setGiven] = useState<Record<number, Answer | null>>(() => ({
    ...Object.fromEntries(paper.items.map(({ position, answer }) => [position, answer])),
    ...queue.unsent,
  }))
  const seconds = useSecondsLeft(paper)
  const done = paper.items.filter(({ position }) => isGiven(given[position])).length
  const missing = paper.items.length - done
  const handIn = (says: string) =>
    submit.mutate(
      { id: paper.id, device: thisDevice() },
      {
        onSuccess: () => {
          queue.forget()
          onEnd(says)
        },
        onError: (refused) =>
          refused.kind === 'unreachable' ? onEnd(say.over) : onRefused(refused),
      },
    )
  // biome-ignore lint/correctness/useExhaustiveDependencies: the moment the time is over, once.
  useEffect(() => {
    if (seconds === 0) handIn(say.over)
  }, [seconds === 0])
  const sure = () =>
    modal.confirm({
      title: say.submitSure,
      content: missing > 0 ? `${count(missing)} ${say.unanswered}.` : null,
      okText: say.submit,
      cancelText: say.cancel,
      onOk: () => handIn(say.handedIn),
    })
  return (
    <div className="exam">
      <div className="exam-bar" role="status">
        <Clock seconds={seconds} />
        <Sign sign={queue.sign} />
        <span className="second">
          {count(done)}/{count(paper.items.length)} {say.answered}
        </span>
      </div>
      {paper.items.map((item) => (
        <Question
          key={item.position}
          item={item}
          answer={given[item.position] ?? null}
          onAnswer={(answer) => {
            setGiven((before) => ({ ...before, [item.position]: answer }))
            queue.save(item.position, answer)
          }}
        />
      ))}
      <section className="card foot-bar exam-foot">
        <span>
          {queue.sign === 'waiting'
            ? say.submitFirst
            : missing > 0
              ? `${count(missing)} ${say.unanswered}`
              : `${count(done)}/${count(paper.items.length)} ${say.answered}`}
        </span>
        <Button
          type="primary"
          disabled={queue.sign !== 'saved'}
          loading={submit.isPending}
          onClick={sure}
        >
          {say.submit}
        </Button>
      </section>
    </div>
  )
}

/** Counted from the clock of the server: the clock of a phone may be wrong. */
function useSecondsLeft({ endsAt, now }: OpenPaper): number {
  const started = useRef(performance.now())
  const [seconds, setSeconds] = useState(() => (Date.parse(endsAt) - Date.parse(now)) / 1000)
  useEffect(() => {
    const whole = Date.parse(endsAt) - Date.parse(now)
    const tick = () =>
      setSeconds(Math.max(0, Math.ceil((whole - (performance.now() - started.current)) / 1000)))
    const timer = setInterval(tick, 500)
    return () => clearInterval(timer)
  }, [endsAt, now])
  return Math.ceil(seconds)
}

function Clock({ seconds }: { seconds: number }) {
  const say = useWords(ownExamWords)
  const two = (value: number) => String(value).padStart(2, '0')
  return (
    <b className={seconds < 60 ? 'exam-clock short' : 'exam-clock'} role="timer">
      {say.left} {two(Math.floor(seconds / 60))}:{two(seconds % 60)}
    </b>
  )
}

function Sign({ sign }: { sign: 'saved' | 'saving' | 'waiting' }) {
  const say = useWords(ownExamWords)
  if (sign === 'saved')
    return (
      <span className="tag met">
        <CheckCircleFilled aria-hidden /> {say.saved}
      </span>
    )
  const Icon = sign === 'waiting' ? WarningFilled : CloudSyncOutlined
  return (
    <span className={`tag ${sign === 'waiting' ? 'remind' : 'info'}`}>
      <Icon aria-hidden /> {say[sign]}
    </span>
  )
}

interface QuestionProps {
  item: OpenPaper['items'][number]
  answer: Answer | null
  onAnswer(answer: Answer): void
}

function Question({ item, answer, onAnswer }: QuestionProps) {
  const say = useWords(ownExamWords)
  const chosen = Array.isArray(answer) ? answer : []
  const hint = item.kind === 'single' ? say.one : item.kind === 'multiple' ? say.many : say.short
  const pick = (no: number) => {
    if (item.kind === 'single') return onAnswer([no])
    onAnswer(chosen.includes(no) ? chosen.filter((one) => one !== no) : [...chosen, no].sort())
  }
  return (
    <fieldset className="card exam-question">
      <legend>
        <b>
          {say.question} {item.position}.
        </b>{' '}
        {item.stem}{' '}
        <span className="small third">
          {hint} · {count(item.points)} {say.points}
        </span>
      </legend>
      {item.kind === 'short' ? (
        <Input.TextArea
          aria-label={`${say.question} ${item.position}`}
          autoSize={{ minRows: 3 }}
          maxLength={4000}
          value={typeof answer === 'string' ? answer : ''}
          onChange={(event) => onAnswer(event.target.value)}
        />
      ) : (
        item.options.map(({ no, text }) => (
          <label key={no} className={chosen.includes(no) ? 'exam-option chosen' : 'exam-option'}>
            <input
              type={item.kind === 'single' ? 'radio' : 'checkbox'}
              name={`q${item.position}`}
              checked={chosen.includes(no)}
              onChange={() => pick(no)}
            />
            <span>{text}</span>
          </label>
        ))
      )}
    </fieldset>
  )
}
