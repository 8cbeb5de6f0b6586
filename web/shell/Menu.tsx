import { IdcardOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { useWords } from '#web/lib/language.ts'
import { useMe } from '#web/lib/session.ts'
import { menuWords, sectionsFor } from './menu.ts'

export function Menu({ onGo }: { onGo?: () => void }) {
  const say = useWords(menuWords)
  const me = useMe()
  const { cadreId } = me
  return (
    <nav className="menu" aria-label={say.main}>
      {cadreId === null ? null : (
        <Link to="/ho-so/$id" params={{ id: String(cadreId) }} onClick={onGo}>
          <IdcardOutlined aria-hidden />
          {say.own}
        </Link>
      )}
      {sectionsFor(me).map((section) => (
        <div key={section.word ?? 'first'}>
          {section.word ? <h2>{say[section.word]}</h2> : null}
          {section.entries.map(({ to, word, icon: Icon }) => (
            <Link key={to} to={to} onClick={onGo} activeOptions={{ includeSearch: false }}>
              <Icon aria-hidden />
              {say[word]}
            </Link>
          ))}
        </div>
      ))}
    </nav>
  )
}
