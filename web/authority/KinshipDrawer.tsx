import { App, Button, DatePicker, Drawer, Form, Input, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { type Output, useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { useMe } from '#web/lib/session.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { kinshipWords } from './kinship-words.ts'
import { PersonSelect } from './PersonSelect.tsx'

type Opened = Output<'POST /cadres/:id/kinship/look'>

export type Act =
  | { kind: 'declare' }
  | { kind: 'recuse' }
  | { kind: 'confirm'; one: Opened['declared'][number] }

interface Props {
  cadreId: number
  act: Act | undefined
  relations: Opened['relations']
  onClose(): void
  onSaved(): void
}

interface Fields {
  relation: string
  relativeId?: number
  relativeName?: string
  caseRef: string
  reason: string
  on: Dayjs
}

/** Declares a relation, confirms one, or records that the person keeps out of a case. */
export function KinshipDrawer({ cadreId, act, relations, onClose, onSaved }: Props) {
  const say = useWords(kinshipWords)
  const title = act && say[act.kind]
  return (
    <Drawer title={title} open={act !== undefined} onClose={onClose} size={420} destroyOnHidden>
      {act ? <Ours {...{ cadreId, act, relations, onClose, onSaved }} /> : null}
    </Drawer>
  )
}

function Ours({ cadreId, act, relations, onClose, onSaved }: Props & { act: Act }) {
  const say = useWords(kinshipWords)
  const { today } = useMe()
  const { message } = App.useApp()
  const { save, problem, busy } = useSave(cadreId, act)
  const required = [{ required: true, message: say.required }]
  const kept = () => {
    void message.success(say.saved)
    onClose()
    onSaved()
  }
  const dayWord = { declare: say.day, confirm: say.confirmDay, recuse: say.on }[act.kind]
  return (
    <Form<Fields>
      name="kinship"
      layout="vertical"
      initialValues={{ on: dayjs(today) }}
      onFinish={(fields) => save(fields, kept)}
    >
      {act.kind === 'confirm' ? (
        <p>
          <b>{act.one.name}</b>, {act.one.relation}
        </p>
      ) : null}
      {act.kind === 'declare' ? (
        <>
          <Form.Item name="relation" label={say.relation} rules={required}>
            <Select options={relations.map(({ code, label }) => ({ value: code, label }))} />
          </Form.Item>
          <Form.Item name="relativeId" label={say.withRecord}>
            <PersonSelect label={say.withRecord} />
          </Form.Item>
          <Form.Item name="relativeName" label={say.orName}>
            <Input maxLength={200} />
          </Form.Item>
        </>
      ) : null}
      {act.kind === 'recuse' ? (
        <>
          <Form.Item name="caseRef" label={say.caseRef} rules={required}>
            <Input placeholder={say.caseHint} />
          </Form.Item>
          <Form.Item name="reason" label={say.reason} rules={required}>
            <Input.TextArea rows={3} maxLength={500} />
          </Form.Item>
        </>
      ) : null}
      <Form.Item name="on" label={dayWord} rules={required}>
        <DatePicker format="DD/MM/YYYY" maxDate={dayjs(today)} />
      </Form.Item>
      {problem ? <Notice tone="stop">{problem}</Notice> : null}
      <Button type="primary" htmlType="submit" loading={busy} style={{ marginTop: 12 }}>
        {say.save}
      </Button>
    </Form>
  )
}

function useSave(cadreId: number, act: Act) {
  const declare = useCommand('POST /authority/kinship')
  const confirm = useCommand('POST /authority/kinship/:id/confirm')
  const recuse = useCommand('POST /authority/recusals')
  const save = (fields: Fields, onSuccess: () => void) => {
    const on = fields.on.format('YYYY-MM-DD')
    if (act.kind === 'confirm')
      return confirm.mutate({ id: act.one.id, confirmedOn: on }, { onSuccess })
    if (act.kind === 'recuse') {
      const { caseRef, reason } = fields
      return recuse.mutate({ cadreId, caseRef, reason, on }, { onSuccess })
    }
    const { relation, relativeId, relativeName } = fields
    const relative = {
      ...(relativeId === undefined ? {} : { relativeId }),
      ...(relativeName ? { relativeName } : {}),
    }
    return declare.mutate({ cadreId, relation, ...relative, declaredOn: on }, { onSuccess })
  }
  const all = [declare, confirm, recuse]
  const problem = all.find(({ error }) => error)?.error?.message
  return { save, problem, busy: all.some(({ isPending }) => isPending) }
}
