import { Button, Input, Popover } from 'antd'
import { useState } from 'react'
import { type Output, useAnswer, useCommand } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { useTell } from '#web/lib/use-tell.ts'
import { ClauseChip } from '#web/ui/ClauseChip.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { LineTable } from './LineTable.tsx'
import { publicityWords } from './words.ts'

type Publication = Output<'GET /publications/:id'>

export function Published({ id }: { id: number }) {
  const publication = useAnswer('GET /publications/:id', { id })
  return (
    <Answered answer={publication} rows={12}>
      {(found) => <Shown found={found} />}
    </Answered>
  )
}

function Shown({ found }: { found: Publication }) {
  const say = useWords(publicityWords)
  const mayDecide = useMay('publicity.withdraw')
  const [wanted, setWanted] = useState('')
  const asked = wanted.trim().toLocaleLowerCase('vi')
  const lines = asked
    ? found.lines.filter((cells) => cells.join(' ').toLocaleLowerCase('vi').includes(asked))
    : found.lines
  return (
    <>
      <div className="card-body">
        <h2>{found.title}</h2>
        <p className="second">
          {say.countedOn} {day(found.asOf)} · {say.decidedBy} {found.decisionNo},{' '}
          {day(found.decidedOn)}, {found.signedBy} · {day(found.from)} – {day(found.until)}
        </p>
        <div className="row">
          <ClauseChip cite={found.cite}>{found.cite}</ClauseChip>
          {mayDecide && !found.withdrawnOn ? <Withdraw id={found.id} /> : null}
        </div>
        {found.withdrawnOn ? (
          <Notice tone="stop">
            {say.withdrawn} {day(found.withdrawnOn)}
          </Notice>
        ) : null}
        {found.lines.length > 20 ? (
          <Input.Search
            allowClear
            aria-label={say.filter}
            placeholder={say.filter}
            onChange={(event) => setWanted(event.target.value)}
            style={{ maxWidth: 320, marginTop: 8 }}
          />
        ) : null}
      </div>
      <LineTable label={found.title} headings={found.headings} lines={lines} />
    </>
  )
}

function Withdraw({ id }: { id: number }) {
  const say = useWords(publicityWords)
  const { asOf } = useAsOf()
  const tell = useTell()
  const withdraw = useCommand('POST /publications/:id/withdrawal')
  const [reason, setReason] = useState('')
  return (
    <Popover
      trigger="click"
      title={say.withdraw}
      content={
        <div className="row">
          <Input
            aria-label={say.reason}
            placeholder={say.reason}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button
            danger
            disabled={reason.trim() === ''}
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate({ id, on: asOf, reason }, tell(say.saved, say.withdraw))}
          >
            {say.withdraw}
          </Button>
        </div>
      }
    >
      <Button size="small">{say.withdraw}</Button>
    </Popover>
  )
}
