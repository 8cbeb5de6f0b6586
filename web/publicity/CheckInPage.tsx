import { Link, useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { Card } from '#web/ui/Card.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { learningWords } from './learning-words.ts'

/** Where the scanned code leads: one press, so that opening an address alone records nothing. */
export function CheckInPage() {
  const say = useWords(learningWords)
  const { ma = '' } = useSearch({ from: '/inside/diem-danh' })
  const [code, setCode] = useState(ma)
  const checkIn = useCommand('POST /briefings/check-in')
  return (
    <>
      <PageHeader crumbs={[say.own]} title={say.checkIn} />
      <Card>
        <div className="card-body">
          {checkIn.data ? (
            <Notice tone="met">
              {checkIn.data.already ? say.already : say.checkedIn} <b>{checkIn.data.title}</b>
            </Notice>
          ) : (
            <>
              <Input
                aria-label={say.typeCode}
                placeholder={say.typeCode}
                value={code}
                onChange={(event) => setCode(event.target.value)}
                size="large"
              />
              <Button
                type="primary"
                size="large"
                block
                style={{ margin: '12px 0' }}
                disabled={code.trim() === ''}
                loading={checkIn.isPending}
                onClick={() => checkIn.mutate({ code })}
              >
                {say.checkIn}
              </Button>
              {checkIn.error ? <Notice tone="stop">{checkIn.error.message}</Notice> : null}
            </>
          )}
          <p style={{ marginTop: 12 }}>
            <Link to="/hoc-tap-cua-toi">{say.own}</Link>
          </p>
        </div>
      </Card>
    </>
  )
}
