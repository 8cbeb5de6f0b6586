import { Button, Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { type Input as Sent, useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { useTell } from '#web/lib/use-tell.ts'
import { DateField } from '#web/ui/DateField.tsx'
import { standardWords } from './standard-words.ts'

interface Props {
  id: number
  /** The requirement as the standard says it. */
  words: string
  again: boolean
}

/** Says whether somebody meets a requirement no record answers, by which paper. */
export function ConfirmStandard({ id, words, again }: Props) {
  const say = useWords(standardWords)
  const tell = useTell()
  const may = useMay('cadres.confirm_standard')
  const [open, setOpen] = useState(false)
  const confirm = useCommand('POST /cadres/:id/standing')
  if (!may) return null
  const rules = [{ required: true, message: say.required }]
  const send = (
    fields: Pick<Sent<'POST /cadres/:id/standing'>, 'meets' | 'document' | 'confirmedOn'>,
  ) =>
    confirm.mutate(
      { ...fields, id, words },
      tell(say.confirmed, say.confirm, () => setOpen(false)),
    )
  return (
    <>
      <Button size="small" aria-label={`${say.confirm}: ${words}`} onClick={() => setOpen(true)}>
        {again ? say.confirmAgain : say.confirm}
      </Button>
      <Modal
        open={open}
        title={words}
        footer={null}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        <Form layout="vertical" onFinish={send} name={`confirm-${words}`}>
          <Form.Item name="meets" label={say.verdict} rules={rules}>
            <Radio.Group
              options={[
                { value: true, label: say.meets },
                { value: false, label: say.doesNot },
              ]}
            />
          </Form.Item>
          <Form.Item name="document" label={say.document} rules={rules}>
            <Input placeholder={say.documentLike} />
          </Form.Item>
          <Form.Item name="confirmedOn" label={say.confirmedOn} rules={rules}>
            <DateField />
          </Form.Item>
          <div className="row">
            <Button type="primary" htmlType="submit" loading={confirm.isPending}>
              {say.save}
            </Button>
            <Button onClick={() => setOpen(false)}>{say.cancel}</Button>
          </div>
        </Form>
      </Modal>
    </>
  )
}
