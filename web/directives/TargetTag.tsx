import { useWords } from '#web/lib/language.ts'
import type { TargetState } from '#web/lib/shapes-of-directives.ts'
import { StateTag } from '#web/ui/StateTag.tsx'
import { targetWords } from './words.ts'

interface Props {
  target: Pick<TargetState, 'state' | 'base' | 'unknown'>
}

/** Nobody in the base is its own word: there is nothing to be short of papers. */
export function TargetTag({ target: { state, base, unknown } }: Props) {
  const say = useWords(targetWords)
  if (base + unknown === 0) return <StateTag tone="unknown">{say.noBase}</StateTag>
  return <StateTag tone={state}>{say[state === 'unknown' ? 'unknownState' : state]}</StateTag>
}
