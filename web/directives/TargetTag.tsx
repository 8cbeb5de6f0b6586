import { useWords } from '#web/lib/language.ts'
import type { State } from '#web/lib/shapes-of-directives.ts'
import { StateTag } from '#web/ui/StateTag.tsx'
import { targetWords } from './words.ts'

export function TargetTag({ state }: { state: State }) {
  const say = useWords(targetWords)
  return <StateTag tone={state}>{say[state === 'unknown' ? 'unknownState' : state]}</StateTag>
}
