import { useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { Card } from '#web/ui/Card.tsx'
import { RecommendationTable } from './RecommendationsTab.tsx'
import { inspectionWords } from './words.ts'

/** What inspections ask about one person, in office or gone; nothing where nothing is asked. */
export function RecommendationsOfPerson({ id }: { id: number }) {
  const say = useWords(inspectionWords)
  const { asOf } = useAsOf()
  const may = useMay('inspection.recommendations')
  const list = useAnswer('GET /recommendations', { asOf, cadreId: id }, { enabled: may })
  const rows = list.data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <Card title={say.recommendations}>
      <RecommendationTable rows={rows} />
    </Card>
  )
}
