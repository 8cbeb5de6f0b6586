import { App } from 'antd'
import { useWords } from '#web/lib/language.ts'
import { evaluationWords } from './words.ts'

/** What a form says when the server took or refused it; `then` closes the form. */
export function useSaved(then: () => void = () => undefined, says?: string) {
  const all = useWords(evaluationWords)
  const { message, modal } = App.useApp()
  return {
    onSuccess: () => {
      void message.success(says ?? all.saved)
      then()
    },
    onError: (refused: { message: string }) =>
      void modal.warning({ title: all.title, content: refused.message }),
  }
}
