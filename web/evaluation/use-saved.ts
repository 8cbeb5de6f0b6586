import { useWords } from '#web/lib/language.ts'
import { useTell } from '#web/lib/use-tell.ts'
import { evaluationWords } from './words.ts'

/** What a form of a cycle says when the server took or refused it; `then` closes the form. */
export function useSaved(then?: () => void, says?: string) {
  const all = useWords(evaluationWords)
  return useTell()(says ?? all.saved, all.title, then)
}
