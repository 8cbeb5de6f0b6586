import { Button, Form, Input, Select } from 'antd'
import { type Output, useCommand } from '#web/lib/api.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { Card } from '#web/ui/Card.tsx'
import { findInLabels } from '#web/ui/find-in-labels.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { PetitionAnswer } from './PetitionAnswer.tsx'
import { publicWords } from './public-words.ts'

interface Props {
  province: string
  page: Output<'GET /public/:province'>
}

interface Fields {
  kind: 'comment' | 'complaint' | 'denunciation'
  publicationId?: number
  aboutUnitId?: number
  says: string
  fullName?: string
  contact?: string
}

/** Anybody writes to the office; the code given back is the only way to the answer. */
export function SendPetition({ province, page }: Props) {
  const say = useWords(publicWords)
  const [form] = Form.useForm<Fields>()
  const kind = Form.useWatch('kind', form) ?? 'comment'
  const send = useCommand('POST /public/:province/petitions')
  const nameless = page.petitionKinds.find(({ code }) => code === kind)?.withoutName ?? false
  const required = [{ required: true, message: say.required }]
  const needed = nameless ? [] : required
  const finish = ({ fullName, contact, ...fields }: Fields) =>
    send.mutate({
      province,
      ...fields,
      ...(fullName ? { sender: { fullName, contact: contact ?? '' } } : {}),
    })
  return (
    <Card title={say.send}>
      <div className="card-body">
        <p className="second">{say.sendSays}</p>
        {send.data ? (
          <Notice tone="met">
            {say.received} <b className="reply-code">{send.data.replyCode}</b> · {say.answerBy}{' '}
            {day(send.data.dueOn)}
          </Notice>
        ) : (
          <Form
            form={form}
            name="send-petition"
            layout="vertical"
            requiredMark={false}
            onFinish={finish}
          >
            <div className="plan-pair">
              <Form.Item name="kind" label={say.kind} initialValue="comment" rules={required}>
                <Select
                  options={page.petitionKinds.map(({ code, label }) => ({ value: code, label }))}
                />
              </Form.Item>
              <Form.Item name="publicationId" label={say.about}>
                <Select
                  allowClear
                  placeholder={say.aboutNothing}
                  options={page.publications.map(({ id, title }) => ({ value: id, label: title }))}
                />
              </Form.Item>
            </div>
            <Form.Item name="aboutUnitId" label={say.aboutUnit} extra={say.aboutUnitSays}>
              <Select
                allowClear
                showSearch={findInLabels}
                placeholder={say.aboutNobody}
                options={page.agencies.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </Form.Item>
            <Form.Item name="says" label={say.text} rules={required}>
              <Input.TextArea rows={5} maxLength={5000} />
            </Form.Item>
            <div className="plan-pair">
              <Form.Item name="fullName" label={nameless ? say.nameFree : say.name} rules={needed}>
                <Input autoComplete="off" />
              </Form.Item>
              <Form.Item name="contact" label={say.contact} rules={needed}>
                <Input autoComplete="off" />
              </Form.Item>
            </div>
            {send.error ? <Notice tone="stop">{send.error.message}</Notice> : null}
            <Button type="primary" htmlType="submit" loading={send.isPending}>
              {say.submit}
            </Button>
          </Form>
        )}
      </div>
      <PetitionAnswer province={province} />
    </Card>
  )
}
