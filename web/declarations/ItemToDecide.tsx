import { PaperClipOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { type KeyboardEvent, useId, useState } from 'react'
import { useWords } from '#web/lib/language.ts'
import type { DeclarationItem } from '#web/lib/shapes-of-record.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { StateOfItem } from './StateOfItem.tsx'
import { declarationWords } from './words.ts'

export interface Verdict {
  itemId: number
  verdict: 'approve' | 'return'
  reason?: string
  overrule?: boolean
}

interface Props {
  item: DeclarationItem
  may: boolean
  busy: boolean
  onDecide(verdict: Verdict): void
  onShow(documentId: number): void
}

/** Old beside declared beside evidence, and the two buttons; also by keyboard. */
export function ItemToDecide({ item, may, busy, onDecide, onShow }: Props) {
  const say = useWords(declarationWords)
  const [returning, setReturning] = useState(false)
  const changed = item.act !== 'add' && item.fields.some(({ before, stored }) => before !== stored)
  const approve = () => onDecide({ itemId: item.id, verdict: 'approve', overrule: changed })
  const pressed = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey) return
    const there = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' } as const
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const next = event.currentTarget[there[event.key]]
      if (next instanceof HTMLElement) next.focus()
    }
    if (may && event.key.toLowerCase() === 'd') approve()
    if (may && event.key.toLowerCase() === 't') {
      event.preventDefault()
      setReturning(true)
    }
  }
  return (
    <section
      className="verdict"
      aria-label={item.label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an item is decided by keyboard as well.
      tabIndex={0}
      onKeyDown={pressed}
    >
      <p className="row wraps">
        <b>
          {say.acts[item.act]}: {item.label}
        </b>
        <StateOfItem state={item.state} />
        {item.needsManagingBody ? <span className="tag plain">{say.needsProvince}</span> : null}
      </p>
      {item.hidden ? <p className="second">{say.hidden}</p> : <Fields item={item} />}
      {item.documentId === null ? (
        <span className="small third">{say.noEvidence}</span>
      ) : (
        <Button
          size="small"
          icon={<PaperClipOutlined aria-hidden />}
          className="fits"
          onClick={() => item.documentId !== null && onShow(item.documentId)}
        >
          {say.evidence}
        </Button>
      )}
      <Decided item={item} />
      {may && !item.hidden && !returning ? (
        <p className="row">
          <Button type="primary" loading={busy} onClick={approve}>
            {changed ? say.overrule : say.approve}
          </Button>
          <Button onClick={() => setReturning(true)}>{say.return}</Button>
        </p>
      ) : null}
      {may && returning ? (
        <Returning
          busy={busy}
          onReturn={(reason) => onDecide({ itemId: item.id, verdict: 'return', reason })}
        />
      ) : null}
    </section>
  )
}

function Fields({ item }: { item: DeclarationItem }) {
  const say = useWords(declarationWords)
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{say.field}</th>
          {item.act === 'add' ? null : <th scope="col">{say.stored}</th>}
          <th scope="col">{say.declared}</th>
        </tr>
      </thead>
      <tbody>
        {item.fields.map(({ name, label, before, stored, declared }) => (
          <tr key={name}>
            <td>{label}</td>
            {item.act === 'add' ? null : (
              <td>
                {stored ?? '–'}
                {before === stored || item.state === 'approved' ? null : (
                  <p className="small">
                    {say.changedSince} {before ?? '–'}
                  </p>
                )}
              </td>
            )}
            <td>
              <b>{declared ?? '–'}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Decided({ item }: { item: DeclarationItem }) {
  const say = useWords(declarationWords)
  return (
    <>
      {item.unitDecidedBy ? (
        <p className="small third">
          {say.unitBy} {item.unitDecidedBy}
        </p>
      ) : null}
      {item.returnReason ? (
        <Notice tone="remind">
          {say.why}: {item.returnReason}
        </Notice>
      ) : null}
    </>
  )
}

function Returning({ busy, onReturn }: { busy: boolean; onReturn(reason: string): void }) {
  const say = useWords(declarationWords)
  const [reason, setReason] = useState('')
  const id = useId()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onReturn(reason)
      }}
    >
      <label htmlFor={id}>{say.why}</label>
      <div className="row wraps">
        <Input
          id={id}
          autoFocus
          maxLength={500}
          placeholder={say.whyHint}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <Button htmlType="submit" loading={busy} disabled={reason.trim().length < 5}>
          {say.return}
        </Button>
      </div>
    </form>
  )
}
