import { useWords } from '#web/lib/language.ts'
import { StateTag } from '#web/ui/StateTag.tsx'
import { daysLate } from './figures.ts'
import { personWords } from './person-words.ts'
import type { Product } from './shapes.ts'

/** Whether a product passed its checks. */
export function Quality({ product: { failedChecks, sparedChecks, done } }: { product: Product }) {
  const say = useWords(personWords)
  const counted = failedChecks - sparedChecks
  if (counted > 0) return <StateTag tone="not_met">{say.failed(counted)}</StateTag>
  if (failedChecks > 0) return <StateTag tone="met">{say.spared}</StateTag>
  if (done === 0) return <span className="second">–</span>
  return <StateTag tone="met">{say.good}</StateTag>
}

/** Whether it came in time; what was late for a confirmed cause says so. */
export function Timeliness({ product }: { product: Product }) {
  const say = useWords(personWords)
  const { delays, sparedDelays, dueOn, finishedOn, done, assigned } = product
  const days = daysLate(dueOn, finishedOn)
  const late = days > 0 ? say.late(days) : say.lateTimes(delays)
  if (delays > sparedDelays) return <StateTag tone="due">{late}</StateTag>
  if (delays > 0)
    return (
      <StateTag tone="met">
        {late}, {say.spared}
      </StateTag>
    )
  if (done < assigned) return <StateTag tone="remind">{say.unfinished}</StateTag>
  return <StateTag tone="met">{say.inTime}</StateTag>
}

/** What a reviewer has to look at: late, failed, unfinished, claimed or remarked on. */
export const isRemarkable = ({ failedChecks, delays, done, assigned, claims, note }: Product) =>
  failedChecks > 0 || delays > 0 || done < assigned || claims.length > 0 || Boolean(note)
