import { EyeOutlined, LockOutlined, UnlockOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { ask, type Output, type Refused, useAnswer } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { Card } from '#web/ui/Card.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { restrictedWords } from './restricted-words.ts'

type Group = Output<'GET /cadres/:id/restricted'>[number]
type Opened = Output<'POST /cadres/:id/restricted/:group'>

const LEAST_REASON = 10

/** Groups of facts behind a lock: who holds the key, or the reason that opens it. */
export function Restricted({ id }: { id: number }) {
  const say = useWords(restrictedWords)
  const groups = useAnswer('GET /cadres/:id/restricted', { id })
  return (
    <Card title={say.title} aside={say.logged} className="no-print">
      <Answered answer={groups} rows={3}>
        {(rows) => rows.map((group) => <OneGroup key={group.group} id={id} group={group} />)}
      </Answered>
    </Card>
  )
}

/** Values stay in this card only, and leave with it: nothing of them is kept for the next page. */
function OneGroup({ id, group }: { id: number; group: Group }) {
  const client = useQueryClient()
  const look = useMutation<Opened, Refused, string>({
    gcTime: 0,
    mutationFn: (reason) =>
      ask('POST /cadres/:id/restricted/:group', { id, group: group.group, reason }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['GET /cadres/:id/log'] }),
  })
  return (
    <div className="card-body restricted">
      <GroupHead group={group} opened={look.data !== undefined} />
      {look.data ? <Values opened={look.data} onClose={look.reset} /> : null}
      {look.data || group.ask ? null : (
        <Ask
          label={group.label}
          own={group.access === 'own'}
          busy={look.isPending}
          onOpen={look.mutate}
        />
      )}
      {group.ask ? <p className="second">{group.ask}</p> : null}
      {look.error ? <Notice tone="stop">{look.error.message}</Notice> : null}
    </div>
  )
}

function GroupHead({ group, opened }: { group: Group; opened: boolean }) {
  const say = useWords(restrictedWords)
  const says = { none: say.locked, granted: say.mayOpen, own: say.own }[group.access]
  return (
    <div>
      <div className="row" style={{ flexWrap: 'wrap' }}>
        <b>{group.label}</b>
        <span className="tag plain">
          {opened ? <UnlockOutlined aria-hidden /> : <LockOutlined aria-hidden />}
          {opened ? say.opened : says}
        </span>
      </div>
      {opened ? null : <p className="small third">{group.holds.join(' · ')}</p>}
    </div>
  )
}

interface AskProps {
  label: string
  own: boolean
  busy: boolean
  onOpen(reason: string): void
}

function Ask({ label, own, busy, onOpen }: AskProps) {
  const say = useWords(restrictedWords)
  const [reason, setReason] = useState('')
  const id = useId()
  const isShort = !own && reason.trim().length < LEAST_REASON
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (!isShort) onOpen(reason)
      }}
    >
      {own ? null : (
        <>
          <label htmlFor={id}>{say.why}</label>
          <Input
            id={id}
            value={reason}
            maxLength={500}
            placeholder={say.whyHint}
            aria-describedby={`${id}-says`}
            onChange={(event) => setReason(event.target.value)}
          />
          <p id={`${id}-says`} className="small third">
            {isShort ? say.tooShort : say.keeps}
          </p>
        </>
      )}
      <Button
        htmlType="submit"
        icon={<EyeOutlined aria-hidden />}
        disabled={isShort}
        loading={busy}
      >
        {say.open} {label.toLowerCase()}
      </Button>
    </form>
  )
}

function Values({ opened, onClose }: { opened: Opened; onClose: () => void }) {
  const say = useWords(restrictedWords)
  return (
    <>
      <dl className="restricted-values">
        {opened.values.map(({ column, label, value }) => (
          <div key={column}>
            <dt>{label}</dt>
            <dd>{value ?? <span className="third">{say.notDeclared}</span>}</dd>
          </div>
        ))}
      </dl>
      <Button icon={<LockOutlined aria-hidden />} onClick={onClose}>
        {say.close}
      </Button>
    </>
  )
}
