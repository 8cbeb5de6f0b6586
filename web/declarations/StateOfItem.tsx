import { useWords } from '#web/lib/language.ts'
import type { DeclarationItem } from '#web/lib/shapes-of-record.ts'
import { StateTag, type Tone } from '#web/ui/StateTag.tsx'
import { declarationWords } from './words.ts'

const TONES: Record<DeclarationItem['state'], Tone> = {
  waiting_unit: 'due',
  waiting_managing_body: 'due',
  approved: 'met',
  returned: 'not_met',
  withdrawn: 'plain',
}

export function StateOfItem({ state }: Pick<DeclarationItem, 'state'>) {
  const say = useWords(declarationWords)
  return <StateTag tone={TONES[state]}>{say.states[state]}</StateTag>
}
