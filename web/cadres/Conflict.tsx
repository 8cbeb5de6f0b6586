import { Button, Radio } from 'antd'
import { useState } from 'react'
import { useWords } from '#web/lib/language.ts'
import type { Lists, SectionInfo, Values } from '#web/lib/shapes-of-record.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { recordWords } from './record-words.ts'
import { ValueText } from './ValueText.tsx'

interface Props {
  section: SectionInfo
  lists: Lists
  clash: { stored: Values; filled: { values?: Values } }
  /** What this officer changed. */
  mine: Values
  busy: boolean
  /** The values chosen over those in the record; none where the record was right. */
  onChosen(values: Values): void
}

/** Both versions side by side; the officer chooses field by field. */
export function Conflict({ section, lists, clash, mine, busy, onChosen }: Props) {
  const say = useWords(recordWords)
  const [kept, setKept] = useState<Record<string, boolean>>({})
  const fields = section.columns.filter(
    ({ name }) => name in mine && mine[name] !== (clash.stored[name] ?? null),
  )
  const chosen = Object.fromEntries(
    fields.filter(({ name }) => !kept[name]).map(({ name }) => [name, mine[name] ?? null]),
  )
  const mineWhole = { ...clash.stored, ...clash.filled.values }
  return (
    <section aria-label={say.conflict}>
      <Notice tone="stop">{say.conflictSays}</Notice>
      {fields.map((field) => (
        <fieldset key={field.name} className="versions">
          <legend>{field.label}</legend>
          <Radio.Group
            value={kept[field.name] ? 'stored' : 'mine'}
            onChange={({ target }) => setKept({ ...kept, [field.name]: target.value === 'stored' })}
          >
            <Radio value="mine">
              <span className="small third">{say.mine}</span>
              <b>
                <ValueText {...{ field, lists }} value={mine[field.name]} values={mineWhole} />
              </b>
            </Radio>
            <Radio value="stored">
              <span className="small third">{say.stored}</span>
              <b>
                <ValueText
                  {...{ field, lists }}
                  value={clash.stored[field.name]}
                  values={clash.stored}
                />
              </b>
            </Radio>
          </Radio.Group>
        </fieldset>
      ))}
      <Button type="primary" loading={busy} onClick={() => onChosen(chosen)}>
        {Object.keys(chosen).length === 0 ? say.nothingMine : say.keepChosen}
      </Button>
    </section>
  )
}
