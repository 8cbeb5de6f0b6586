import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { type Output, useAnswer, useCommand } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { useTell } from '#web/lib/use-tell.ts'
import { StateTag, type Tone } from '#web/ui/StateTag.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { learningWords } from './learning-words.ts'

type Pledge = Output<'GET /pledges'>['rows'][number]
type Level = NonNullable<Pledge['level']>
const TONES: Record<Level, Tone> = { kept: 'met', partly: 'remind', not_kept: 'not_met' }

/** Everybody of one agency: what was promised, and what the unit says of it. */
export function PledgesOfUnit({ unitId }: { unitId: number }) {
  const { asOf } = useAsOf()
  const pledges = useAnswer('GET /pledges', { unitId, asOf })
  return (
    <Answered answer={pledges} rows={10}>
      {({ rows }) => (
        <ul className="plain-list">
          {rows.map((row) => (
            <li key={row.cadreId} className="card-body">
              <One row={row} />
            </li>
          ))}
        </ul>
      )}
    </Answered>
  )
}

function One({ row }: { row: Pledge }) {
  const say = useWords(learningWords)
  const mayReview = useMay('publicity.review_pledge')
  const [open, setOpen] = useState(false)
  return (
    <>
      <p>
        <b>{row.name}</b> <span className="second">{row.title}</span>{' '}
        {row.level ? (
          <StateTag tone={TONES[row.level]}>{say[row.level]}</StateTag>
        ) : row.id === null ? (
          <StateTag tone="remind">{say.notYet}</StateTag>
        ) : null}
      </p>
      {row.says ? (
        <p>
          {row.says} <span className="small second">{day(row.pledgedOn)}</span>
        </p>
      ) : null}
      {row.review ? <p className="second">{row.review}</p> : null}
      {mayReview && row.id !== null && row.level === null ? (
        open ? (
          <Review row={row} onDone={() => setOpen(false)} />
        ) : (
          <Button
            size="small"
            aria-label={`${say.review}: ${row.name}`}
            onClick={() => setOpen(true)}
          >
            {say.review}
          </Button>
        )
      ) : null}
    </>
  )
}

function Review({ row, onDone }: { row: Pledge; onDone(): void }) {
  const say = useWords(learningWords)
  const { asOf } = useAsOf()
  const tell = useTell()
  const review = useCommand('POST /pledges/:id/review')
  const required = [{ required: true, message: say.required }]
  const key = { id: row.id ?? 0, version: row.version ?? 0, on: asOf }
  return (
    <Form<{ level: Level; review: string }>
      name={`review-${row.cadreId}`}
      layout="vertical"
      requiredMark={false}
      onFinish={(fields) =>
        review.mutate({ ...key, ...fields }, tell(say.saved, say.review, onDone))
      }
    >
      <Form.Item name="level" label={say.level} rules={required}>
        <Select
          options={(['kept', 'partly', 'not_kept'] as const).map((value) => ({
            value,
            label: say[value],
          }))}
        />
      </Form.Item>
      <Form.Item name="review" label={say.review} rules={required}>
        <Input.TextArea rows={2} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={review.isPending}>
        {say.save}
      </Button>
    </Form>
  )
}
