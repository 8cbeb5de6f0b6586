import { Button, Form, Input } from 'antd'
import { useEffect, useState } from 'react'
import { ask } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { CodeField, Enrolment, RecoveryCodes } from './Enrolment.tsx'
import type { SignIn } from './use-sign-in.ts'
import { signInWords } from './words.ts'

/** What the password alone does not open: the code of the phone, an own password, an enrolment. */
export function Steps({ signIn }: { signIn: SignIn }) {
  const say = useWords(signInWords)
  const { awaits, codes, startAgain, goOn } = signIn
  return (
    <div className="card-body">
      {codes ? <RecoveryCodes codes={codes} onKept={goOn} /> : null}
      {!codes && awaits === 'code' ? <CodeStep signIn={signIn} /> : null}
      {!codes && awaits === 'password' ? <PasswordStep signIn={signIn} /> : null}
      {!codes && awaits === 'enrol' ? <EnrolmentStep signIn={signIn} /> : null}
      {codes ? null : (
        <Button type="link" block onClick={startAgain} style={{ marginTop: 8 }}>
          {say.again}
        </Button>
      )}
    </div>
  )
}

function CodeStep({ signIn: { take, busy, refused } }: { signIn: SignIn }) {
  const say = useWords(signInWords)
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      onFinish={({ code }: { code: string }) => take(() => ask('POST /sign-in/code', { code }))}
    >
      <p>{say.codeSays}</p>
      <CodeField label={say.code} />
      <Foot refused={refused} busy={busy} />
    </Form>
  )
}

function PasswordStep({ signIn: { take, busy, refused } }: { signIn: SignIn }) {
  const say = useWords(signInWords)
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      onFinish={({ password }: { password: string }) =>
        take(() => ask('POST /sign-in/password', { password }))
      }
    >
      <p>
        <b>{say.ownPassword}</b>
      </p>
      <p className="small">{say.ownPasswordSays}</p>
      <NewPasswordField name="password" />
      <Foot refused={refused} busy={busy} />
    </Form>
  )
}

export function NewPasswordField({ name }: { name: string }) {
  const say = useWords(signInWords)
  return (
    <Form.Item
      name={name}
      label={say.newPassword}
      extra={say.rule}
      rules={[{ required: true, min: 12, max: 128, message: say.rule }]}
      style={{ marginTop: 12 }}
    >
      <Input.Password autoComplete="new-password" />
    </Form.Item>
  )
}

function EnrolmentStep({ signIn: { take, busy, refused } }: { signIn: SignIn }) {
  const say = useWords(signInWords)
  const [fresh, setFresh] = useState<{ secretKey: string; uri: string }>()
  const [failed, setFailed] = useState<string>()
  useEffect(() => {
    ask('POST /sign-in/enrolment', {}).then(setFresh, ({ message }: Error) => setFailed(message))
  }, [])
  if (failed) return <Notice tone="stop">{failed}</Notice>
  if (!fresh) return null
  return (
    <>
      <p>
        <b>{say.enrol}</b>
      </p>
      <p className="small">{say.enrolSays}</p>
      <Enrolment
        {...fresh}
        busy={busy}
        refused={refused}
        onCode={(code) => take(() => ask('POST /sign-in/enrolment/confirmation', { code }))}
      />
    </>
  )
}

function Foot({ refused, busy }: { refused: string | undefined; busy: boolean }) {
  const say = useWords(signInWords)
  return (
    <>
      {refused ? <Notice tone="stop">{refused}</Notice> : null}
      <Button type="primary" htmlType="submit" block loading={busy} style={{ marginTop: 12 }}>
        {say.next}
      </Button>
    </>
  )
}
