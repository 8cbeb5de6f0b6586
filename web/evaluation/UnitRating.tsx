import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { LEVELS, type Level, RatingSelect, RatingTag } from './Rating.tsx'
import { reviewWords } from './review-words.ts'
import type { Cycle } from './shapes.ts'
import { useSaved } from './use-saved.ts'

const RATED_IN = ['self', 'opinions', 'meeting', 'head', 'authority']

/** The unit comes before its head, by a document; a unit rated excellent may have the wider cap. */
export function UnitRating({ cycle }: { cycle: Cycle }) {
  const say = useWords(reviewWords)
  const may = useMay('evaluation.rate_unit') && RATED_IN.includes(cycle.step)
  return (
    <section className="card unit-rating" aria-label={say.unitRating}>
      <b>{say.unitRating}</b>
      {may ? (
        <Rate key={cycle.version} cycle={cycle} />
      ) : (
        <>
          <RatingTag rating={cycle.unitRating} />
          {cycle.unitBasis ? <span className="second">{cycle.unitBasis}</span> : null}
        </>
      )}
    </section>
  )
}

function Rate({ cycle }: { cycle: Cycle }) {
  const say = useWords(reviewWords)
  const rate = useCommand('POST /evaluation-cycles/:cycleId/unit-rating')
  const told = useSaved()
  const [rating, setRating] = useState<Level | undefined>(
    LEVELS.find((level) => level === cycle.unitRating),
  )
  const [basis, setBasis] = useState(cycle.unitBasis ?? '')
  const [outstanding, setOutstanding] = useState(cycle.outstanding)
  const mayWiden = rating === 'excellent'
  return (
    <>
      <RatingSelect label={say.unitRating} value={rating} onChange={setRating} />
      <Input
        aria-label={say.unitBasis}
        placeholder={say.unitBasis}
        value={basis}
        style={{ maxWidth: 280 }}
        onChange={({ target }) => setBasis(target.value)}
      />
      <Checkbox
        checked={mayWiden && outstanding}
        disabled={!mayWiden}
        onChange={({ target }) => setOutstanding(target.checked)}
      >
        {say.outstanding}
      </Checkbox>
      <Button
        disabled={!rating || basis.trim() === ''}
        loading={rate.isPending}
        onClick={() =>
          rating &&
          rate.mutate(
            {
              ...{ cycleId: cycle.id, version: cycle.version, rating, basis },
              outstanding: mayWiden && outstanding,
            },
            told,
          )
        }
      >
        {say.rateUnit}
      </Button>
    </>
  )
}
