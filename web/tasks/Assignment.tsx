import { Button } from 'antd'
import { useState } from 'react'
import { addressOf, type Output, useAnswer } from '#web/lib/api.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { Answered } from '#web/ui/Waiting.tsx'
import { type Act, ActForm } from './ActForm.tsx'
import { StateOf } from './StateOf.tsx'
import { Steps } from './Steps.tsx'
import type { Open } from './tasks-address.ts'
import { taskWords } from './words.ts'

export type Held = Output<'GET /tasks/assignment'>

/** The life of one unit's task: how it stands and why, what can be done now, its plan, its diary. */
export function Assignment(props: { open: Open; unitId: number; asOf: string }) {
  const { open, unitId, asOf } = props
  const say = useWords(taskWords)
  const held = useAnswer('GET /tasks/assignment', { ...open, unitId, asOf })
  const [act, setAct] = useState<Act>()
  return (
    <Answered answer={held}>
      {(one) => (
        <>
          <h3>{one.unit}</h3>
          <p>
            <StateOf state={one.state} /> {one.due ? `${say.due} ${day(one.due)} · ` : ''}
            {one.reason}
          </p>
          <Acts held={one} onAct={setAct} />
          <Steps held={one} open={open} asOf={asOf} />
          <h3>{say.diary}</h3>
          {one.entries.length === 0 ? <p className="second">{say.noEntries}</p> : null}
          <ul className="plain">
            {one.entries.map((entry) => (
              <li key={entry.id}>
                <b>{day(entry.on)}</b> · {say[entry.kind as Act]}
                {entry.dueOn ? ` ${say.until} ${day(entry.dueOn)}` : ''}
                {entry.says ? `: ${entry.says}` : ''}{' '}
                {entry.documentNo ? <span className="second">({entry.documentNo})</span> : null}{' '}
                {entry.fileName ? (
                  <a
                    href={addressOf('GET /tasks/evidence/:entryId', { entryId: entry.id }).address}
                    download
                  >
                    {entry.fileName}
                  </a>
                ) : null}
                {entry.byName ? <span className="second"> — {entry.byName}</span> : null}
                {entry.enteredOn ? (
                  <span className="second"> ({`${say.entered} ${day(entry.enteredOn)}`})</span>
                ) : null}
              </li>
            ))}
          </ul>
          <ActForm act={act} held={one} open={open} asOf={asOf} onClose={() => setAct(undefined)} />
        </>
      )}
    </Answered>
  )
}

const WORKED = ['open', 'soon', 'extended', 'overdue']

/** Only what the state and the reader's rights allow. */
function Acts({ held, onAct }: { held: Held; onAct(act: Act): void }) {
  const say = useWords(taskWords)
  const mayReport = useMay('tasks.report')
  const mayDecide = useMay('tasks.accept')
  const worked = mayReport && WORKED.includes(held.state)
  const acts: Act[] = [
    ...(worked ? (['progress', 'submission'] as const) : []),
    ...(worked && held.due !== null && held.requestId === null
      ? (['extension_request'] as const)
      : []),
    ...(mayDecide && held.submissionId !== null && held.state === 'submitted'
      ? (['acceptance', 'return'] as const)
      : []),
    ...(mayDecide && held.requestId !== null
      ? (['extension_grant', 'extension_refusal'] as const)
      : []),
    ...(mayDecide && held.state === 'cancelled' ? (['reinstatement'] as const) : []),
    ...(mayDecide && held.state !== 'cancelled' && held.state !== 'accepted'
      ? (['cancellation'] as const)
      : []),
  ]
  if (acts.length === 0) return null
  return (
    <p className="no-print" style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
      {acts.map((act, index) => (
        <Button key={act} type={index === 0 ? 'primary' : 'default'} onClick={() => onAct(act)}>
          {say[act]}
        </Button>
      ))}
    </p>
  )
}
