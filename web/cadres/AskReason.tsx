import { EyeOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useWords } from '#web/lib/language.ts'
import { recordWords } from './record-words.ts'

const LEAST_REASON = 10

interface Props {
  label: string
  own: boolean
  busy: boolean
  onOpen(reason: string): void
}

/** The reason that opens a restricted group; one's own record asks for none. */
export function AskReason({ label, own, busy, onOpen }: Props) {
  const say = useWords(recordWords)
  const [reason, setReason] = useState('')
  const id = useId()
  const isShort = !own && reason.trim().length < LEAST_REASON
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (!isShort) onOpen(reason)
      }}
    >
      {own ? null : (
        <>
          <label htmlFor={id}>{say.why}</label>
          <Input
            id={id}
            value={reason}
            maxLength={500}
            placeholder={say.whyHint}
            aria-describedby={`${id}-says`}
            onChange={(event) => setReason(event.target.value)}
          />
          <p id={`${id}-says`} className="small third">
            {isShort ? say.tooShort : say.keeps}
          </p>
        </>
      )}
      <Button
        htmlType="submit"
        icon={<EyeOutlined aria-hidden />}
        disabled={isShort}
        loading={busy}
      >
        {say.open} {label.toLowerCase()}
      </Button>
    </form>
  )
}
