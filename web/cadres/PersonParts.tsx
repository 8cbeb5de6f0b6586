import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useWords } from '#web/lib/language.ts'
import { useDictionary } from './dictionary.ts'
import { recordWords } from './record-words.ts'

/** The parts of a record: the summary, each group of the dictionary, the scans. */
export function PersonParts({ id, chosen }: { id: number; chosen: string | undefined }) {
  const say = useWords(recordWords)
  const groups = useDictionary().data?.groups ?? []
  const strip = useRef<HTMLElement>(null)
  // On a phone the strip scrolls: the chosen part is brought into it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice or more parts move it.
  useEffect(() => {
    const here = strip.current?.querySelector<HTMLElement>('.chosen')
    if (strip.current && here) strip.current.scrollLeft = here.offsetLeft - 48
  }, [chosen, groups.length])
  const parts = [
    { code: undefined, label: say.summary },
    ...groups,
    { code: 'tai-lieu', label: say.documents },
  ]
  return (
    <nav ref={strip} className="parts no-print" aria-label={say.parts}>
      {parts.map(({ code, label }) => (
        <Link
          key={label}
          to="/ho-so/$id"
          params={{ id: String(id) }}
          search={{ muc: code }}
          activeOptions={{ exact: true }}
          aria-current={code === chosen ? 'page' : undefined}
          className={code === chosen ? 'chosen' : ''}
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}
