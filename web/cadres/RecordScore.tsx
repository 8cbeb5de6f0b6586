import { Link } from '@tanstack/react-router'
import { useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { percent } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { completenessWords } from './completeness-words.ts'

/** How complete the records in sight are as a whole, and the way to who must fix what. */
export function RecordScore() {
  return useMay('cadres.completeness') ? <Score /> : null
}

function Score() {
  const say = useWords(completenessWords)
  const { asOf } = useAsOf()
  const answer = useAnswer('GET /completeness', { asOf, limit: 0 })
  return (
    <Link to="/ho-so/day-du">
      {say.title}
      {answer.data ? `: ${percent(answer.data.score)}` : ''}
    </Link>
  )
}
