import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { ask, type Refused, useAnswer, useCommand } from '#web/lib/api.ts'
import { moment } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import type { Declaration, DeclarationItem, DeclarationRow } from '#web/lib/shapes-of-record.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { StateOfItem } from './StateOfItem.tsx'
import { declarationWords } from './words.ts'

type Again = (section: string, rowId: number | null) => void

/** What was declared, and how far each item is; the newest is open. */
export function SentDeclarations({ id, onAgain }: { id: number; onAgain: Again }) {
  const say = useWords(declarationWords)
  const sent = useAnswer('GET /declarations', { id, limit: 20 })
  return (
    <Card title={say.mine}>
      <Answered answer={sent} rows={2}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState says={say.noneSent} />
          ) : (
            rows.map((row, place) => (
              <OneSent key={row.id} row={row} first={place === 0} onAgain={onAgain} />
            ))
          )
        }
      </Answered>
    </Card>
  )
}

function OneSent({ row, first, onAgain }: { row: DeclarationRow; first: boolean; onAgain: Again }) {
  const say = useWords(declarationWords)
  const { message } = App.useApp()
  const [open, setOpen] = useState(first)
  const withdraw = useCommand('POST /declarations/:declarationId/withdraw')
  const look = useDeclaration(row.id, '', open)
  const waits = row.states.waiting_unit + row.states.waiting_managing_body > 0
  return (
    <div className="own-status">
      <button type="button" className="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
        {say.number} {row.id}, {moment(row.declaredAt)}
      </button>
      {open ? (
        <Answered answer={look} rows={2}>
          {({ items }) => items.map((item) => <Item key={item.id} item={item} onAgain={onAgain} />)}
        </Answered>
      ) : null}
      {open && waits ? (
        <Button
          size="small"
          loading={withdraw.isPending}
          onClick={() =>
            withdraw.mutate(
              { declarationId: row.id },
              { onSuccess: () => void message.success(say.withdrawn) },
            )
          }
        >
          {say.withdraw}
        </Button>
      ) : null}
      {withdraw.error ? <Notice tone="stop">{withdraw.error.message}</Notice> : null}
    </div>
  )
}

/** A look that stays in the log; nothing of it is kept when the page is left. */
export const useDeclaration = (declarationId: number, reason: string, enabled = true) =>
  useQuery<Declaration, Refused>({
    queryKey: ['a declaration', declarationId],
    enabled,
    gcTime: 0,
    queryFn: () => ask('POST /declarations/:declarationId/look', { declarationId, reason }),
  })

function Item({ item, onAgain }: { item: DeclarationItem; onAgain: Again }) {
  const say = useWords(declarationWords)
  return (
    <div>
      <p className="row wraps">
        <b>{item.label}</b> <StateOfItem state={item.state} />
      </p>
      {item.fields.map(({ name, label, declared }) => (
        <p key={name}>
          <span className="third">{label}:</span> {declared}
        </p>
      ))}
      {item.state === 'returned' ? (
        <>
          <Notice tone="remind">
            {say.returnedWhy}: {item.returnReason}
          </Notice>
          <Button
            size="small"
            aria-label={`${say.again}: ${item.label}`}
            onClick={() => onAgain(item.section, item.rowId)}
          >
            {say.again}
          </Button>
        </>
      ) : null}
    </div>
  )
}
