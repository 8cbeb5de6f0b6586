import { useNavigate, useSearch } from '@tanstack/react-router'
import { useAsOf } from '#web/lib/as-of.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { PageParts } from '#web/ui/PageParts.tsx'
import { CaseTab } from './CaseTab.tsx'
import { ClearanceTab } from './ClearanceTab.tsx'
import { clearanceWords } from './clearance-words.ts'
import { InspectionsTab } from './InspectionsTab.tsx'
import { RecommendationsTab } from './RecommendationsTab.tsx'
import { WarningsTab } from './WarningsTab.tsx'
import { inspectionWords } from './words.ts'

/** Inspection of cadre work; the tab, the case and the inspection opened are in the address. */
export function InspectionPage() {
  const say = useWords(inspectionWords)
  const { asOf } = useAsOf()
  const { phan = 'canh-bao' } = useSearch({ from: '/inside/kiem-tra-giam-sat' })
  const navigate = useNavigate({ from: '/kiem-tra-giam-sat' })
  const mayWarn = useMay('inspection.warnings')
  const mayVerify = useMay('inspection.clearance_checks')
  const clearance = useWords(clearanceWords).title
  const tabs = [
    ...(mayWarn ? [{ value: 'canh-bao' as const, label: say.warnings }] : []),
    { value: 'cuoc' as const, label: say.inspections },
    { value: 'kien-nghi' as const, label: say.recommendations },
    { value: 'vu-viec' as const, label: say.compare },
    ...(mayVerify ? [{ value: 'tham-tra' as const, label: clearance }] : []),
  ]
  const shown = tabs.some(({ value }) => value === phan) ? phan : 'cuoc'
  return (
    <>
      <PageHeader crumbs={[say.title]} title={say.title} says={`${day(asOf)} · ${say.says}`} />
      <PageParts
        open={shown}
        parts={tabs}
        onOpen={(part) =>
          navigate({ search: (before) => ({ ...before, phan: part }), replace: true })
        }
      />
      {shown === 'canh-bao' ? <WarningsTab /> : null}
      {shown === 'cuoc' ? <InspectionsTab /> : null}
      {shown === 'kien-nghi' ? <RecommendationsTab /> : null}
      {shown === 'vu-viec' ? <CaseTab /> : null}
      {shown === 'tham-tra' ? <ClearanceTab /> : null}
    </>
  )
}
