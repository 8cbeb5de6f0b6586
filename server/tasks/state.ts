import { addDays, inVietnamese } from '#server/kernel/dates.ts'
import type { Occurrence } from './occurrences.ts'
import { workingDays } from './working-days.ts'

export const STATES = {
  overdue: { label: 'Quá hạn' },
  soon: { label: 'Sắp đến hạn' },
  extended: { label: 'Được gia hạn' },
  open: { label: 'Đang làm' },
  submitted: { label: 'Chờ nghiệm thu' },
  waiting: { label: 'Chưa bắt đầu' },
  accepted: { label: 'Đã nghiệm thu' },
  cancelled: { label: 'Thôi giao' },
} as const

export type State = keyof typeof STATES

/** What the unit has not done yet, though it could have begun. */
export const UNDONE: readonly State[] = ['open', 'soon', 'extended', 'overdue']

export type EntryKind =
  | 'progress'
  | 'submission'
  | 'acceptance'
  | 'return'
  | 'extension_request'
  | 'extension_grant'
  | 'extension_refusal'
  | 'cancellation'
  | 'reinstatement'

export interface Entry {
  id: number
  kind: EntryKind
  on: string
  dueOn: string | null
  answers: number | null
}

export interface Standing {
  state: State
  /** The day that counts: as extended, else as the text says. */
  due: string | null
  reason: string
  /** What waits for a decision: the submission, the request for more time; none once it is over. */
  submission: number | null
  request: number | null
}

export interface Yardstick {
  on: string
  soonDays: number
  holidays: ReadonlySet<string>
}

/** How an assignment stands on a day, from what had happened by then, oldest first. */
export function standingOf(
  occurrence: Occurrence,
  entries: readonly Entry[],
  yardstick: Yardstick,
): Standing {
  const known = entries.filter(({ on }) => on <= yardstick.on)
  const last = (...kinds: EntryKind[]) => known.findLast(({ kind }) => kinds.includes(kind))
  const extension = last('extension_grant')
  const due = extension?.dueOn ?? occurrence.due
  const submission = openOf(known, 'submission')
  const request = openOf(known, 'extension_request')
  const over = { due, submission: null, request: null }
  const dropped = last('cancellation', 'reinstatement')
  if (dropped?.kind === 'cancellation')
    return { ...over, state: 'cancelled', reason: `thôi giao từ ${inVietnamese(dropped.on)}` }
  const verdict = last('submission', 'acceptance', 'return')
  if (verdict?.kind === 'acceptance')
    return { ...over, state: 'accepted', reason: acceptedWords(verdict, known, due) }
  const parts = { due, submission: submission?.id ?? null, request: request?.id ?? null }
  if (submission)
    return { ...parts, state: 'submitted', reason: `nộp ngày ${inVietnamese(submission.on)}` }
  const { state, reason } = byDay(occurrence, due, extension, yardstick)
  const also = [
    reason,
    verdict?.kind === 'return' ? `sản phẩm bị trả lại ngày ${inVietnamese(verdict.on)}` : '',
    request ? `đang xin gia hạn đến ${inVietnamese(request.dueOn ?? '')}` : '',
  ]
  return { ...parts, state, reason: also.filter(Boolean).join('; ') }
}

/** The last of a kind that nothing answers yet. */
const openOf = (known: readonly Entry[], kind: EntryKind): Entry | undefined =>
  known.findLast((one) => one.kind === kind && !known.some(({ answers }) => answers === one.id))

function acceptedWords(verdict: Entry, known: readonly Entry[], due: string | null): string {
  const handedIn = known.find(({ id }) => id === verdict.answers)?.on ?? verdict.on
  const late = due !== null && handedIn > due ? ', nộp sau hạn' : ''
  return `nộp ${inVietnamese(handedIn)}, nghiệm thu ${inVietnamese(verdict.on)}${late}`
}

function byDay(
  { opensOn, why }: Occurrence,
  due: string | null,
  extension: Entry | undefined,
  { on, soonDays, holidays }: Yardstick,
): Pick<Standing, 'state' | 'reason'> {
  if (opensOn === null) return { state: 'waiting', reason: why }
  if (opensOn > on) return { state: 'waiting', reason: `bắt đầu ${inVietnamese(opensOn)}; ${why}` }
  if (due === null) return { state: 'open', reason: why }
  const says = extension ? `đã gia hạn đến ${inVietnamese(due)}` : why
  if (on > due)
    return {
      state: 'overdue',
      reason: `quá ${workingDays(due, on, holidays)} ngày làm việc; ${says}`,
    }
  const left =
    on === due
      ? `hạn là hôm nay; ${says}`
      : `còn ${workingDays(on, due, holidays)} ngày làm việc; ${says}`
  if (addDays(on, soonDays) >= due) return { state: 'soon', reason: left }
  return { state: extension ? 'extended' : 'open', reason: left }
}
