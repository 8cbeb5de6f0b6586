import { Button, Drawer, Form } from 'antd'
import { useState } from 'react'
import { differing, endLabelOf, headOf } from '#web/cadres/dictionary.ts'
import { Evidence, type Sent } from '#web/cadres/Evidence.tsx'
import type { Changing } from '#web/cadres/FactDrawer.tsx'
import { FactFields } from '#web/cadres/FactFields.tsx'
import { useWords } from '#web/lib/language.ts'
import { useMe } from '#web/lib/session.ts'
import type { Lists, Values } from '#web/lib/shapes-of-record.ts'
import { DateField } from '#web/ui/DateField.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import type { Drafted } from './draft.ts'
import { declarationWords } from './words.ts'

interface Props {
  cadreId: number
  lists: Lists
  changing: Changing | undefined
  onClose(): void
  onDrafted(change: Drafted): void
}

/** The same fields as the officer’s drawer, into the draft instead of the record. */
export function DeclareDrawer({ cadreId, lists, changing, onClose, onDrafted }: Props) {
  const say = useWords(declarationWords)
  return (
    <Drawer
      title={changing ? `${say.acts[changing.act]}: ${changing.section.label}` : ''}
      open={changing !== undefined}
      onClose={onClose}
      size={560}
      closable={{ 'aria-label': say.close }}
      destroyOnHidden
    >
      {changing ? <Ours {...{ cadreId, lists, changing, onClose, onDrafted }} /> : null}
    </Drawer>
  )
}

interface Filled {
  values?: Values
  on?: string
}

function Ours({ cadreId, lists, changing, onClose, onDrafted }: Props & { changing: Changing }) {
  const say = useWords(declarationWords)
  const { today } = useMe()
  const { act, section, fact } = changing
  const [form] = Form.useForm<Filled>()
  const [proof, setProof] = useState<Sent>()
  const [same, setSame] = useState(false)
  const finish = (filled: Filled) => {
    const values =
      act === 'end' && section.until
        ? { [section.until]: filled.on ?? null }
        : differing(section, filled.values ?? {}, fact?.values ?? {})
    if (Object.keys(values).length === 0) return setSame(true)
    onDrafted({
      section: section.code,
      act,
      head: fact && section.rows === 'many' ? headOf(section, fact) : '',
      values,
      ...(fact && { rowId: fact.id }),
      ...(proof && { documentId: proof.id, documentName: proof.name }),
    })
    onClose()
  }
  return (
    <Form<Filled>
      form={form}
      name="declare"
      layout="vertical"
      scrollToFirstError
      initialValues={{ values: act === 'correct' ? (fact?.values ?? {}) : {}, on: today }}
      onFinish={finish}
    >
      {act === 'end' && fact ? (
        <Form.Item name="on" label={`${headOf(section, fact)}: ${endLabelOf(section)}`}>
          <DateField />
        </Form.Item>
      ) : (
        <FactFields {...{ form, section, lists, cadreId }} />
      )}
      <p className="field-name">{say.proof}</p>
      <Evidence {...{ cadreId, section: section.code }} value={proof} onChange={setProof} />
      {same ? <Notice tone="stop">{say.same}</Notice> : null}
      <div className="row drawer-foot">
        <Button type="primary" htmlType="submit">
          {say.keepDraft}
        </Button>
        <Button onClick={onClose}>{say.cancel}</Button>
      </div>
    </Form>
  )
}
