import { Fragment } from 'react'
import type { Output } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { roleWords } from './role-words.ts'

type Roles = Output<'GET /roles'>['roles']
type Held = Output<'GET /roles'>['groups'][number]['held'][number]

/** A row is a right or a column group; a group may be given for the own record only. */
interface Row {
  code: string
  label: string
  field?: string
  held: (Omit<Held, 'ownRecordOnly'> & { ownRecordOnly?: boolean })[]
}

export interface Cell {
  kind: 'right' | 'group'
  row: Omit<Row, 'held'>
  role: Roles[number]
  held: Row['held'][number] | undefined
}

interface Props {
  kind: Cell['kind']
  head: string
  roles: Roles
  rows: Row[]
  mayChange: boolean
  onOpen(cell: Cell): void
}

export function RoleMatrix({ kind, head, roles, rows, mayChange, onOpen }: Props) {
  const say = useWords(roleWords)
  return (
    <ScrollBox label={head} className="table-box role-matrix">
      <table>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {roles.map(({ code, label, sees, own }) => (
              <th key={code} scope="col" className="center">
                {label}
                <small>{own ? say.yours : say[sees]}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Fragment key={row.code}>
              {row.field && row.field !== rows[index - 1]?.field ? (
                <tr className="group">
                  <th colSpan={roles.length + 1} scope="colgroup">
                    {row.field}
                  </th>
                </tr>
              ) : null}
              <tr>
                <th scope="row">{row.label}</th>
                {roles.map((role) => {
                  const held = row.held.find((one) => one.role === role.code)
                  const opens = held || (mayChange && !role.own)
                  return (
                    <td key={role.code} className="center">
                      {opens ? (
                        <HeldButton
                          cell={{ kind, row, role, held }}
                          says={held ? (held.ownRecordOnly ? say.ownRecord : say.held) : ''}
                          onOpen={onOpen}
                        />
                      ) : (
                        <span className="third">–</span>
                      )}
                    </td>
                  )
                })}
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

interface HeldProps {
  cell: Cell
  says: string
  onOpen(cell: Cell): void
}

function HeldButton({ cell, says, onOpen }: HeldProps) {
  const say = useWords(roleWords)
  const { row, role, held } = cell
  return (
    <button
      type="button"
      className={`right ${held ? 'held' : ''}`}
      aria-label={`${row.label}, ${role.label}: ${says || say.notHeld}`}
      onClick={() => onOpen(cell)}
    >
      {held ? `✓${held.ownRecordOnly ? ` ${says}` : ''}` : '+'}
    </button>
  )
}
