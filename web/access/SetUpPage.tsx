import { Link } from '@tanstack/react-router'
import { Button, Form, Input, Select } from 'antd'
import { useEffect } from 'react'
import { type Input as Asked, useAnswer, useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import type { ProvinceAtTheDoor } from '#web/lib/shapes.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { NewPasswordField } from './Steps.tsx'
import { setUpWords, signInWords } from './words.ts'

/** The first administrator of a real province, for whoever holds the code the server printed. */
export function SetUpPage() {
  const say = useWords(setUpWords)
  const provinces = useAnswer('GET /provinces', {})
  const make = useCommand('POST /set-up')
  useEffect(() => {
    document.title = `${say.title} · Ngang Tầm`
  }, [say])
  const toDoor = <Link to="/dang-nhap">{say.toDoor}</Link>
  return (
    <main className="door" id="content">
      <section className="card">
        <div className="card-head">
          <h1>{say.title}</h1>
        </div>
        <Answered answer={provinces} rows={5}>
          {(rows) => {
            const waiting = rows.filter(({ awaitsSetUp }) => awaitsSetUp)
            if (make.isSuccess) return <EmptyState says={say.made} action={toDoor} />
            if (waiting.length === 0) return <EmptyState says={say.none} action={toDoor} />
            return <SetUpForm provinces={waiting} make={make} />
          }}
        </Answered>
      </section>
    </main>
  )
}

interface Props {
  provinces: ProvinceAtTheDoor[]
  make: ReturnType<typeof useCommand<'POST /set-up'>>
}

function SetUpForm({ provinces, make }: Props) {
  const say = useWords(setUpWords)
  const door = useWords(signInWords)
  const needed = [{ required: true, message: say.needed }]
  return (
    <div className="card-body">
      <p className="small">{say.says}</p>
      <Form<Asked<'POST /set-up'>>
        layout="vertical"
        requiredMark={false}
        initialValues={{ province: provinces[0]?.code }}
        onFinish={(filled) => make.mutate(filled)}
        style={{ marginTop: 12 }}
      >
        <Form.Item name="province" label={door.province} rules={needed}>
          <Select options={provinces.map(({ code, name }) => ({ value: code, label: name }))} />
        </Form.Item>
        <Form.Item name="code" label={say.code} rules={needed}>
          <Input autoComplete="off" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <Form.Item name="displayName" label={say.name} rules={needed}>
          <Input autoComplete="name" />
        </Form.Item>
        <Form.Item name="username" label={door.username} rules={needed}>
          <Input autoComplete="username" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <NewPasswordField name="password" />
        {make.error ? <Notice tone="stop">{make.error.message}</Notice> : null}
        <Button
          type="primary"
          htmlType="submit"
          block
          loading={make.isPending}
          style={{ marginTop: 12 }}
        >
          {say.make}
        </Button>
      </Form>
    </div>
  )
}
