import { App, Button, Checkbox, Drawer, Form, Input } from 'antd'
import dayjs from 'dayjs'
import { useCommand } from '#web/lib/api.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMe } from '#web/lib/session.ts'
import { DateField } from '#web/ui/DateField.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import type { Cell } from './RoleMatrix.tsx'
import { roleWords } from './role-words.ts'

interface Props {
  cell: Cell | undefined
  mayChange: boolean
  onClose(): void
}

/** What a role holds by which decision; an administrator gives or ends it here. */
export function RoleDrawer({ cell, mayChange, onClose }: Props) {
  const say = useWords(roleWords)
  return (
    <Drawer title={cell?.row.label} open={cell !== undefined} onClose={onClose} size={420}>
      {cell ? (
        <>
          <p>
            <b>{cell.role.label}</b> · {say[cell.role.sees]}
          </p>
          <Stands held={cell.held} />
          <Change key={`${cell.row.code} ${cell.role.code}`} {...{ cell, mayChange, onClose }} />
        </>
      ) : null}
    </Drawer>
  )
}

function Stands({ held }: Pick<Cell, 'held'>) {
  const say = useWords(roleWords)
  if (!held) return <p className="second">{say.notHeld}</p>
  return (
    <dl className="restricted-values">
      <div>
        <dt>{say.days}</dt>
        <dd>
          {say.since} {day(held.from)}
          {held.to ? ` ${say.until} ${day(held.to)}` : ''}
        </dd>
      </div>
      <div>
        <dt>{say.basis}</dt>
        <dd>{held.basis}</dd>
      </div>
      {held.endedBy ? (
        <div>
          <dt>{say.endedBy}</dt>
          <dd>{held.endedBy}</dd>
        </div>
      ) : null}
    </dl>
  )
}

interface Fields {
  from: string
  to?: string
  decisionNo: string
  ownRecordOnly?: boolean
}

function Change({ cell, mayChange, onClose }: Props & { cell: Cell }) {
  const say = useWords(roleWords)
  const { today } = useMe()
  const { message } = App.useApp()
  const change = useChange(cell)
  if (cell.role.own && mayChange) return <Notice tone="info">{say.ownRole}</Notice>
  if (!mayChange || cell.held?.endedBy) return null
  const required = [{ required: true, message: say.required }]
  const save = (fields: Fields) =>
    change.save(fields, () => {
      void message.success(say.saved)
      onClose()
    })
  const isNew = !cell.held
  const first = dayjs(today)
    .add(cell.held && cell.held.from >= today ? 1 : 0, 'day')
    .format('YYYY-MM-DD')
  return (
    <Form<Fields>
      name="role-right"
      layout="vertical"
      onFinish={save}
      initialValues={{ from: first }}
    >
      <Form.Item name="from" label={isNew ? say.from : say.endedOn} rules={required}>
        <DateField min={first} />
      </Form.Item>
      {isNew ? (
        <Form.Item name="to" label={say.to}>
          <DateField min={first} />
        </Form.Item>
      ) : null}
      {isNew && cell.kind === 'group' ? (
        <Form.Item name="ownRecordOnly" valuePropName="checked">
          <Checkbox>{say.ownOnly}</Checkbox>
        </Form.Item>
      ) : null}
      <Form.Item name="decisionNo" label={say.decision} rules={required}>
        <Input maxLength={300} />
      </Form.Item>
      {change.problem ? <Notice tone="stop">{change.problem}</Notice> : null}
      <Button
        type="primary"
        danger={!isNew}
        htmlType="submit"
        loading={change.busy}
        style={{ marginTop: 12 }}
      >
        {isNew ? say.grant : say.end}
      </Button>
    </Form>
  )
}

/** One of four commands: give or end, a right or a column group. */
function useChange({ kind, row, role, held }: Cell) {
  const grantRight = useCommand('POST /roles/:role/rights')
  const endRight = useCommand('POST /role-rights/:id/end')
  const grantGroup = useCommand('POST /roles/:role/column-groups')
  const endGroup = useCommand('POST /column-group-grants/:id/end')
  const all = [grantRight, endRight, grantGroup, endGroup]
  const save = ({ from, to, decisionNo, ownRecordOnly }: Fields, onSuccess: () => void) => {
    const done = { onSuccess }
    if (held) {
      const end = kind === 'right' ? endRight : endGroup
      return end.mutate({ id: held.id, endedOn: from, decisionNo }, done)
    }
    const days = { from, ...(to ? { to } : {}), decisionNo }
    const given = { role: role.code, ...days }
    if (kind === 'right') return grantRight.mutate({ ...given, right: row.code }, done)
    return grantGroup.mutate({ ...given, group: row.code, ownRecordOnly }, done)
  }
  const problem = all.find(({ error }) => error)?.error?.message
  return { save, problem, busy: all.some(({ isPending }) => isPending) }
}
