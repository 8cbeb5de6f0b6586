import { Link } from '@tanstack/react-router'
import { useWords } from '#web/lib/language.ts'
import { useDictionary } from './dictionary.ts'
import { recordWords } from './record-words.ts'

/** The parts of a record: the summary, each group of the dictionary, the scans. */
export function PersonParts({ id, chosen }: { id: number; chosen: string | undefined }) {
  const say = useWords(recordWords)
  const groups = useDictionary().data?.groups ?? []
  const parts = [
    { code: undefined, label: say.summary },
    ...groups,
    { code: 'tai-lieu', label: say.documents },
  ]
  return (
    <nav className="parts no-print" aria-label={say.parts}>
      {parts.map(({ code, label }) => (
        <Link
          key={label}
          to="/ho-so/$id"
          params={{ id: String(id) }}
          search={{ muc: code }}
          aria-current={code === chosen ? 'page' : undefined}
          className={code === chosen ? 'chosen' : ''}
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}
