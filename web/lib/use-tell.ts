import { App } from 'antd'

/** Says why something was refused and what to do: `onError: refused(say.undo)`. */
export function useRefused() {
  const { modal } = App.useApp()
  return (title: string) =>
    ({ message }: { message: string }) =>
      void modal.warning({ title, content: message })
}

/** What a form says after it was sent: saved, or why not and what to do. */
export function useTell() {
  const { message } = App.useApp()
  const refused = useRefused()
  return (saved: string, title: string, done?: () => void) => ({
    onSuccess: () => {
      void message.success(saved)
      done?.()
    },
    onError: refused(title),
  })
}
