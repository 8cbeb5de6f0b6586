import { BellOutlined } from '@ant-design/icons'
import { Button, Drawer, Form, Input } from 'antd'
import { useState } from 'react'
import { useAnswer, useCommand } from '#web/lib/api.ts'
import { moment } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { reminderWords } from './reminder-words.ts'

/** How the own account is reminded outside: an address for a calendar program, a mail a day. */
export function Reminders() {
  const say = useWords(reminderWords)
  const [open, setOpen] = useState(false)
  const own = useAnswer('GET /own-account/reminders', {}, { enabled: open })
  return (
    <>
      <Button icon={<BellOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {say.title}
      </Button>
      <Drawer title={say.title} open={open} onClose={() => setOpen(false)} destroyOnHidden>
        <Answered answer={own} rows={6}>
          {({ calendar, mail }) => (
            <>
              <OwnCalendar calendar={calendar} />
              <OwnMail address={mail?.address ?? ''} />
            </>
          )}
        </Answered>
      </Drawer>
    </>
  )
}

function OwnCalendar({ calendar }: { calendar: { madeAt: string; readAt: string | null } | null }) {
  const say = useWords(reminderWords)
  const make = useCommand('POST /own-account/calendar')
  const end = useCommand('DELETE /own-account/calendar')
  const problem = make.error ?? end.error
  return (
    <section aria-label={say.calendar} style={{ marginBottom: 28 }}>
      <h3>{say.calendar}</h3>
      <p className="small second">{say.calendarSays}</p>
      {calendar ? (
        <p className="small">
          {say.made} {moment(calendar.madeAt)} ·{' '}
          {calendar.readAt ? `${say.read} ${moment(calendar.readAt)}` : say.unread}
        </p>
      ) : null}
      {make.data ? (
        <>
          <Input
            readOnly
            aria-label={say.address}
            value={`${location.origin}${make.data.path}`}
            onFocus={(event) => event.target.select()}
          />
          <p className="small second">{say.once}</p>
        </>
      ) : null}
      {problem ? <Notice tone="stop">{problem.message}</Notice> : null}
      <div className="row" style={{ gap: 8, marginTop: 8 }}>
        <Button loading={make.isPending} onClick={() => make.mutate({})}>
          {calendar ? say.remake : say.make}
        </Button>
        {calendar ? (
          <Button
            danger
            loading={end.isPending}
            onClick={() => end.mutate({}, { onSuccess: () => make.reset() })}
          >
            {say.end}
          </Button>
        ) : null}
      </div>
    </section>
  )
}

function OwnMail({ address }: { address: string }) {
  const say = useWords(reminderWords)
  const choose = useCommand('POST /own-account/due-mail')
  return (
    <section aria-label={say.mail}>
      <h3>{say.mail}</h3>
      <p className="small second">{say.mailSays}</p>
      <Form
        layout="vertical"
        initialValues={{ address }}
        onFinish={(filled: { address: string }) =>
          choose.mutate({ address: filled.address.trim() || null })
        }
      >
        <Form.Item name="address" label={say.mailAddress}>
          <Input type="email" autoComplete="email" />
        </Form.Item>
        {choose.error ? <Notice tone="stop">{choose.error.message}</Notice> : null}
        {choose.data ? (
          <Notice tone="info">{choose.data.address ? say.mailOn : say.mailOff}</Notice>
        ) : null}
        <Button htmlType="submit" loading={choose.isPending} style={{ marginTop: 8 }}>
          {say.save}
        </Button>
      </Form>
    </section>
  )
}
