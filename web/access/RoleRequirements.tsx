import { App, Switch } from 'antd'
import { type Input as Asked, useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import type { Accounts } from '#web/lib/shapes-of-access.ts'
import { Card } from '#web/ui/Card.tsx'
import { accountsWords } from './account-words.ts'

export function RoleRequirements({ roles }: { roles: Accounts['roles'] }) {
  const say = useWords(accountsWords)
  const { message } = App.useApp()
  const set = useCommand('POST /role-requirements')
  const require = (role: string, required: boolean) =>
    set.mutate(
      { role: role as Asked<'POST /role-requirements'>['role'], required },
      {
        onError: (problem) => void message.error(problem.message),
      },
    )
  return (
    <Card title={say.requirements}>
      <div className="card-body">
        <ul className="role-requirements">
          {roles.map(({ role, label, secondFactor }) => (
            <li key={role}>
              <span>{label}</span>
              <Switch
                checked={secondFactor}
                aria-label={`${say.requirements}: ${label}`}
                onChange={(required) => require(role, required)}
              />
            </li>
          ))}
        </ul>
        <p className="small third">{say.requirementsSays}</p>
      </div>
    </Card>
  )
}
