import { Button, Drawer, Form, Input } from 'antd'
import { type Output, useAnswer, useCommand } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { count, day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useTell } from '#web/lib/use-tell.ts'
import { DateField } from '#web/ui/DateField.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { LineTable } from './LineTable.tsx'
import { publicityWords } from './words.ts'

interface Props {
  matter: Output<'GET /publicity/matters'>['rows'][number]
  onClose(): void
}

interface Fields {
  decisionNo: string
  decidedOn: string
  signedBy: string
  from: string
}

/** Look at exactly what would be shown, then say who decided it. */
export function PublishDrawer({ matter, onClose }: Props) {
  const say = useWords(publicityWords)
  const { asOf } = useAsOf()
  const tell = useTell()
  const preview = useAnswer('GET /publicity/preview', { item: matter.id, asOf })
  const publish = useCommand('POST /publications')
  const required = [{ required: true, message: say.required }]
  const finish = (fields: Fields) =>
    publish.mutate({ item: matter.id, asOf, ...fields }, tell(say.saved, say.publish, onClose))
  return (
    <Drawer
      open
      onClose={onClose}
      title={`${say.publish}: ${matter.label}`}
      size="large"
      destroyOnHidden
    >
      <p className="second">
        {say.circle}: {matter.circleLabel} · {count(matter.days)} {say.daysUnit} · {say.countedOn}{' '}
        {day(asOf)}
      </p>
      <Form name="publish" layout="vertical" requiredMark={false} onFinish={finish}>
        <div className="plan-pair">
          <Form.Item name="decisionNo" label={say.decision} rules={required}>
            <Input />
          </Form.Item>
          <Form.Item name="signedBy" label={say.signer} rules={required}>
            <Input />
          </Form.Item>
          <Form.Item name="decidedOn" label={say.decidedOn} initialValue={asOf} rules={required}>
            <DateField />
          </Form.Item>
          <Form.Item name="from" label={say.from} initialValue={asOf} rules={required}>
            <DateField />
          </Form.Item>
        </div>
        <Button type="primary" htmlType="submit" loading={publish.isPending}>
          {say.publish}
        </Button>
      </Form>
      <h3 style={{ marginTop: 16 }}>{say.preview}</h3>
      <Answered answer={preview} rows={10}>
        {({ headings, lines, total }) => (
          <>
            <p className="second">
              {count(total)} {say.lines}
              {total > lines.length ? ` · ${say.more}` : ''}
            </p>
            <LineTable
              label={say.preview}
              headings={headings}
              lines={lines.map(({ cells }) => cells)}
            />
          </>
        )}
      </Answered>
    </Drawer>
  )
}
