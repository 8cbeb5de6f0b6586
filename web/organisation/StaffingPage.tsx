import { useNavigate, useSearch } from '@tanstack/react-router'
import { Tabs } from 'antd'
import { useAsOf } from '#web/lib/as-of.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Deputies } from './Deputies.tsx'
import { Positions } from './Positions.tsx'
import { Quotas } from './Quotas.tsx'
import { Reviews } from './Reviews.tsx'
import { Standings } from './Standings.tsx'
import { staffingWords } from './staffing-words.ts'
import { Vacancies } from './Vacancies.tsx'

/** The organisation as numbers and posts: one question a tab, the tab in the address. */
export function StaffingPage() {
  const say = useWords(staffingWords)
  const { asOf } = useAsOf()
  const { bang: open = 'bien-che' } = useSearch({ from: '/inside/bien-che' })
  const navigate = useNavigate({ from: '/bien-che' })
  const tabs = [
    { key: 'bien-che', label: say.quotas, needs: useMay('cadres.quotas'), children: <Quotas /> },
    {
      key: 'cap-pho',
      label: say.deputies,
      needs: useMay('reorganisations.deputies'),
      children: <Deputies />,
    },
    {
      key: 'khuyet',
      label: say.vacancies,
      needs: useMay('cadres.vacancies'),
      children: <Vacancies />,
    },
    {
      key: 'tieu-chuan',
      label: say.standing,
      needs: useMay('cadres.unit_standing'),
      children: <Standings />,
    },
    {
      key: 'vi-tri',
      label: say.positions,
      needs: useMay('organisation.positions'),
      children: <Positions />,
    },
    { key: 'ra-soat', label: say.reviews, needs: useMay('cadres.reviews'), children: <Reviews /> },
  ]
  return (
    <>
      <PageHeader crumbs={[say.title]} title={say.title} says={day(asOf)} />
      <Tabs
        activeKey={open}
        destroyOnHidden
        onChange={(bang) => navigate({ search: ({ ngay }) => ({ ngay, bang }) })}
        items={tabs.filter(({ needs }) => needs).map(({ needs, ...tab }) => tab)}
      />
    </>
  )
}
