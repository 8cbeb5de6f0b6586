import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { Card } from '#web/ui/Card.tsx'
import { reviewWords } from './review-words.ts'
import { StepTag } from './StepTag.tsx'
import type { Cycle } from './shapes.ts'

/** Each step with its deadline, and who ended it; what a deadline ended says so. */
export function StepList({ cycle }: { cycle: Cycle }) {
  const say = useWords(reviewWords)
  return (
    <Card title={say.steps}>
      <ol className="cycle-steps">
        {cycle.steps.map(({ step, label, state, dueOn, doneOn, doneBy, byRule, note }) => (
          <li key={step}>
            <StepTag state={state} label={label} />
            <span className="small second">
              {doneOn ? `${day(doneOn)}, ${byRule ? say.byRule : doneBy}` : day(dueOn)}
              {note ? ` · ${note}` : ''}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  )
}
