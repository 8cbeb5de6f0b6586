import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { LEVELS, type Level, RatingSelect, RatingTag } from './Rating.tsx'
import { reviewWords } from './review-words.ts'
import type { Cycle } from './shapes.ts'
import { useSaved } from './use-saved.ts'

const RATED_IN = ['self', 'opinions', 'meeting', 'head', 'authority']

/** The unit comes before its head, and an outstanding unit has the wider cap. */
export function UnitRating({ cycle }: { cycle: Cycle }) {
  const say = useWords(reviewWords)
  const may = useMay('evaluation.rate_unit') && RATED_IN.includes(cycle.step)
  const rate = useCommand('POST /evaluation-cycles/:cycleId/unit-rating')
  const told = useSaved()
  const [rating, setRating] = useState<Level | undefined>(
    LEVELS.find((level) => level === cycle.unitRating),
  )
  const [outstanding, setOutstanding] = useState(cycle.outstanding)
  return (
    <section className="card unit-rating" aria-label={say.unitRating}>
      <b>{say.unitRating}</b>
      {may ? (
        <>
          <RatingSelect label={say.unitRating} value={rating} onChange={setRating} />
          <Checkbox checked={outstanding} onChange={({ target }) => setOutstanding(target.checked)}>
            {say.outstanding}
          </Checkbox>
          <Button
            disabled={!rating}
            loading={rate.isPending}
            onClick={() =>
              rating &&
              rate.mutate({ cycleId: cycle.id, version: cycle.version, rating, outstanding }, told)
            }
          >
            {say.rateUnit}
          </Button>
        </>
      ) : (
        <RatingTag rating={cycle.unitRating} />
      )}
    </section>
  )
}
