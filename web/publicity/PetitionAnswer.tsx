import { Button, Input } from 'antd'
import { useState } from 'react'
import { useCommand } from '#web/lib/api.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { publicWords } from './public-words.ts'

/** For whoever holds the code: how far it has come, and what was answered. */
export function PetitionAnswer({ province }: { province: string }) {
  const say = useWords(publicWords)
  const [code, setCode] = useState('')
  const look = useCommand('POST /public/:province/petitions/answer')
  return (
    <div className="card-body">
      <h3>{say.look}</h3>
      <div className="row" style={{ flexWrap: 'wrap' }}>
        <Input
          aria-label={say.code}
          placeholder={say.code}
          value={code}
          onChange={(event) => setCode(event.target.value)}
          style={{ maxWidth: 260 }}
        />
        <Button
          disabled={code.trim() === ''}
          loading={look.isPending}
          onClick={() => look.mutate({ province, replyCode: code })}
        >
          {say.look}
        </Button>
      </div>
      {look.error ? <Notice tone="stop">{look.error.message}</Notice> : null}
      {look.data?.answers.map(({ on, says }) => (
        <Notice tone="met" key={`${on} ${says}`}>
          {day(on)}: {says}
        </Notice>
      ))}
      {look.data && look.data.answers.length === 0 ? (
        <Notice tone="info">
          {say.noAnswer} {day(look.data.dueOn)}
        </Notice>
      ) : null}
    </div>
  )
}
