import { useNavigate, useSearch } from '@tanstack/react-router'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { PageParts } from '#web/ui/PageParts.tsx'
import { Bank } from './Bank.tsx'
import { Blueprints } from './Blueprints.tsx'
import { Marking } from './Marking.tsx'
import { Rounds } from './Rounds.tsx'
import { Statistics } from './Statistics.tsx'
import { examWords } from './words.ts'

/** The yearly test from the bank to the statistics; the part looked at is in the address. */
export function ExamsPage() {
  const say = useWords(examWords)
  const { xem = 'dot' } = useSearch({ from: '/inside/kiem-tra-kien-thuc' })
  const navigate = useNavigate({ from: '/kiem-tra-kien-thuc' })
  const seesBank = useMay('exams.bank')
  const marks = useMay('exams.mark')
  const parts = [
    { value: 'dot' as const, label: say.rounds, shown: true },
    { value: 'cau-hoi' as const, label: say.bank, shown: seesBank },
    { value: 'de' as const, label: say.blueprints, shown: seesBank },
    { value: 'cham' as const, label: say.marking, shown: marks },
    { value: 'thong-ke' as const, label: say.statistics, shown: seesBank },
  ].filter(({ shown }) => shown)
  return (
    <>
      <PageHeader crumbs={[say.title]} title={say.title} says={say.says} />
      {parts.length > 1 ? (
        <PageParts
          open={xem}
          parts={parts.map(({ value, label }) => ({ value, label }))}
          onOpen={(part) =>
            navigate({ search: (before) => ({ ...before, xem: part }), replace: true })
          }
        />
      ) : null}
      {xem === 'dot' || !seesBank ? <Rounds /> : null}
      {xem === 'cau-hoi' && seesBank ? <Bank /> : null}
      {xem === 'de' && seesBank ? <Blueprints /> : null}
      {xem === 'cham' && marks ? <Marking /> : null}
      {xem === 'thong-ke' && seesBank ? <Statistics /> : null}
    </>
  )
}
