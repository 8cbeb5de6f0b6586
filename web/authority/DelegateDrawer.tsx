import { Button, Drawer, Form, Input, Select } from 'antd'
import { ACTIONS, type Action, type Pattern } from '#server/directives/delegation-shape.ts'
import { MANAGED_BY, RANKS } from '#server/organisation/code-lists.ts'
import { useCommand } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { useWords } from '#web/lib/language.ts'
import { useTell } from '#web/lib/use-tell.ts'
import { UnitSelect } from '#web/organisation/UnitSelect.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import type { Matter } from './shapes.ts'
import { authorityWords } from './words.ts'

interface Fields {
  matter: string
  action: Action
  managedBy?: Pattern['managedBy']
  ranks?: Pattern['ranks']
  kind: 'body' | 'rank'
  body?: string
  rank?: keyof typeof RANKS
  unitId?: number
  withinUnitId?: number
  from: string
  to?: string
  decisionNo: string
  signedBy: string
  clause: string
}

interface Props {
  open: boolean
  matters: Matter[]
  onClose(): void
}

/** A delegation by a decision of the province, with its basis. */
export function DelegateDrawer({ open, matters, onClose }: Props) {
  const say = useWords(authorityWords)
  const { asOf } = useAsOf()
  const tell = useTell()
  const delegate = useCommand('POST /authority/delegations')
  const [form] = Form.useForm<Fields>()
  const save = (fields: Fields) =>
    delegate.mutate(
      inputOf(fields),
      tell(say.saved, say.add, () => {
        form.resetFields()
        onClose()
      }),
    )
  return (
    <Drawer title={say.add} open={open} onClose={onClose} size={460}>
      <Form
        form={form}
        name="delegation"
        layout="vertical"
        onFinish={save}
        initialValues={{ action: 'decide', kind: 'rank', rank: 'head', from: asOf }}
      >
        <What matters={matters} />
        <To />
        <Basis />
        <Button type="primary" htmlType="submit" loading={delegate.isPending}>
          {say.save}
        </Button>
      </Form>
    </Drawer>
  )
}

function inputOf({ matter, action, kind, managedBy, ranks, ...rest }: Fields) {
  const { body, rank, unitId, withinUnitId, from, to, decisionNo, signedBy, clause } = rest
  return {
    matter,
    action,
    about: {
      ...(managedBy?.length ? { managedBy } : {}),
      ...(ranks?.length ? { ranks } : {}),
    },
    holder: kind === 'body' ? { body } : { rank, ...(unitId ? { unitId } : {}) },
    ...(withinUnitId ? { withinUnitId } : {}),
    from,
    ...(to ? { to } : {}),
    decisionNo,
    signedBy,
    clause,
  }
}

const optionsOf = (list: Readonly<Record<string, { label: string }>>) =>
  Object.entries(list).map(([value, { label }]) => ({ value, label }))

function What({ matters }: { matters: Matter[] }) {
  const say = useWords(authorityWords)
  const rules = [{ required: true, message: say.required }]
  return (
    <>
      <Form.Item name="matter" label={say.matter} rules={rules}>
        <Select options={matters.map(({ code, label }) => ({ value: code, label }))} />
      </Form.Item>
      <Form.Item name="action" label={say.action} rules={rules}>
        <Select options={optionsOf(ACTIONS)} />
      </Form.Item>
      <Form.Item name="managedBy" label={say.about}>
        <Select mode="multiple" placeholder={say.aboutAll} options={optionsOf(MANAGED_BY)} />
      </Form.Item>
      <Form.Item name="ranks" label={say.ranks}>
        <Select mode="multiple" placeholder={say.aboutAll} options={optionsOf(RANKS)} />
      </Form.Item>
    </>
  )
}

function To() {
  const say = useWords(authorityWords)
  const kind = Form.useWatch('kind')
  const rules = [{ required: true, message: say.required }]
  return (
    <>
      <Form.Item name="kind" label={say.holder}>
        <Select
          options={[
            { value: 'rank', label: say.holderRank },
            { value: 'body', label: say.holderBody },
          ]}
        />
      </Form.Item>
      {kind === 'body' ? (
        <Form.Item name="body" label={say.holderBody} rules={rules}>
          <Input />
        </Form.Item>
      ) : (
        <>
          <Form.Item name="rank" label={say.holderRank} rules={rules}>
            <Select options={optionsOf(RANKS)} />
          </Form.Item>
          <Form.Item name="unitId" label={say.holderUnit}>
            <UnitSelect label={say.unit} />
          </Form.Item>
        </>
      )}
      <Form.Item name="withinUnitId" label={say.within}>
        <UnitSelect label={say.unit} />
      </Form.Item>
    </>
  )
}

function Basis() {
  const say = useWords(authorityWords)
  const required = { required: true, message: say.required }
  return (
    <>
      <Form.Item name="from" label={say.start} rules={[required]}>
        <DateField />
      </Form.Item>
      <Form.Item name="to" label={say.stop}>
        <DateField />
      </Form.Item>
      <Form.Item name="decisionNo" label={say.decision} rules={[required]}>
        <Input />
      </Form.Item>
      <Form.Item name="signedBy" label={say.signer} rules={[required]}>
        <Input />
      </Form.Item>
      <Form.Item name="clause" label={say.clause} rules={[required]}>
        <Input />
      </Form.Item>
    </>
  )
}
