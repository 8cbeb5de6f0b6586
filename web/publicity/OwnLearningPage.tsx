import { Button, Form, Input } from 'antd'
import { type Output, useAnswer, useCommand } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useTell } from '#web/lib/use-tell.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { StateTag } from '#web/ui/StateTag.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { learningWords } from './learning-words.ts'
import { OwnBriefing } from './OwnBriefing.tsx'

type Own = Output<'GET /briefings/own'>

/** What the reader was invited to, answered and pledged; made for a phone. */
export function OwnLearningPage() {
  const say = useWords(learningWords)
  const { asOf } = useAsOf()
  const own = useAnswer('GET /briefings/own', { asOf })
  return (
    <>
      <PageHeader crumbs={[say.own]} title={say.own} says={say.ownSays} />
      <Answered answer={own} rows={8}>
        {(found) => (
          <>
            <Pledges own={found} />
            <Card title={say.title}>
              {found.briefings.length === 0 ? <EmptyState says={say.ownNone} /> : null}
              <ul className="plain-list">
                {found.briefings.map((one) => (
                  <li key={one.id} className="card-body">
                    <OwnBriefing one={one} />
                  </li>
                ))}
              </ul>
            </Card>
          </>
        )}
      </Answered>
    </>
  )
}

function Pledges({ own: { pledges, year, pledgeBy } }: { own: Own }) {
  const say = useWords(learningWords)
  const current = pledges.find((one) => one.year === year)
  return (
    <Card title={say.pledge}>
      {current?.level ? null : (
        <PledgeForm year={year} pledgeBy={pledgeBy} says={current?.says ?? ''} />
      )}
      <ul className="plain-list">
        {pledges.map((one) => (
          <li key={one.year} className="card-body">
            <p>
              <b>
                {say.pledgeYear} {one.year}
              </b>{' '}
              <span className="second">{day(one.pledgedOn)}</span>{' '}
              {one.level ? (
                <StateTag tone={one.level === 'kept' ? 'met' : 'remind'}>
                  {say[one.level as 'kept' | 'partly' | 'not_kept']}
                </StateTag>
              ) : null}
            </p>
            <p>{one.says}</p>
            {one.review ? <p className="second">{one.review}</p> : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function PledgeForm({ year, pledgeBy, says }: { year: number; pledgeBy: string; says: string }) {
  const say = useWords(learningWords)
  const tell = useTell()
  const pledge = useCommand('POST /pledges')
  return (
    <Form<{ says: string }>
      name="pledge"
      layout="vertical"
      requiredMark={false}
      className="card-body"
      initialValues={{ says }}
      onFinish={(fields) => pledge.mutate({ year, ...fields }, tell(say.saved, say.pledge))}
    >
      <Form.Item
        name="says"
        label={`${say.pledgeYear} ${year} (${say.pledgeBy} ${day(pledgeBy)})`}
        extra={say.pledgeHint}
        rules={[{ required: true, message: say.required }]}
      >
        <Input.TextArea rows={4} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={pledge.isPending}>
        {says ? say.save : say.sign}
      </Button>
    </Form>
  )
}
