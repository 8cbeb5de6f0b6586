import { Button } from 'antd'
import { useState } from 'react'
import { useAnswer } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { Card } from '#web/ui/Card.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { AccountTable } from './AccountTable.tsx'
import { AddAccount } from './AddAccount.tsx'
import { accountsWords } from './account-words.ts'
import { type Given, GivenPassword } from './GivenPassword.tsx'
import { RoleRequirements } from './RoleRequirements.tsx'
import { SingleSignOn } from './SingleSignOn.tsx'

/** The accounts of a province: the administrator's work, apart from anybody's record. */
export function AccountsPage() {
  const say = useWords(accountsWords)
  const answer = useAnswer('GET /accounts', {})
  const [adding, setAdding] = useState(false)
  const [given, setGiven] = useState<Given>()
  return (
    <>
      <PageHeader
        crumbs={[say.title]}
        title={say.title}
        says={say.says}
        actions={
          <Button type="primary" disabled={!answer.data} onClick={() => setAdding(true)}>
            {say.add}
          </Button>
        }
      />
      <Answered answer={answer} rows={8}>
        {(accounts) => (
          <>
            <Card title={say.title}>
              <AccountTable rows={accounts.accounts} onGiven={setGiven} />
            </Card>
            <div className="account-cards">
              <RoleRequirements roles={accounts.roles} />
              <SingleSignOn accounts={accounts} />
            </div>
            <AddAccount
              open={adding}
              accounts={accounts}
              onClose={() => setAdding(false)}
              onGiven={setGiven}
            />
          </>
        )}
      </Answered>
      <GivenPassword given={given} onNoted={() => setGiven(undefined)} />
    </>
  )
}
