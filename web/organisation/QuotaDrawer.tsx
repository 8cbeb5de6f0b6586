import { Link } from '@tanstack/react-router'
import { Button, Drawer, Form, Input, InputNumber } from 'antd'
import { type Input as Sent, useAnswer, useCommand } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { count, day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { useTell } from '#web/lib/use-tell.ts'
import { DateField } from '#web/ui/DateField.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { kindName } from './kind-name.ts'
import { staffingWords } from './staffing-words.ts'

interface Props {
  unitId: number
  unit: string
  kind: string
  given: number | null
  onClose(): void
}

/** Who counts in a quota, which decisions changed it, and the next decision. */
export function QuotaDrawer({ unitId, unit, kind, given, onClose }: Props) {
  const say = useWords(staffingWords)
  const { asOf } = useAsOf()
  const answer = useAnswer('GET /quotas/people', { unitId, kind, asOf })
  const mayDecide = useMay('organisation.decide_quota') && kind !== 'unknown'
  return (
    <Drawer
      open
      size={460}
      title={`${unit}: ${kindName(kind, say.unknownKind).toLowerCase()}`}
      onClose={onClose}
    >
      <Answered answer={answer} rows={8}>
        {({ people, changes }) => (
          <>
            {mayDecide ? <DecideQuota unitId={unitId} kind={kind} given={given} /> : null}
            <h3>{say.decisions}</h3>
            {changes.length === 0 ? <p className="second">{say.noDecisions}</p> : null}
            <ul>
              {changes.map(({ on, difference, basis }) => (
                <li key={`${on} ${basis} ${difference}`}>
                  {day(on)}: {difference > 0 ? '+' : ''}
                  {count(difference)} · {basis}
                </li>
              ))}
            </ul>
            <h3>
              {say.names} ({count(people.length)})
            </h3>
            <ul>
              {people.map(({ cadreId, name, title, unit: place }) => (
                <li key={cadreId}>
                  <Link to="/ho-so/$id" params={{ id: String(cadreId) }}>
                    {name}
                  </Link>{' '}
                  <span className="small second">
                    {title}, {place}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Answered>
    </Drawer>
  )
}

type Fields = Pick<Sent<'POST /quotas'>, 'quota' | 'from' | 'decisionNo' | 'signedBy'>

function DecideQuota({ unitId, kind, given }: Pick<Props, 'unitId' | 'kind' | 'given'>) {
  const say = useWords(staffingWords)
  const { asOf } = useAsOf()
  const tell = useTell()
  const decide = useCommand('POST /quotas')
  const required = { required: true, message: say.required }
  const save = (fields: Fields) =>
    decide.mutate(
      { unitId, kind: kind as Sent<'POST /quotas'>['kind'], shown: given, ...fields },
      tell(say.saved, say.decideQuota),
    )
  return (
    <Form name="quota" layout="vertical" onFinish={save}>
      <h3>{say.decideQuota}</h3>
      <Form.Item name="quota" label={say.newQuota} initialValue={given ?? 0} rules={[required]}>
        <InputNumber min={0} precision={0} />
      </Form.Item>
      <Form.Item name="from" label={say.from} initialValue={asOf} rules={[required]}>
        <DateField />
      </Form.Item>
      <Form.Item name="decisionNo" label={say.decisionNo} rules={[required]}>
        <Input />
      </Form.Item>
      <Form.Item name="signedBy" label={say.signer} rules={[required]}>
        <Input />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={decide.isPending}>
        {say.save}
      </Button>
    </Form>
  )
}
