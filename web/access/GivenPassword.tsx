import { Button, Modal, Typography } from 'antd'
import { useWords } from '#web/lib/language.ts'
import { accountsWords } from './account-words.ts'

export interface Given {
  username: string
  temporaryPassword: string
}

/** Nobody can look it up again; a forgotten one is given anew. */
export function GivenPassword({ given, onNoted }: { given: Given | undefined; onNoted(): void }) {
  const say = useWords(accountsWords)
  return (
    <Modal
      open={given !== undefined}
      title={`${say.given} ${given?.username ?? ''}`}
      onCancel={onNoted}
      footer={
        <Button type="primary" onClick={onNoted}>
          {say.noted}
        </Button>
      }
    >
      <p className="given-password">
        <Typography.Text copyable code>
          {given?.temporaryPassword}
        </Typography.Text>
      </p>
      <p className="small">{say.givenSays}</p>
    </Modal>
  )
}
