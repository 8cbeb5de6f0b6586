import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { caseInWords, caseWords } from './case-words.ts'

/** From wherever a case is shown to its history in the log; plain words for whoever reads no log. */
export function CaseLink({ caseRef, children }: { caseRef: string; children?: ReactNode }) {
  const words = useWords(caseWords)
  const may = useMay('audit.entries')
  const says = children ?? caseInWords(caseRef, words)
  if (!may) return children ? null : says
  return (
    <Link to="/nhat-ky" search={{ 'vu-viec': caseRef }}>
      {says}
    </Link>
  )
}
