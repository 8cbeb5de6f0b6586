import { useEffect, useRef, useState } from 'react'
import { ask, Refused, randomMark } from '#web/lib/api.ts'

export type Answer = number[] | string

interface Waiting {
  /** Sent again after a lost answer under the same key, so that it is done once. */
  batch: { key: string; answers: Record<number, Answer> } | null
  next: Record<number, Answer>
}

const EMPTY: Waiting = { batch: null, next: {} }
const RETRY = 2000
/** Typing settles before it is sent. */
const SETTLE = 500

/** The mark of this tab: kept through a reload, unknown to any other browser. */
export function thisDevice(): string {
  const kept = sessionStorage.getItem('ngangtam.device') ?? randomMark()
  sessionStorage.setItem('ngangtam.device', kept)
  return kept
}

function stored(name: string): Waiting {
  try {
    return { ...EMPTY, ...JSON.parse(localStorage.getItem(name) ?? '{}') }
  } catch {
    return EMPTY
  }
}

/** Answers on their way to the server: kept in the browser until the server has said it has them. */
export function useAnswerQueue(paper: number, onRefused: (refused: Refused) => void) {
  const name = `ngangtam.paper.${paper}`
  const queue = useRef<Waiting>(stored(name))
  const busy = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [sign, setSign] = useState<'saved' | 'saving' | 'waiting'>('saved')
  const keep = (next: Waiting) => {
    queue.current = next
    const isEmpty = !next.batch && Object.keys(next.next).length === 0
    if (isEmpty) localStorage.removeItem(name)
    else localStorage.setItem(name, JSON.stringify(next))
  }
  const again = (after: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void send(), after)
  }
  const send = async (): Promise<void> => {
    const { batch, next } = queue.current
    const going =
      batch ?? (Object.keys(next).length > 0 ? { key: randomMark(), answers: next } : null)
    if (!going || busy.current) return
    if (!batch) keep({ batch: going, next: {} })
    busy.current = true
    const answers = Object.entries(going.answers).map(([position, answer]) => ({
      position: Number(position),
      answer,
    }))
    try {
      await ask(
        'POST /own-exams/:id/answers',
        { id: paper, device: thisDevice(), answers },
        undefined,
        going.key,
      )
      busy.current = false
      keep({ ...queue.current, batch: null })
      setSign(Object.keys(queue.current.next).length > 0 ? 'saving' : 'saved')
      again(0)
    } catch (problem) {
      busy.current = false
      const lost =
        !(problem instanceof Refused) ||
        ['unreachable', 'unavailable', 'bug'].includes(problem.kind)
      if (!lost) {
        keep(EMPTY)
        onRefused(problem)
        return
      }
      setSign('waiting')
      again(RETRY)
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once a page; the queue lives in a ref.
  useEffect(() => {
    if (queue.current.batch || Object.keys(queue.current.next).length > 0) {
      setSign('saving')
      again(0)
    }
    const online = () => again(0)
    window.addEventListener('online', online)
    return () => {
      window.removeEventListener('online', online)
      clearTimeout(timer.current)
    }
  }, [])
  return {
    sign,
    /** What the server may not have yet: shown instead of what it sent. */
    unsent: { ...queue.current.batch?.answers, ...queue.current.next },
    save(position: number, answer: Answer) {
      keep({ ...queue.current, next: { ...queue.current.next, [position]: answer } })
      setSign((before) => (before === 'waiting' ? 'waiting' : 'saving'))
      again(SETTLE)
    },
    forget: () => keep(EMPTY),
  }
}
