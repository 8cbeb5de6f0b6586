import { Button, Drawer, Form, Input, InputNumber, Select } from 'antd'
import type { Output } from '#web/lib/api.ts'
import { useCommand } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { useWords } from '#web/lib/language.ts'
import { DateField } from '#web/ui/DateField.tsx'
import { assignWords } from './assign-words.ts'
import { useSaved } from './use-saved.ts'
import { evaluationWords } from './words.ts'

interface Fields {
  titleCode?: string
  name: string
  countedIn: string
  coefficient: number
  from: string
  basis: string
}

interface Props {
  open: boolean
  titles: Output<'GET /product-kinds'>['titles']
  onClose(): void
}

/** A product of the catalogue from a day on; the same name again changes its weight. */
export function KindDrawer({ open, titles, onClose }: Props) {
  const say = useWords(assignWords)
  const all = useWords(evaluationWords)
  const { asOf } = useAsOf()
  const set = useCommand('POST /product-kinds')
  const [form] = Form.useForm<Fields>()
  const told = useSaved(() => {
    form.resetFields()
    onClose()
  })
  const rules = [{ required: true, message: all.required }]
  return (
    <Drawer title={say.addKind} open={open} onClose={onClose} size={440}>
      <Form
        form={form}
        name="product-kind"
        layout="vertical"
        initialValues={{ from: asOf, countedIn: 'sản phẩm', coefficient: 1 }}
        onFinish={({ titleCode, ...fields }: Fields) =>
          set.mutate({ ...fields, titleCode: titleCode ?? null }, told)
        }
      >
        <Form.Item name="titleCode" label={say.forTitle}>
          <Select
            aria-label={say.forTitle}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={say.anyTitle}
            options={titles.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </Form.Item>
        <Form.Item name="name" label={say.name} rules={rules}>
          <Input />
        </Form.Item>
        <Form.Item name="countedIn" label={say.countedIn} rules={rules}>
          <Input />
        </Form.Item>
        <Form.Item name="coefficient" label={say.coefficient} rules={rules}>
          <InputNumber min={0.1} step={0.5} decimalSeparator="," style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="from" label={say.since} rules={rules}>
          <DateField />
        </Form.Item>
        <Form.Item name="basis" label={say.basis} rules={rules}>
          <Input />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={set.isPending}>
          {all.save}
        </Button>
      </Form>
    </Drawer>
  )
}
