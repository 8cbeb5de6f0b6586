import { EyeOutlined, LockOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { ask, type Output, type Refused } from '#web/lib/api.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { Card } from '#web/ui/Card.tsx'
import { ClauseChip } from '#web/ui/ClauseChip.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { type Act, KinshipDrawer } from './KinshipDrawer.tsx'
import { kinshipWords } from './kinship-words.ts'

type Opened = Output<'POST /cadres/:id/kinship/look'>

const LEAST_REASON = 10

/** Behind a reason, like every restricted group; what is shown stays in this card and leaves with it. */
export function Kinship({ id }: { id: number }) {
  const say = useWords(kinshipWords)
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const look = useMutation<Opened, Refused>({
    gcTime: 0,
    mutationFn: () => ask('POST /cadres/:id/kinship/look', { id, reason }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['GET /cadres/:id/log'] }),
  })
  return (
    <Card title={say.title} aside={say.logged} className="no-print">
      <div className="card-body restricted">
        {look.data ? (
          <Shown id={id} opened={look.data} onChanged={look.mutate} onClose={look.reset} />
        ) : (
          <Ask reason={reason} onReason={setReason} busy={look.isPending} onOpen={look.mutate} />
        )}
        {look.error ? <Notice tone="stop">{look.error.message}</Notice> : null}
      </div>
    </Card>
  )
}

interface AskProps {
  reason: string
  onReason(reason: string): void
  busy: boolean
  onOpen(): void
}

function Ask({ reason, onReason, busy, onOpen }: AskProps) {
  const say = useWords(kinshipWords)
  const id = useId()
  const isShort = reason.trim().length < LEAST_REASON
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (!isShort) onOpen()
      }}
    >
      <label htmlFor={id}>{say.why}</label>
      <Input
        id={id}
        value={reason}
        maxLength={500}
        placeholder={say.whyHint}
        aria-describedby={`${id}-says`}
        onChange={(event) => onReason(event.target.value)}
      />
      <p id={`${id}-says`} className="small third">
        {say.keeps}
      </p>
      <Button
        htmlType="submit"
        icon={<EyeOutlined aria-hidden />}
        disabled={isShort}
        loading={busy}
      >
        {say.open}
      </Button>
    </form>
  )
}

interface ShownProps {
  id: number
  opened: Opened
  /** Asked again for the same reason, so that the card shows what was kept. */
  onChanged(): void
  onClose(): void
}

function Shown({ id, opened, onChanged, onClose }: ShownProps) {
  const say = useWords(kinshipWords)
  const mayWrite = useMay('authority.declare_kinship')
  const [act, setAct] = useState<Act>()
  return (
    <>
      {opened.declared.length === 0 ? <p className="second">{say.none}</p> : null}
      <ul className="kinship">
        {opened.declared.map((one) => (
          <li key={one.id}>
            <Declared one={one} />
            {mayWrite && !one.confirmedOn ? (
              <Button size="small" onClick={() => setAct({ kind: 'confirm', one })}>
                {say.confirm}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <ClauseChip cite={opened.clause}>
        <p>{opened.clause}</p>
        <p>{opened.relations.map(({ label }) => label).join('; ')}</p>
      </ClauseChip>
      <h3>{say.recusals}</h3>
      {opened.recusals.length === 0 ? <p className="second">{say.noRecusals}</p> : null}
      <ul className="kinship">
        {opened.recusals.map(({ id: recusal, caseRef, reason, on }) => (
          <li key={recusal}>
            <span>
              <b>{caseRef}</b>, {day(on)}: {reason}
            </span>
          </li>
        ))}
      </ul>
      <div className="row" style={{ flexWrap: 'wrap' }}>
        {mayWrite ? (
          <>
            <Button onClick={() => setAct({ kind: 'declare' })}>{say.declare}</Button>
            <Button onClick={() => setAct({ kind: 'recuse' })}>{say.recuse}</Button>
          </>
        ) : null}
        <Button icon={<LockOutlined aria-hidden />} onClick={onClose}>
          {say.close}
        </Button>
      </div>
      <KinshipDrawer
        cadreId={id}
        act={act}
        relations={opened.relations}
        onClose={() => setAct(undefined)}
        onSaved={onChanged}
      />
    </>
  )
}

function Declared({ one }: { one: Opened['declared'][number] }) {
  const say = useWords(kinshipWords)
  return (
    <span>
      <b>
        {one.relativeId === null ? (
          one.name
        ) : (
          <Link to="/ho-so/$id" params={{ id: String(one.relativeId) }}>
            {one.name}
          </Link>
        )}
      </b>
      , {one.relation}
      <br />
      <span className="small third">
        {say.declaredOn} {day(one.declaredOn)}
        {one.confirmedOn ? `, ${say.confirmedOn} ${day(one.confirmedOn)}` : ''}
        {one.byRelative ? `, ${say.byRelative}` : ''}
        {one.keepsOut ? '' : `, ${say.notKept}`}
      </span>
    </span>
  )
}
