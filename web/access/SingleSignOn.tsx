import { Button, Form, Input } from 'antd'
import { type Input as Asked, useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import type { Accounts } from '#web/lib/shapes-of-access.ts'
import { Card } from '#web/ui/Card.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { accountsWords } from './account-words.ts'

/** The provider the province trusts to say who somebody is; whom that lets in is said per account. */
export function SingleSignOn({ accounts }: { accounts: Accounts }) {
  const say = useWords(accountsWords)
  const { singleSignOn, secretVariable } = accounts
  const set = useCommand('POST /single-sign-on')
  const end = useCommand('DELETE /single-sign-on')
  const needed = [{ required: true, message: say.needed }]
  const problem = set.error ?? end.error
  return (
    <Card title={say.sso}>
      <div className="card-body">
        {singleSignOn ? null : <p className="small">{say.ssoNone}</p>}
        <Form<Asked<'POST /single-sign-on'>>
          key={singleSignOn?.issuer ?? 'none'}
          name="single-sign-on"
          layout="vertical"
          requiredMark={false}
          initialValues={singleSignOn ?? {}}
          onFinish={(filled) => set.mutate(filled)}
        >
          <Form.Item name="issuer" label={say.issuer} rules={needed}>
            <Input inputMode="url" spellCheck={false} />
          </Form.Item>
          <Form.Item name="clientId" label={say.clientId} rules={needed}>
            <Input spellCheck={false} />
          </Form.Item>
          <Form.Item name="label" label={say.label} rules={needed}>
            <Input />
          </Form.Item>
          <p className="small third" style={{ marginBottom: 12 }}>
            {say.secret} <code>{secretVariable}</code>
          </p>
          {problem ? <Notice tone="stop">{problem.message}</Notice> : null}
          <Button htmlType="submit" loading={set.isPending}>
            {say.save}
          </Button>{' '}
          {singleSignOn ? (
            <Button danger onClick={() => end.mutate({})} loading={end.isPending}>
              {say.ssoEnd}
            </Button>
          ) : null}
        </Form>
      </div>
    </Card>
  )
}
