import { useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'

/** How much waits for the reader, beside the word in the menu. */
export function OwnCount() {
  const { asOf } = useAsOf()
  const own = useAnswer('GET /tasks/own', { asOf }, { staleTime: 60_000 })
  const waiting = own.data?.items.length ?? 0
  return waiting > 0 ? <span className="menu-count">{waiting}</span> : null
}
