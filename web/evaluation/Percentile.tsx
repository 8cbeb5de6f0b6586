import { useState } from 'react'
import { PersonSelect } from '#web/authority/PersonSelect.tsx'
import { useAnswer } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { Card } from '#web/ui/Card.tsx'
import { amount } from './figures.ts'
import { resultWords } from './result-words.ts'

/** Where one person stands among the same title; a group too small says nothing. */
export function Percentile({ period }: { period: string }) {
  const say = useWords(resultWords)
  const [cadreId, setCadreId] = useState<number>()
  const answer = useAnswer(
    'GET /evaluation-comparison',
    { period, cadreId },
    { enabled: cadreId !== undefined },
  )
  return (
    <Card title={say.percentile}>
      <div className="card-body percentile">
        <PersonSelect label={say.findPerson} value={cadreId} onChange={setCadreId} />
        <p aria-live="polite">
          {cadreId !== undefined && answer.data
            ? answer.data.percentile === null
              ? say.percentileNone
              : say.percentileIs(amount(answer.data.percentile))
            : ''}
        </p>
      </div>
    </Card>
  )
}
