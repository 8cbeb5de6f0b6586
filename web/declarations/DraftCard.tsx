import { PaperClipOutlined } from '@ant-design/icons'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { ValueText } from '#web/cadres/ValueText.tsx'
import { useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import type { Dictionary } from '#web/lib/shapes-of-record.ts'
import { Card } from '#web/ui/Card.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import type { Drafted, useDraft } from './draft.ts'
import { declarationWords } from './words.ts'

interface Props {
  dictionary: Dictionary
  draft: ReturnType<typeof useDraft>
  roundId: number | undefined
}

/** What will be sent, change by change, and the button that sends it. */
export function DraftCard({ dictionary, draft, roundId }: Props) {
  const say = useWords(declarationWords)
  const { message } = App.useApp()
  const [note, setNote] = useState('')
  const declare = useCommand('POST /declarations')
  if (draft.drafted.length === 0) return null
  const send = () =>
    declare.mutate(
      {
        values: draft.drafted.map(({ section, act, rowId, values, documentId }) => ({
          section: section as 'identity',
          act,
          values,
          ...(rowId !== undefined && { rowId }),
          ...(documentId !== undefined && { documentId }),
        })),
        ...(note.trim() && { note: note.trim() }),
        ...(roundId !== undefined && { roundId }),
      },
      {
        onSuccess: () => {
          draft.clear()
          void message.success(say.sent)
        },
      },
    )
  return (
    <Card title={say.draft}>
      <div className="card-body stackup">
        <ul className="draft">
          {draft.drafted.map((change, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: changes are only added at the end.
            <li key={place}>
              <Changed change={change} dictionary={dictionary} />
              <Button size="small" onClick={() => draft.remove(place)}>
                {say.remove}
              </Button>
            </li>
          ))}
        </ul>
        <Input.TextArea
          aria-label={say.note}
          placeholder={say.note}
          maxLength={1000}
          autoSize={{ minRows: 1, maxRows: 4 }}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
        {declare.error ? <Notice tone="stop">{declare.error.message}</Notice> : null}
        <Button type="primary" block loading={declare.isPending} onClick={send}>
          {say.send}
        </Button>
        <p className="small third">{say.draftSays}</p>
      </div>
    </Card>
  )
}

function Changed({ change, dictionary }: { change: Drafted; dictionary: Dictionary }) {
  const say = useWords(declarationWords)
  const section = dictionary.sections.find(({ code }) => code === change.section)
  const fields = section?.columns.filter(({ name }) => name in change.values) ?? []
  return (
    <>
      <b>
        {say.acts[change.act]}: {section?.label}
      </b>
      {change.head ? <p className="second">{change.head}</p> : null}
      {fields.map((field) => (
        <p key={field.name}>
          <span className="third">{field.label}:</span>{' '}
          <ValueText
            field={field}
            lists={dictionary.lists}
            value={change.values[field.name]}
            values={change.values}
          />
        </p>
      ))}
      {change.documentName ? (
        <p className="small">
          <PaperClipOutlined aria-hidden /> {change.documentName}
        </p>
      ) : null}
    </>
  )
}
