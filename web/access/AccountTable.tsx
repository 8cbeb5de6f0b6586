import { useMemo } from 'react'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import type { AccountRow } from '#web/lib/shapes-of-access.ts'
import { type Column, useTable } from '#web/ui/columns.ts'
import { DataTable } from '#web/ui/DataTable.tsx'
import { StateTag } from '#web/ui/StateTag.tsx'
import { AccountMenu } from './AccountMenu.tsx'
import { accountsWords } from './account-words.ts'
import type { Given } from './GivenPassword.tsx'

type Say = typeof accountsWords.vi

interface Props {
  rows: AccountRow[]
  onGiven(given: Given): void
}

export function AccountTable({ rows, onGiven }: Props) {
  const say = useWords(accountsWords)
  const columns = useMemo(() => columnsOf(say, onGiven), [say, onGiven])
  const table = useTable('tai-khoan', columns, rows)
  return <DataTable label={say.title} table={table} rowKey={({ username }) => username} />
}

function columnsOf(say: Say, onGiven: (given: Given) => void): Column<AccountRow>[] {
  return [
    {
      key: 'username',
      title: say.username,
      cell: ({ username }) => <b>{username}</b>,
      value: ({ username }) => username,
    },
    {
      key: 'name',
      title: say.name,
      width: 180,
      cell: ({ displayName, position }) => (
        <>
          {displayName}
          <br />
          <span className="small third">{position}</span>
        </>
      ),
      value: ({ displayName }) => displayName,
    },
    {
      key: 'role',
      title: say.role,
      width: 140,
      cell: ({ roleLabel }) => roleLabel,
      value: ({ roleLabel }) => roleLabel,
    },
    { key: 'scope', title: say.scope, width: 150, cell: (row) => scopeOf(row, say) },
    {
      key: 'factor',
      title: say.factor,
      cell: ({ secondFactor, ssoSubject }) => (
        <>
          {secondFactor ? say.on : say.off}
          {ssoSubject ? <div className="small third">{say.linked}</div> : null}
        </>
      ),
      value: ({ secondFactor }) => Number(secondFactor),
    },
    {
      key: 'sessions',
      title: say.sessions,
      align: 'right',
      cell: ({ sessions }) => count(sessions),
      value: ({ sessions }) => sessions,
    },
    { key: 'state', title: say.state, nowrap: true, cell: (row) => <State row={row} /> },
    {
      key: 'more',
      title: '',
      align: 'right',
      cell: (row) => <AccountMenu row={row} onGiven={onGiven} />,
    },
  ]
}

const scopeOf = ({ sees, unitName, cadreName }: AccountRow, say: Say) =>
  cadreName ?? unitName ?? (sees === 'none' ? say.nobody : say.everything)

function State({ row: { disabled, mustChangePassword } }: { row: AccountRow }) {
  const say = useWords(accountsWords)
  if (disabled) return <StateTag tone="stop">{say.disabled}</StateTag>
  if (mustChangePassword) return <StateTag tone="due">{say.temporary}</StateTag>
  return <StateTag tone="met">{say.open}</StateTag>
}
