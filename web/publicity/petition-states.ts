import type { Output } from '#web/lib/api.ts'
import type { Tone } from '#web/ui/StateTag.tsx'

type State = Output<'GET /petitions'>['rows'][number]['state']

export const STATES = ['unassigned', 'overdue', 'open', 'answered', 'answered_late'] as const
export const TONES: Record<State, Tone> = {
  unassigned: 'remind',
  open: 'info',
  overdue: 'not_met',
  answered: 'met',
  answered_late: 'due',
}
