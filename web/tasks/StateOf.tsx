import { STATES, type State } from '#server/tasks/state.ts'
import { StateTag, type Tone } from '#web/ui/StateTag.tsx'

const TONES: Record<State, Tone> = {
  overdue: 'not_met',
  soon: 'remind',
  extended: 'due',
  open: 'info',
  submitted: 'due',
  waiting: 'unknown',
  accepted: 'met',
  cancelled: 'stop',
}

export function StateOf({ state, units }: { state: State; units?: number }) {
  return (
    <StateTag tone={TONES[state]}>
      {STATES[state].label}
      {units ? ` ${units}` : ''}
    </StateTag>
  )
}
