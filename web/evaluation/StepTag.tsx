import { useWords } from '#web/lib/language.ts'
import { StateTag, type Tone } from '#web/ui/StateTag.tsx'
import { evaluationWords } from './words.ts'

interface Props {
  state: 'done' | 'waiting' | 'reminder' | 'overdue' | 'later'
  label: string
  daysLeft?: number
}

const TONES: Record<Props['state'], Tone> = {
  done: 'met',
  waiting: 'info',
  reminder: 'remind',
  overdue: 'stop',
  later: 'due',
}

/** A step of the cycle with what its deadline makes of it. */
export function StepTag({ state, label, daysLeft }: Props) {
  const say = useWords(evaluationWords)
  const left = daysLeft === undefined || state === 'done' ? '' : `, ${say.daysLeft(daysLeft)}`
  return (
    <StateTag tone={TONES[state]}>
      {label}
      {left}
    </StateTag>
  )
}
