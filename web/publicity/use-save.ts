import { App } from 'antd'
import type { Refused } from '#web/lib/api.ts'

/** What a form says after it was sent: saved, or why not and what to do. */
export function useSave() {
  const { message, modal } = App.useApp()
  return (saved: string, title: string, done?: () => void) => ({
    onSuccess: () => {
      void message.success(saved)
      done?.()
    },
    onError: (refused: Refused) => void modal.warning({ title, content: refused.message }),
  })
}
