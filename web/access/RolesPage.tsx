import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useAnswer } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay, useMe } from '#web/lib/session.ts'
import { Card } from '#web/ui/Card.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { AddRole } from './AddRole.tsx'
import { RoleDrawer } from './RoleDrawer.tsx'
import { type Cell, RoleMatrix } from './RoleMatrix.tsx'
import { roleWords } from './role-words.ts'

/** Who may do what on a day, and by which decision. Rights are of today, not of the figures' date. */
export function RolesPage() {
  const say = useWords(roleWords)
  const { today } = useMe()
  const { luc: asOf = today } = useSearch({ from: '/inside/vai-tro' })
  const answer = useAnswer('GET /roles', { asOf })
  const mayChange = useMay('access.grant_right')
  const [cell, setCell] = useState<Cell>()
  const [adding, setAdding] = useState(false)
  return (
    <>
      <PageHeader
        crumbs={[say.title]}
        title={say.title}
        says={say.says}
        actions={
          <>
            <OnDay asOf={asOf} />
            {mayChange ? (
              <Button type="primary" onClick={() => setAdding(true)}>
                {say.add}
              </Button>
            ) : null}
          </>
        }
      />
      <Answered answer={answer} rows={16}>
        {({ roles, rights, groups }) => (
          <>
            <Card title={say.rights}>
              <RoleMatrix
                kind="right"
                head={say.right}
                roles={roles}
                rows={rights}
                mayChange={mayChange}
                onOpen={setCell}
              />
            </Card>
            <Card title={say.groups} aside={say.groupsSays}>
              <RoleMatrix
                kind="group"
                head={say.group}
                roles={roles}
                rows={groups}
                mayChange={mayChange}
                onOpen={setCell}
              />
            </Card>
          </>
        )}
      </Answered>
      <RoleDrawer cell={cell} mayChange={mayChange} onClose={() => setCell(undefined)} />
      <AddRole open={adding} onClose={() => setAdding(false)} />
    </>
  )
}

function OnDay({ asOf }: { asOf: string }) {
  const say = useWords(roleWords)
  const navigate = useNavigate({ from: '/vai-tro' })
  return (
    <DateField
      aria-label={say.onDay}
      prefix={say.onDay}
      value={asOf}
      clearable={false}
      onChange={(luc) => void navigate({ search: (before) => ({ ...before, luc }), replace: true })}
    />
  )
}
