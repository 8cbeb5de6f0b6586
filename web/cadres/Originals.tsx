import { useWords } from '#web/lib/language.ts'
import type { FactSection } from '#web/lib/shapes-of-record.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { useDictionary } from './dictionary.ts'
import { documentWords } from './document-words.ts'

/** What the paper file consists of and where each piece lies; the fields are the dictionary's. */
export function Originals({ sections }: { sections: FactSection[] }) {
  const say = useWords(documentWords)
  const known = useDictionary().data?.sections.find(({ code }) => code === 'originals')
  const facts = sections.find(({ section }) => section === 'originals')?.facts ?? []
  if (!known || facts.length === 0) return <EmptyState says={say.noOriginals} />
  return (
    <ScrollBox label={say.originals}>
      <table>
        <thead>
          <tr>
            {known.columns.map(({ name, label }) => (
              <th key={name} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {facts.map(({ id, texts }) => (
            <tr key={id}>
              {known.columns.map(({ name }) => (
                <td key={name}>{texts[name] ?? <span className="third">–</span>}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
