import { RollbackOutlined } from '@ant-design/icons'
import { App, Button, Popconfirm } from 'antd'
import { useCommand } from '#web/lib/api.ts'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useRefused } from '#web/lib/use-tell.ts'
import { importWords } from './words.ts'

interface Props {
  importId: number
  onUndone?: () => void
}

/** Takes back a whole import after one question; a refusal says what stands in the way. */
export function UndoButton({ importId, onUndone }: Props) {
  const say = useWords(importWords)
  const { message } = App.useApp()
  const refused = useRefused()
  const undo = useCommand('POST /imports/:importId/undo')
  const run = () =>
    undo.mutate(
      { importId },
      {
        onSuccess: ({ removed }) => {
          void message.success(`${say.undoDone} ${count(removed)} ${say.rows}.`)
          onUndone?.()
        },
        onError: refused(say.undo),
      },
    )
  return (
    <Popconfirm
      title={say.undoAsk}
      description={<div style={{ maxWidth: 300 }}>{say.undoSays}</div>}
      okText={say.undo}
      cancelText={say.keep}
      onConfirm={run}
    >
      <Button size="small" icon={<RollbackOutlined aria-hidden />} loading={undo.isPending}>
        {say.undo}
      </Button>
    </Popconfirm>
  )
}
