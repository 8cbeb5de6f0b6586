import { Button, Drawer, Form, Input, Select } from 'antd'
import { useAnswer, useCommand } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { useWords } from '#web/lib/language.ts'
import { useTell } from '#web/lib/use-tell.ts'
import { UnitSelect } from '#web/organisation/UnitSelect.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { petitionWords } from './words.ts'

interface Fields {
  kind: 'comment' | 'complaint' | 'denunciation'
  channel: 'letter' | 'in_person'
  receivedOn: string
  says: string
  aboutUnitId?: number
  fullName?: string
  contact?: string
}

/** A letter or a spoken word taken in by the office. */
export function RegisterPetition({ open, onClose }: { open: boolean; onClose(): void }) {
  const say = useWords(petitionWords)
  const { asOf } = useAsOf()
  const tell = useTell()
  const register = useCommand('POST /petitions')
  const kinds = useAnswer('GET /petitions', { asOf }).data?.byKind ?? []
  const required = [{ required: true, message: say.required }]
  const finish = ({ fullName, contact, ...fields }: Fields) => {
    const sender = fullName ? { sender: { fullName, contact: contact ?? '' } } : {}
    register.mutate({ ...fields, ...sender }, tell(say.saved, say.register, onClose))
  }
  return (
    <Drawer open={open} onClose={onClose} title={say.register} destroyOnHidden>
      <Form<Fields> name="petition" layout="vertical" requiredMark={false} onFinish={finish}>
        <Form.Item name="kind" label={say.kind} initialValue="comment" rules={required}>
          <Select options={kinds.map(({ kind, label }) => ({ value: kind, label }))} />
        </Form.Item>
        <div className="plan-pair">
          <Form.Item name="channel" label={say.channel} initialValue="letter" rules={required}>
            <Select
              options={(['letter', 'in_person'] as const).map((one) => ({
                value: one,
                label: say[one],
              }))}
            />
          </Form.Item>
          <Form.Item name="receivedOn" label={say.received} initialValue={asOf} rules={required}>
            <DateField />
          </Form.Item>
        </div>
        <Form.Item name="says" label={say.text} rules={required}>
          <Input.TextArea rows={6} />
        </Form.Item>
        <Form.Item name="aboutUnitId" label={say.aboutUnit}>
          <UnitSelect label={say.aboutUnit} />
        </Form.Item>
        <Form.Item name="fullName" label={say.sender} extra={say.senderHelp}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="contact" label={say.contact}>
          <Input autoComplete="off" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={register.isPending}>
          {say.save}
        </Button>
      </Form>
    </Drawer>
  )
}
