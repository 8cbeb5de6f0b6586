import { Link } from '@tanstack/react-router'
import { useWords } from '#web/lib/language.ts'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { AppealList } from './AppealList.tsx'
import { Sections } from './Sections.tsx'
import { evaluationWords } from './words.ts'

/** Every appeal in sight, across units and periods. */
export function AppealsPage() {
  const say = useWords(evaluationWords)
  return (
    <>
      <PageHeader
        crumbs={[
          <Link key="board" to="/danh-gia">
            {say.title}
          </Link>,
          say.appeals,
        ]}
        title={say.appeals}
      />
      <Sections />
      <AppealList />
    </>
  )
}
