import { useNavigate, useSearch } from '@tanstack/react-router'
import { useAsOf } from '#web/lib/as-of.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { mayOf, useMe } from '#web/lib/session.ts'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { PageParts } from '#web/ui/PageParts.tsx'
import { Deputies } from './Deputies.tsx'
import { Positions } from './Positions.tsx'
import { Quotas } from './Quotas.tsx'
import { Reviews } from './Reviews.tsx'
import { Standings } from './Standings.tsx'
import { staffingWords } from './staffing-words.ts'
import { Vacancies } from './Vacancies.tsx'

const PARTS = [
  { part: 'bien-che', word: 'quotas', needs: 'cadres.quotas', shows: Quotas },
  { part: 'cap-pho', word: 'deputies', needs: 'reorganisations.deputies', shows: Deputies },
  { part: 'khuyet', word: 'vacancies', needs: 'cadres.vacancies', shows: Vacancies },
  { part: 'tieu-chuan', word: 'standing', needs: 'cadres.unit_standing', shows: Standings },
  { part: 'vi-tri', word: 'positions', needs: 'organisation.positions', shows: Positions },
  { part: 'ra-soat', word: 'reviews', needs: 'cadres.reviews', shows: Reviews },
] as const

/** The organisation as numbers and posts: one question a part, the part in the address. */
export function StaffingPage() {
  const say = useWords(staffingWords)
  const { asOf } = useAsOf()
  const { bang = 'bien-che' } = useSearch({ from: '/inside/bien-che' })
  const navigate = useNavigate({ from: '/bien-che' })
  const me = useMe()
  const parts = PARTS.filter(({ needs }) => mayOf(me, needs))
  const Shown = parts.find(({ part }) => part === bang)?.shows
  return (
    <>
      <PageHeader crumbs={[say.title]} title={say.title} says={day(asOf)} />
      <PageParts
        open={bang}
        parts={parts.map(({ part, word }) => ({ value: part, label: say[word] }))}
        onOpen={(part) => navigate({ search: ({ ngay }) => ({ ngay, bang: part }) })}
      />
      {Shown ? <Shown /> : null}
    </>
  )
}
