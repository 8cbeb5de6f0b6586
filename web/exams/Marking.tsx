import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import { type Output, useAnswer, useCommand } from '#web/lib/api.ts'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useRefused } from '#web/lib/use-tell.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { examWords } from './words.ts'

type Waiting = Output<'GET /exams/to-mark'>[number]

/** Answer by answer, without knowing whose. */
export function Marking() {
  const say = useWords(examWords)
  const waiting = useAnswer('GET /exams/to-mark', {})
  return (
    <Answered answer={waiting}>
      {(rows) => (
        <>
          <Notice tone="info">{say.blind}</Notice>
          {rows.length === 0 ? (
            <Card title={say.marking}>
              <EmptyState says={say.noMarking} />
            </Card>
          ) : (
            rows.map((row) => <One key={row.item} row={row} />)
          )}
        </>
      )}
    </Answered>
  )
}

function One({ row }: { row: Waiting }) {
  const say = useWords(examWords)
  const refused = useRefused()
  const mark = useCommand('POST /exams/marks')
  const [points, setPoints] = useState<number | null>(null)
  const give = () => {
    if (points === null) return
    mark.mutate(
      { item: row.item, points },
      {
        onError: refused(say.marking),
      },
    )
  }
  return (
    <Card title={row.stem} className="spaced">
      <div className="card-body exam-own">
        <p>
          <b>{say.answer}:</b> {row.answer}
        </p>
        <p className="second">
          {say.guide}: {row.guide} <span className="third">({row.clause})</span>
        </p>
        <div>
          <InputNumber
            aria-label={`${say.score}: ${row.stem}`}
            min={0}
            max={row.points}
            step={0.25}
            value={points}
            onChange={setPoints}
            suffix={`/ ${count(row.points)}`}
          />{' '}
          <Button type="primary" disabled={points === null} loading={mark.isPending} onClick={give}>
            {say.give}
          </Button>
        </div>
      </div>
    </Card>
  )
}
