import { App, Button, Form } from 'antd'
import { type Input as Asked, useAnswer, useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { useMe } from '#web/lib/session.ts'
import { Card } from '#web/ui/Card.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { ownWords } from './account-words.ts'
import { CurrentPasswordField } from './CurrentPasswordField.tsx'
import { OwnSessions } from './OwnSessions.tsx'
import { SecondFactor } from './SecondFactor.tsx'
import { NewPasswordField } from './Steps.tsx'

/** What a person keeps in order about the own way in. */
export function OwnAccountPage() {
  const say = useWords(ownWords)
  const me = useMe()
  const own = useAnswer('GET /own-account', {})
  return (
    <>
      <PageHeader
        crumbs={[say.title]}
        title={say.title}
        says={`${me.displayName} · ${me.username} · ${me.roleLabel}`}
      />
      <div className="account-cards">
        <Card title={say.password}>
          <PasswordForm />
        </Card>
        <Card title={say.factor}>
          <Answered answer={own} rows={3}>
            {({ secondFactor }) => <SecondFactor state={secondFactor} />}
          </Answered>
        </Card>
      </div>
      <OwnSessions />
    </>
  )
}

function PasswordForm() {
  const say = useWords(ownWords)
  const { message } = App.useApp()
  const [form] = Form.useForm<Asked<'POST /own-account/password'>>()
  const change = useCommand('POST /own-account/password')
  return (
    <div className="card-body">
      <Form
        form={form}
        name="own-password"
        layout="vertical"
        requiredMark={false}
        onFinish={(filled) =>
          change.mutate(filled, {
            onSuccess: () => {
              form.resetFields()
              void message.success(say.changed)
            },
          })
        }
      >
        <CurrentPasswordField />
        <NewPasswordField name="newPassword" />
        {change.error ? <Notice tone="stop">{change.error.message}</Notice> : null}
        <Button
          type="primary"
          htmlType="submit"
          loading={change.isPending}
          style={{ marginTop: 12 }}
        >
          {say.change}
        </Button>
      </Form>
    </div>
  )
}
