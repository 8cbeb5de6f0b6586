import { Button } from 'antd'
import { useMemo } from 'react'
import { useAnswer, useCommand } from '#web/lib/api.ts'
import { moment } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import type { OwnSession } from '#web/lib/shapes-of-access.ts'
import { Card } from '#web/ui/Card.tsx'
import { type Column, useTable } from '#web/ui/columns.ts'
import { DataTable } from '#web/ui/DataTable.tsx'
import { StateTag } from '#web/ui/StateTag.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { ownWords } from './account-words.ts'

type Say = typeof ownWords.vi

export function OwnSessions() {
  const say = useWords(ownWords)
  const sessions = useAnswer('GET /own-account/sessions', {})
  const endOthers = useCommand('DELETE /own-account/sessions')
  const others = (sessions.data?.length ?? 0) > 1
  return (
    <Card
      title={say.sessions}
      aside={
        others ? (
          <Button size="small" onClick={() => endOthers.mutate({})} loading={endOthers.isPending}>
            {say.endOthers}
          </Button>
        ) : null
      }
    >
      <Answered answer={sessions} rows={3}>
        {(rows) => <SessionTable rows={rows} />}
      </Answered>
      <p className="card-body small third">{say.idle}</p>
    </Card>
  )
}

function SessionTable({ rows }: { rows: OwnSession[] }) {
  const say = useWords(ownWords)
  const end = useCommand('DELETE /own-account/sessions/:id')
  const { mutate } = end
  const columns = useMemo(() => columnsOf(say, (id) => mutate({ id })), [say, mutate])
  const table = useTable('tai-khoan.phien', columns, rows)
  return <DataTable label={say.sessions} table={table} rowKey={({ id }) => id} />
}

function columnsOf(say: Say, end: (id: number) => void): Column<OwnSession>[] {
  return [
    {
      key: 'browser',
      title: say.browser,
      cell: ({ browser }) => nameOf(browser) ?? say.unknown,
      value: ({ browser }) => nameOf(browser) ?? null,
    },
    {
      key: 'address',
      title: say.address,
      cell: ({ address }) => address ?? say.unknown,
      value: ({ address }) => address,
    },
    { key: 'since', title: say.since, nowrap: true, cell: ({ createdAt }) => moment(createdAt) },
    { key: 'seen', title: say.seen, nowrap: true, cell: ({ lastSeenAt }) => moment(lastSeenAt) },
    {
      key: 'end',
      title: '',
      align: 'right',
      cell: ({ id, current }) =>
        current ? (
          <StateTag tone="met">{say.here}</StateTag>
        ) : (
          <Button size="small" onClick={() => end(id)}>
            {say.end}
          </Button>
        ),
    },
  ]
}

/** "Firefox · Windows" out of what a browser says of itself; the whole line when it is unlike others. */
function nameOf(browser: string | null): string | undefined {
  if (!browser) return undefined
  const found = (names: readonly [RegExp, string][]) =>
    names.find(([pattern]) => pattern.test(browser))?.[1]
  const program = found([
    [/Edg\//, 'Edge'],
    [/coc_coc/i, 'Cốc Cốc'],
    [/Firefox\//, 'Firefox'],
    [/Chrome\//, 'Chrome'],
    [/Safari\//, 'Safari'],
  ])
  const system = found([
    [/Android/, 'Android'],
    [/iPhone|iPad/, 'iOS'],
    [/Windows/, 'Windows'],
    [/Mac OS/, 'macOS'],
    [/Linux/, 'Linux'],
  ])
  return [program, system].filter(Boolean).join(' · ') || browser
}
