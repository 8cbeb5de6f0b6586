import { useAnswer } from '#web/lib/api.ts'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { logWords } from './words.ts'

/** Whether the whole chain still says what was written, hashed again from its first entry. */
export function ChainState() {
  const say = useWords(logWords)
  const chain = useAnswer('GET /audit/chain', {}, { staleTime: 5 * 60_000 })
  if (chain.error) return <Notice tone="stop">{chain.error.message}</Notice>
  if (!chain.data) return <Notice tone="info">{say.checking}</Notice>
  const { intact, entries, firstBroken, why } = chain.data
  if (intact) {
    return (
      <Notice tone="met">
        <b>
          {say.intact}, {count(entries)} {say.entriesInChain}.
        </b>{' '}
        {say.howChecked}
      </Notice>
    )
  }
  return (
    <Notice tone="stop">
      <b>
        {say.broken} {count(firstBroken)}.
      </b>{' '}
      {why} {say.keepAsIs}
    </Notice>
  )
}
