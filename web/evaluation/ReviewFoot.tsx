import { LockOutlined, StopFilled } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useAnswer } from '#web/lib/api.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { usePhone } from '#web/lib/screen.ts'
import { useMay } from '#web/lib/session.ts'
import { FootBar } from '#web/ui/FootBar.tsx'
import { FinishDialog } from './FinishDialog.tsx'
import { reviewWords } from './review-words.ts'
import type { Sheet } from './shapes.ts'
import { plainRows, type Review } from './use-review.ts'

/** Last on the page: the keys, what remains, and the button that says why it cannot be pressed. */
export function ReviewFoot({ sheet, review }: { sheet: Sheet; review: Review }) {
  const say = useWords(reviewWords)
  const phone = usePhone()
  const mayFinish = useMay('evaluation.finish_step')
  const [finishing, setFinishing] = useState(false)
  const why = useWhyNot(sheet)
  const { cycle } = sheet
  const plain = plainRows(sheet).length
  if (cycle.closedOn) return null
  return (
    <FootBar>
      {review.may && !phone ? <Keys /> : null}
      <p className="why">
        {why.length > 0 ? (
          <>
            <StopFilled aria-hidden className="stop" /> <b>{say.blocked}</b>{' '}
            {why.map((reason, at) => `(${at + 1}) ${reason}`).join('; ')}.
          </>
        ) : (
          say.ready
        )}
      </p>
      {phone && review.may && plain > 0 ? (
        <Button disabled={review.busy} onClick={review.acceptAll}>
          {say.acceptAll(plain)}
        </Button>
      ) : null}
      {mayFinish ? (
        <Button
          type="primary"
          disabled={why.length > 0}
          icon={why.length > 0 ? <LockOutlined aria-hidden /> : undefined}
          onClick={() => setFinishing(true)}
        >
          {say.finish[cycle.step]}
        </Button>
      ) : null}
      {finishing ? <FinishDialog cycle={cycle} onClose={() => setFinishing(false)} /> : null}
    </FootBar>
  )
}

function Keys() {
  const { keys } = useWords(reviewWords)
  return (
    <p className="keys small second">
      <kbd>↑</kbd> <kbd>↓</kbd> {keys.choose} <kbd>Enter</kbd> {keys.open} <kbd>A</kbd>{' '}
      {keys.accept} <kbd>1</kbd>–<kbd>4</kbd> {keys.level} <kbd>Ctrl Z</kbd> {keys.undo}
    </p>
  )
}

/** What the step that waits still asks for, as far as this page can see; the server has the last word. */
function useWhyNot({ cycle, groups, blocked }: Sheet): string[] {
  const say = useWords(reviewWords)
  const meeting = useAnswer(
    'GET /evaluation-cycles/:cycleId/meeting',
    { cycleId: cycle.id },
    { enabled: cycle.step === 'meeting' },
  )
  const isPast = cycle.daysLeft < 0
  if (cycle.step === 'self') {
    const late = groups.flatMap(({ people }) => people).filter(({ selfAt }) => selfAt === null)
    return late.length > 0 && !isPast ? [say.notSelf(late.length, day(cycle.dueOn))] : []
  }
  if (cycle.step === 'opinions') return isPast ? [] : [say.notDue(day(cycle.dueOn))]
  if (cycle.step === 'meeting')
    return meeting.data && meeting.data.meeting === null ? [say.noMeeting] : []
  return cycle.step === 'appeal' ? [] : blocked
}
