import { IdcardOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { useLanguage } from '#web/lib/language.ts'
import { useMe } from '#web/lib/session.ts'
import { sectionsFor } from './menu.ts'

const MAIN = { vi: 'Chính', en: 'Main' }
const OWN = { vi: 'Hồ sơ của tôi', en: 'My record' }

export function Menu({ onGo }: { onGo?: () => void }) {
  const language = useLanguage()
  const me = useMe()
  const { cadreId } = me
  return (
    <nav className="menu" aria-label={MAIN[language]}>
      {cadreId === null ? null : (
        <Link to="/ho-so-cua-toi" onClick={onGo}>
          <IdcardOutlined aria-hidden />
          {OWN[language]}
        </Link>
      )}
      {sectionsFor(me).map((section) => (
        <div key={section.title?.vi ?? 'first'}>
          {section.title ? <h2>{section.title[language]}</h2> : null}
          {section.entries.map(({ to, icon: Icon, counts: Count, ...word }) => (
            <Link key={to} to={to} onClick={onGo} activeOptions={{ includeSearch: false }}>
              <Icon aria-hidden />
              {word[language]}
              {Count ? <Count /> : null}
            </Link>
          ))}
        </div>
      ))}
    </nav>
  )
}
