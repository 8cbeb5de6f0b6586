import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import { Preview } from '#web/cadres/Preview.tsx'
import { useCommand } from '#web/lib/api.ts'
import { moment } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import type { DeclarationItem } from '#web/lib/shapes-of-record.ts'
import { Card } from '#web/ui/Card.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { ItemToDecide, type Verdict } from './ItemToDecide.tsx'
import { useDeclaration } from './SentDeclarations.tsx'
import { declarationWords } from './words.ts'

/** A declaration before its approver: each item decided alone, or all at once. */
export function OneDeclaration({ id }: { id: number }) {
  const say = useWords(declarationWords)
  const { message } = App.useApp()
  const client = useQueryClient()
  const may = useMay('cadres.decide_declaration')
  const [document, setDocument] = useState<number>()
  const reason = `Duyệt bản khai số ${id}`
  const look = useDeclaration(id, reason)
  const decide = useCommand('POST /declarations/:declarationId/verdicts')
  const send = (verdicts: Verdict[]) =>
    decide.mutate(
      { declarationId: id, verdicts },
      {
        onSuccess: ({ items }) => {
          const states = new Set(items.map(({ state }) => state))
          if (states.has('approved')) void message.success(say.approved)
          if (states.has('waiting_managing_body')) void message.success(say.toProvince)
          if (states.has('returned')) void message.success(say.wasReturned)
        },
        onError: () => void client.invalidateQueries({ queryKey: ['a declaration', id] }),
      },
    )
  return (
    <Answered answer={look} rows={6}>
      {({ cadreId, fullName, unitName, declaredAt, note, items }) => {
        const open = items.filter(({ state, hidden }) => waits(state) && !hidden)
        return (
          <Card
            title={`${fullName}, ${say.number.toLowerCase()} ${id}`}
            aside={
              <Link to="/ho-so/$id" params={{ id: String(cadreId) }}>
                {say.openRecord}
              </Link>
            }
          >
            <div className="card-body">
              <p className="second">
                {unitName} · {moment(declaredAt)} {note ? `· ${note}` : ''}
              </p>
              {decide.error ? <Notice tone="stop">{decide.error.message}</Notice> : null}
              {may && open.length > 0 ? (
                <p className="row wraps">
                  <Button
                    type="primary"
                    loading={decide.isPending}
                    onClick={() => send(open.map((item) => approving(item)))}
                  >
                    {say.approveAll} ({open.length} {say.contents})
                  </Button>
                  <span className="small third only-desk">{say.keys}</span>
                </p>
              ) : null}
            </div>
            {items.map((item) => (
              <ItemToDecide
                key={item.id}
                item={item}
                may={may && waits(item.state)}
                busy={decide.isPending}
                onDecide={(verdict) => send([verdict])}
                onShow={setDocument}
              />
            ))}
            <Preview
              cadreId={cadreId}
              scan={
                document === undefined
                  ? undefined
                  : { id: document, title: say.evidence, restricted: null }
              }
              reason={reason}
              onClose={() => setDocument(undefined)}
            />
          </Card>
        )
      }}
    </Answered>
  )
}

const waits = (state: DeclarationItem['state']) => state.startsWith('waiting_')

const approving = ({ id }: DeclarationItem): Verdict => ({ itemId: id, verdict: 'approve' })
