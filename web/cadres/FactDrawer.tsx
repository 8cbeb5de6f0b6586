import { App, Button, Drawer, Form } from 'antd'
import { useState } from 'react'
import { type Refused, useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { useMe } from '#web/lib/session.ts'
import type { Act, Fact, Lists, SectionInfo, Values } from '#web/lib/shapes-of-record.ts'
import { DateField } from '#web/ui/DateField.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { BasisFields, type BasisFilled, basisOf } from './BasisFields.tsx'
import { Conflict } from './Conflict.tsx'
import { differing, endLabelOf, headOf } from './dictionary.ts'
import { Evidence, type Sent } from './Evidence.tsx'
import { besideFields, FactFields } from './FactFields.tsx'
import { recordWords } from './record-words.ts'

/** What is being changed. */
export interface Changing {
  act: Act
  section: SectionInfo
  fact?: Fact
}

interface Props {
  cadreId: number
  lists: Lists
  changing: Changing | undefined
  onClose(): void
  /** After a change, or its undo. */
  onSaved(): void
}

/** One drawer for every section of the dictionary: add, correct or end a fact, on a basis. */
export function FactDrawer({ cadreId, lists, changing, onClose, onSaved }: Props) {
  const say = useWords(recordWords)
  const title = changing ? `${say.acts[changing.act]}: ${changing.section.label}` : ''
  return (
    <Drawer
      title={title}
      open={changing !== undefined}
      onClose={onClose}
      size={620}
      closable={{ 'aria-label': say.close }}
      destroyOnHidden
    >
      {changing ? <Ours {...{ cadreId, lists, changing, onClose, onSaved }} /> : null}
    </Drawer>
  )
}

interface Filled {
  values?: Values
  on?: string
  basis: BasisFilled
}

interface Clash {
  stored: Values & { version: number }
  filled: Filled
}

function Ours({ cadreId, lists, changing, onClose, onSaved }: Props & { changing: Changing }) {
  const say = useWords(recordWords)
  const { today } = useMe()
  const { act, section, fact } = changing
  const [form] = Form.useForm<Filled>()
  const [proof, setProof] = useState<Sent>()
  const [clash, setClash] = useState<Clash>()
  const [said, setSaid] = useState<string>()
  const { save, busy } = useTell(cadreId, changing, proof, { onClose, onSaved })
  const basis = Form.useWatch(['basis', 'basis'], form) ?? 'decision'
  const refused = (filled: Filled) => (problem: Refused) => {
    const stored = (problem.details as { stored?: Clash['stored'] } | undefined)?.stored
    if (problem.kind === 'conflict' && stored) return setClash({ stored, filled })
    setSaid(besideFields(form, section, problem) ? undefined : problem.message)
  }
  const finish = (filled: Filled) => {
    setSaid(undefined)
    const values = differing(section, filled.values ?? {}, fact?.values ?? {})
    if (act !== 'end' && Object.keys(values).length === 0) return setSaid(say.same)
    save(filled, values, fact?.version ?? 0, refused(filled))
  }
  return (
    <>
      {clash && act === 'correct' ? (
        <Conflict
          {...{ section, lists, clash, busy }}
          mine={differing(section, clash.filled.values ?? {}, fact?.values ?? {})}
          onChosen={(values) => {
            if (Object.keys(values).length === 0) return onClose()
            save(clash.filled, values, clash.stored.version, refused(clash.filled))
          }}
        />
      ) : null}
      <Form<Filled>
        form={form}
        name="fact"
        layout="vertical"
        hidden={clash !== undefined && act === 'correct'}
        scrollToFirstError
        initialValues={{
          values: fact && act === 'correct' ? fact.values : {},
          on: today,
          basis: { basis: act === 'correct' ? 'correction' : 'decision' },
        }}
        onFinish={finish}
      >
        {act === 'end' && fact ? (
          <>
            <p>
              <b>{headOf(section, fact)}</b>
            </p>
            <Form.Item name="on" label={endLabelOf(section)} rules={[{ required: true }]}>
              <DateField />
            </Form.Item>
          </>
        ) : (
          <FactFields {...{ form, section, lists, cadreId }} />
        )}
        <hr />
        <BasisFields chosen={basis} />
        <p className="field-name">{say.proof}</p>
        <Evidence {...{ cadreId, section: section.code }} value={proof} onChange={setProof} />
        {clash && act === 'end' ? <Notice tone="stop">{say.conflictSays}</Notice> : null}
        {said ? <Notice tone="stop">{said}</Notice> : null}
        <div className="row drawer-foot">
          <Button type="primary" htmlType="submit" loading={busy}>
            {say.save}
          </Button>
          <Button onClick={onClose}>{say.cancel}</Button>
        </div>
      </Form>
    </>
  )
}

function useTell(
  cadreId: number,
  { act, section, fact }: Changing,
  proof: Sent | undefined,
  { onClose, onSaved }: Pick<Props, 'onClose' | 'onSaved'>,
) {
  const add = useCommand('POST /cadres/:id/facts/:section')
  const correct = useCommand('POST /cadres/:id/facts/:section/:rowId')
  const end = useCommand('POST /cadres/:id/facts/:section/:rowId/end')
  const told = useToldSaved(onSaved)
  const save = (
    filled: Filled,
    values: Values,
    version: number,
    onError: (problem: Refused) => void,
  ) => {
    const shared = {
      id: cadreId,
      section: section.code as 'identity',
      basis: basisOf(filled.basis),
      ...(proof && { documentId: proof.id }),
    }
    const asked = { ...shared, rowId: fact?.id ?? cadreId, version }
    const onSuccess = ({ changeId }: { changeId: number }) => {
      onClose()
      onSaved()
      told(changeId)
    }
    if (act === 'add') return add.mutate({ ...shared, values }, { onSuccess, onError })
    if (act === 'correct') return correct.mutate({ ...asked, values }, { onSuccess, onError })
    return end.mutate({ ...asked, on: filled.on ?? '' }, { onSuccess, onError })
  }
  return { save, busy: [add, correct, end].some(({ isPending }) => isPending) }
}

/** Says it is saved, and offers to take it back while the words stand. */
function useToldSaved(onSaved: () => void) {
  const say = useWords(recordWords)
  const { message } = App.useApp()
  const undo = useCommand('POST /record-changes/:changeId/undo')
  return (changeId: number) => {
    // Answered as a promise: the drawer that began it is closed by then.
    const takeBack = () =>
      undo.mutateAsync({ changeId }).then(
        () => {
          message.destroy(`saved-${changeId}`)
          void message.success(say.undone)
          onSaved()
        },
        (problem: Refused) => void message.error(problem.message),
      )
    void message.success({
      key: `saved-${changeId}`,
      duration: 10,
      content: (
        <>
          {say.saved}{' '}
          <Button size="small" onClick={takeBack}>
            {say.undo}
          </Button>
        </>
      ),
    })
  }
}
