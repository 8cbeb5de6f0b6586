import { Link } from '@tanstack/react-router'
import { useWords } from '#web/lib/language.ts'
import { mayOf, useMe } from '#web/lib/session.ts'
import { evaluationWords } from './words.ts'

const SECTIONS = [
  { to: '/danh-gia', says: 'board', needs: 'evaluation.board' },
  { to: '/danh-gia/cua-toi', says: 'own', needs: 'evaluation.own_list' },
  { to: '/danh-gia/dot-pha', says: 'breakthrough', needs: 'evaluation.breakthrough_tasks' },
  { to: '/danh-gia/danh-muc', says: 'catalogue', needs: 'evaluation.catalogue' },
  { to: '/danh-gia/so-sanh', says: 'comparison', needs: 'evaluation.comparison' },
  { to: '/danh-gia/vuot-tran', says: 'overCap', needs: 'evaluation.over_cap' },
  { to: '/danh-gia/khieu-nai', says: 'appeals', needs: 'evaluation.appeals' },
  { to: '/danh-gia/mo-ky', says: 'openCycle', needs: 'evaluation.open_cycle' },
] as const

/** The screens of evaluation a reader may open, side by side; one alone needs no list. */
export function Sections() {
  const say = useWords(evaluationWords)
  const me = useMe()
  const open = SECTIONS.filter(({ needs }) => mayOf(me, needs))
  if (open.length < 2) return null
  return (
    <nav className="sections no-print" aria-label={say.sections}>
      {open.map(({ to, says }) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
          {say[says]}
        </Link>
      ))}
    </nav>
  )
}
