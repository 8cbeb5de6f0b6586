import { Link } from '@tanstack/react-router'
import { Button, Form, Input, Select } from 'antd'
import { useEffect } from 'react'
import { type Input as Asked, ask, useAnswer } from '#web/lib/api.ts'
import { speak, useLanguage, useWords } from '#web/lib/language.ts'
import type { ProvinceAtTheDoor } from '#web/lib/shapes.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { Steps } from './Steps.tsx'
import { type SignIn, useSignIn } from './use-sign-in.ts'
import { signInWords } from './words.ts'

type Credentials = Asked<'POST /sign-in'>

export function SignInPage() {
  const say = useWords(signInWords)
  const language = useLanguage()
  const provinces = useAnswer('GET /provinces', {})
  const signIn = useSignIn()
  useEffect(() => {
    document.title = `${say.title} · Ngang Tầm`
  }, [say])
  return (
    <main className="door" id="content">
      <div className="door-brand">
        <img src="/mark.svg" alt="" width={40} height={40} />
        <div>
          <p className="door-name">Ngang Tầm</p>
          <p className="second">{say.motto}</p>
        </div>
      </div>
      <section className="card">
        <div className="card-head">
          <h1>{say.title}</h1>
          <div className="aside">
            <Button
              type="link"
              size="small"
              lang={language === 'vi' ? 'en' : 'vi'}
              onClick={() => speak(language === 'vi' ? 'en' : 'vi')}
            >
              {say.other}
            </Button>
          </div>
        </div>
        {signIn.awaits || signIn.codes ? (
          <Steps signIn={signIn} />
        ) : (
          <Answered answer={provinces} rows={5}>
            {(rows) =>
              rows.length > 0 ? (
                <Door provinces={rows} signIn={signIn} />
              ) : (
                <EmptyState says={say.none} />
              )
            }
          </Answered>
        )}
      </section>
    </main>
  )
}

interface DoorProps {
  provinces: ProvinceAtTheDoor[]
  signIn: SignIn
}

function Door({ provinces, signIn }: DoorProps) {
  const say = useWords(signInWords)
  const [form] = Form.useForm<Credentials>()
  const { busy, refused, waits, ve, take } = signIn
  const enter = (credentials: Credentials) => take(() => ask('POST /sign-in', credentials))
  const code = Form.useWatch('province', form) ?? provinces[0]?.code
  const province = provinces.find((one) => one.code === code)
  return (
    <div className="card-body">
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ province: provinces[0]?.code }}
        onFinish={enter}
      >
        <Form.Item name="province" label={say.province} rules={[{ required: true }]}>
          <Select options={provinces.map(({ code, name }) => ({ value: code, label: name }))} />
        </Form.Item>
        <Form.Item
          name="username"
          label={say.username}
          rules={[{ required: true, message: say.needsUsername }]}
        >
          <Input autoComplete="username" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <Form.Item
          name="password"
          label={say.password}
          rules={[{ required: true, message: say.needsPassword }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        {waits ? (
          <Form.Item name="code" label={say.withCode}>
            <Input autoComplete="one-time-code" />
          </Form.Item>
        ) : null}
        {refused ? <Notice tone="stop">{refused}</Notice> : null}
        <Button type="primary" htmlType="submit" block loading={busy} style={{ marginTop: 12 }}>
          {say.enter}
        </Button>
      </Form>
      {province ? <OtherWays province={province} back={ve} /> : null}
      {province?.accounts?.length ? (
        <DemoAccounts
          accounts={province.accounts}
          onChoose={({ username, password }) =>
            enter({ province: province.code, username, password })
          }
        />
      ) : null}
    </div>
  )
}

/** The province's own sign-on; and the first set-up, where nobody can sign in yet. */
function OtherWays({ province, back }: { province: ProvinceAtTheDoor; back: string | undefined }) {
  const say = useWords(signInWords)
  const { code, singleSignOn, awaitsSetUp } = province
  const asked = new URLSearchParams({ province: code, ve: back ?? '/' })
  return (
    <>
      {singleSignOn ? (
        <Button block href={`/api/oidc/start?${asked}`} style={{ marginTop: 8 }}>
          {singleSignOn}
        </Button>
      ) : null}
      {awaitsSetUp ? (
        <div className="door-demo">
          <p>{say.setUpSays}</p>
          <Link to="/thiet-lap">{say.setUp}</Link>
        </div>
      ) : null}
    </>
  )
}

interface DemoProps {
  accounts: NonNullable<ProvinceAtTheDoor['accounts']>
  onChoose(account: { username: string; password: string }): void
}

/** In a demonstration province nobody has to know a password. */
function DemoAccounts({ accounts, onChoose }: DemoProps) {
  const say = useWords(signInWords)
  return (
    <div className="door-demo">
      <h2>{say.demo}</h2>
      <ul>
        {accounts.map((account) => (
          <li key={account.username}>
            <button type="button" onClick={() => onChoose(account)}>
              <b>{account.says}</b>
              <small>
                {account.username} · {account.password}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
