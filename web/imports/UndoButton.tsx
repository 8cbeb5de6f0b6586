import { RollbackOutlined } from '@ant-design/icons'
import { App, Button, Popconfirm } from 'antd'
import { useCommand } from '#web/lib/api.ts'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { importWords } from './words.ts'

interface Props {
  importId: number
  onUndone?: () => void
}

/** Takes back a whole import after one question; a refusal says what stands in the way. */
export function UndoButton({ importId, onUndone }: Props) {
  const say = useWords(importWords)
  const { message, modal } = App.useApp()
  const undo = useCommand('POST /imports/:importId/undo')
  const run = () =>
    undo.mutate(
      { importId },
      {
        onSuccess: ({ removed }) => {
          void message.success(`${say.undoDone} ${count(removed)} ${say.rows}.`)
          onUndone?.()
        },
        onError: (refused) => void modal.warning({ title: say.undo, content: refused.message }),
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
