import { Button, Form, Input, QRCode, Typography } from 'antd'
import { useWords } from '#web/lib/language.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { signInWords } from './words.ts'

interface Props {
  secretKey: string
  uri: string
  busy: boolean
  refused: string | undefined
  onCode(code: string): void
}

/** Drawn in the browser: the secret goes to no one but the phone. */
export function Enrolment({ secretKey, uri, busy, refused, onCode }: Props) {
  const say = useWords(signInWords)
  return (
    <Form
      name="enrolment"
      layout="vertical"
      requiredMark={false}
      onFinish={({ code }: { code: string }) => onCode(code)}
    >
      <p>{say.scan}</p>
      <div style={{ display: 'grid', placeItems: 'center', padding: '12px 0' }}>
        <QRCode value={uri} type="svg" size={196} aria-label={say.scan} />
      </div>
      <p className="small">
        {say.byHand}: <Typography.Text copyable>{secretKey}</Typography.Text>
      </p>
      <CodeField label={say.firstCode} />
      {refused ? <Notice tone="stop">{refused}</Notice> : null}
      <Button type="primary" htmlType="submit" block loading={busy} style={{ marginTop: 12 }}>
        {say.confirm}
      </Button>
    </Form>
  )
}

export function CodeField({ label }: { label: string }) {
  const say = useWords(signInWords)
  return (
    <Form.Item
      name="code"
      label={label}
      rules={[{ required: true, min: 6, message: say.needsCode }]}
      style={{ marginTop: 12 }}
    >
      <Input autoComplete="one-time-code" autoCapitalize="none" spellCheck={false} />
    </Form.Item>
  )
}

/** Shown once; the table keeps hashes. */
export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept(): void }) {
  const say = useWords(signInWords)
  return (
    <div>
      <p>
        <b>{say.recovery}</b>
      </p>
      <p className="small">{say.recoverySays}</p>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Typography.Paragraph copyable={{ text: codes.join('\n') }} className="small">
        {say.copy}
      </Typography.Paragraph>
      <Button type="primary" block onClick={onKept}>
        {say.saved}
      </Button>
    </div>
  )
}
