import { Button, Form } from 'antd'
import { useState } from 'react'
import { useCommand } from '#web/lib/api.ts'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import type { OwnAccount } from '#web/lib/shapes-of-access.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { StateTag } from '#web/ui/StateTag.tsx'
import { ownWords } from './account-words.ts'
import { CurrentPasswordField } from './CurrentPasswordField.tsx'
import { CodeField, Enrolment, RecoveryCodes } from './Enrolment.tsx'

type State = OwnAccount['secondFactor']

export function SecondFactor({ state }: { state: State }) {
  const say = useWords(ownWords)
  const [codes, setCodes] = useState<string[]>()
  if (codes) {
    return (
      <div className="card-body">
        <RecoveryCodes codes={codes} onKept={() => setCodes(undefined)} />
      </div>
    )
  }
  return (
    <div className="card-body">
      <p>
        <StateTag tone={state.on ? 'met' : 'due'}>{state.on ? say.on : say.off}</StateTag>{' '}
        {state.required ? <span className="second">{say.required}</span> : null}
        {state.on ? (
          <span className="second">
            {' '}
            · {count(state.recoveryCodesLeft)} {say.left}
          </span>
        ) : null}
      </p>
      {state.on ? <TurnedOn onCodes={setCodes} /> : <TurnOn onCodes={setCodes} />}
    </div>
  )
}

interface Props {
  onCodes(codes: string[]): void
}

function TurnOn({ onCodes }: Props) {
  const say = useWords(ownWords)
  const start = useCommand('POST /own-account/second-factor')
  const confirm = useCommand('POST /own-account/second-factor/confirmation')
  if (start.data) {
    return (
      <Enrolment
        {...start.data}
        busy={confirm.isPending}
        refused={confirm.error?.message}
        onCode={(code) =>
          confirm.mutate({ code }, { onSuccess: ({ recoveryCodes }) => onCodes(recoveryCodes) })
        }
      />
    )
  }
  return (
    <Form
      name="turn-on"
      layout="vertical"
      requiredMark={false}
      onFinish={(filled: { currentPassword: string }) => start.mutate(filled)}
    >
      <p className="small" style={{ margin: '8px 0 12px' }}>
        {say.offSays}
      </p>
      <CurrentPasswordField />
      {start.error ? <Notice tone="stop">{start.error.message}</Notice> : null}
      <Button type="primary" htmlType="submit" loading={start.isPending}>
        {say.turnOn}
      </Button>
    </Form>
  )
}

/** Turning off, or fresh codes: both ask for the password and the phone. */
function TurnedOn({ onCodes }: Props) {
  const say = useWords(ownWords)
  const [wants, setWants] = useState<'renew' | 'remove'>()
  const remove = useCommand('POST /own-account/second-factor/removal')
  const renew = useCommand('POST /own-account/recovery-codes')
  if (!wants) {
    return (
      <p style={{ marginTop: 12, display: 'flex', gap: 8, flexWrap: 'wrap' }}>
        <Button onClick={() => setWants('renew')}>{say.renew}</Button>
        <Button danger onClick={() => setWants('remove')}>
          {say.turnOff}
        </Button>
      </p>
    )
  }
  const problem = wants === 'renew' ? renew.error : remove.error
  return (
    <Form
      name="turned-on"
      layout="vertical"
      requiredMark={false}
      style={{ marginTop: 12 }}
      onFinish={(filled: { currentPassword: string; code: string }) =>
        wants === 'renew'
          ? renew.mutate(filled, { onSuccess: ({ recoveryCodes }) => onCodes(recoveryCodes) })
          : remove.mutate(filled)
      }
    >
      <CurrentPasswordField />
      <CodeField label={say.proof} />
      {problem ? <Notice tone="stop">{problem.message}</Notice> : null}
      <Button htmlType="submit" type="primary" danger={wants === 'remove'}>
        {wants === 'renew' ? say.renew : say.turnOff}
      </Button>{' '}
      <Button onClick={() => setWants(undefined)}>{say.cancel}</Button>
    </Form>
  )
}
