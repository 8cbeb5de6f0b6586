import { Button, Form, Input, InputNumber } from 'antd'
import { type Output, useAnswer, useCommand } from '#web/lib/api.ts'
import { count, day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay, useMe } from '#web/lib/session.ts'
import { Card } from '#web/ui/Card.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { meetingWords } from './meeting-words.ts'
import { OpinionsToGive } from './OpinionsToGive.tsx'
import { Papers } from './Papers.tsx'
import { StepList } from './StepList.tsx'
import type { Cycle } from './shapes.ts'
import { useSaved } from './use-saved.ts'
import { evaluationWords } from './words.ts'

type Meeting = NonNullable<Output<'GET /evaluation-cycles/:cycleId/meeting'>['meeting']>

const RATED_IN = ['self', 'opinions', 'meeting', 'head', 'authority']

/** The minutes of the meeting, opinions to give, and the steps of the cycle with who ended them. */
export function MeetingTab({ cycle }: { cycle: Cycle }) {
  const say = useWords(meetingWords)
  const { id: cycleId } = cycle
  const answer = useAnswer('GET /evaluation-cycles/:cycleId/meeting', { cycleId })
  const mayWrite = useMay('evaluation.record_meeting') && RATED_IN.includes(cycle.step)
  const mayGive = useMay('evaluation.opinions_to_give')
  return (
    <div className="columns two-and-one">
      <Card title={say.minutes}>
        <div className="card-body">
          <Answered answer={answer} rows={5}>
            {({ meeting }) => (
              <>
                {meeting ? <Papers cycleId={cycleId} forms={['minutes']} /> : null}
                {mayWrite ? (
                  <MinutesForm cycle={cycle} meeting={meeting} />
                ) : meeting ? (
                  <Minutes meeting={meeting} />
                ) : (
                  <EmptyState says={say.none} />
                )}
              </>
            )}
          </Answered>
        </div>
      </Card>
      <div>
        <StepList cycle={cycle} />
        {mayGive ? <OpinionsToGive cycleId={cycleId} /> : null}
      </div>
    </div>
  )
}

function MinutesForm({ cycle, meeting }: { cycle: Cycle; meeting: Meeting | null }) {
  const say = useWords(meetingWords)
  const all = useWords(evaluationWords)
  const { today } = useMe()
  const record = useCommand('PUT /evaluation-cycles/:cycleId/meeting')
  const told = useSaved(undefined, say.recorded)
  const required = [{ required: true, message: all.required }]
  return (
    <Form
      name="minutes"
      layout="vertical"
      className="fields"
      initialValues={meeting ?? { heldOn: today }}
      onFinish={(fields: Meeting) => record.mutate({ cycleId: cycle.id, ...fields }, told)}
    >
      <Form.Item name="heldOn" label={say.heldOn} rules={required}>
        <DateField max={today} />
      </Form.Item>
      <Form.Item name="place" label={say.place} rules={required}>
        <Input />
      </Form.Item>
      <Form.Item name="chair" label={say.chair} rules={required}>
        <Input />
      </Form.Item>
      <Form.Item name="secretary" label={say.secretary} rules={required}>
        <Input />
      </Form.Item>
      <Form.Item name="summoned" label={say.summoned} rules={required}>
        <InputNumber min={1} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="present" label={say.present} rules={required}>
        <InputNumber min={0} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="minutes" label={say.text} rules={required} className="wide">
        <Input.TextArea autoSize={{ minRows: 6 }} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={record.isPending}>
        {all.save}
      </Button>
    </Form>
  )
}

function Minutes({ meeting }: { meeting: Meeting }) {
  const say = useWords(meetingWords)
  const shown: [string, string][] = [
    [say.heldOn, day(meeting.heldOn)],
    [say.place, meeting.place],
    [say.chair, meeting.chair],
    [say.secretary, meeting.secretary],
    [say.present, `${count(meeting.present)} / ${count(meeting.summoned)}`],
  ]
  return (
    <>
      <dl className="totals">
        {shown.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="as-written">{meeting.minutes}</p>
    </>
  )
}
