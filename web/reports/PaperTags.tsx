import { Drawer, Input } from 'antd'
import { useState } from 'react'
import { searchable } from '#server/kernel/text.ts'
import { useAnswer } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { Answered } from '#web/ui/Waiting.tsx'
import { paperWords } from './paper-words.ts'

interface Props {
  open: boolean
  onClose(): void
}

/** Every tag a template may name, found by tag or by what it says. */
export function PaperTags({ open, onClose }: Props) {
  const say = useWords(paperWords)
  return (
    <Drawer
      open={open}
      size={640}
      title={say.tags}
      onClose={onClose}
      closable={{ 'aria-label': say.close }}
      destroyOnHidden
    >
      <p>{say.tagsSay}</p>
      <List />
    </Drawer>
  )
}

function List() {
  const say = useWords(paperWords)
  const tags = useAnswer('GET /papers/tags', {})
  const [typed, setTyped] = useState('')
  const wanted = searchable(typed)
  return (
    <Answered answer={tags} rows={12}>
      {(all) => (
        <>
          <Input.Search
            aria-label={say.tags}
            placeholder={say.meaning}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{say.tag}</th>
                <th scope="col">{say.meaning}</th>
              </tr>
            </thead>
            <tbody>
              {all
                .filter(({ tag, label }) => searchable(`${tag} ${label}`).includes(wanted))
                .map(({ tag, label, inside }) => (
                  <tr key={`${tag} ${inside === null}`}>
                    <td>
                      <code>{inside ? `{#${tag}}…{/${tag}}` : `{${tag}}`}</code>
                    </td>
                    <td>
                      {label}
                      {inside ? (
                        <span className="small second">
                          {` · ${say.inside}: ${inside.map((one) => `{${one.tag}}`).join(' ')}`}
                        </span>
                      ) : null}
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        </>
      )}
    </Answered>
  )
}
