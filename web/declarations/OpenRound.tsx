import { App, Form, Input, InputNumber, Modal, Select } from 'antd'
import dayjs from 'dayjs'
import { useDictionary } from '#web/cadres/dictionary.ts'
import { useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { useMe } from '#web/lib/session.ts'
import { DateField } from '#web/ui/DateField.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { declarationWords } from './words.ts'

interface Filled {
  year: number
  deadline: string
  sections: string[]
  note?: string
}

/** Opens the round of a year: until when, and which sections everybody goes through. */
export function OpenRound({ open, onClose }: { open: boolean; onClose(): void }) {
  const say = useWords(declarationWords)
  const { today } = useMe()
  const { message } = App.useApp()
  const { data: dictionary } = useDictionary()
  const [form] = Form.useForm<Filled>()
  const round = useCommand('POST /supplements')
  const rules = [{ required: true, message: say.required }]
  const finish = ({ year, deadline, sections, note }: Filled) =>
    round.mutate(
      {
        year,
        deadline,
        sections: sections as 'identity'[],
        ...(note && { note }),
      },
      {
        onSuccess: () => {
          void message.success(say.roundOpened)
          onClose()
        },
      },
    )
  return (
    <Modal
      open={open}
      title={say.openRound}
      okText={say.openRound}
      cancelText={say.cancel}
      confirmLoading={round.isPending}
      onOk={form.submit}
      onCancel={onClose}
      destroyOnHidden
    >
      <Form<Filled>
        form={form}
        name="round"
        layout="vertical"
        initialValues={{
          year: Number(today.slice(0, 4)),
          deadline: dayjs(today).add(30, 'day').format('YYYY-MM-DD'),
          sections: ['identity', 'personal'],
        }}
        onFinish={finish}
      >
        <Form.Item name="year" label={say.year} rules={rules}>
          <InputNumber min={2000} max={2100} precision={0} />
        </Form.Item>
        <Form.Item name="deadline" label={say.deadline} rules={rules}>
          <DateField />
        </Form.Item>
        <Form.Item name="sections" label={say.toCheck} rules={rules}>
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            options={dictionary?.sections
              .filter(({ declared }) => declared)
              .map(({ code, label }) => ({ value: code, label }))}
          />
        </Form.Item>
        <Form.Item name="note" label={say.roundNote}>
          <Input maxLength={1000} />
        </Form.Item>
        {round.error ? <Notice tone="stop">{round.error.message}</Notice> : null}
      </Form>
    </Modal>
  )
}
