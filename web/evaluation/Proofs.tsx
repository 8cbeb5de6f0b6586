import { FileTextOutlined, LinkOutlined, PaperClipOutlined } from '@ant-design/icons'
import { useWords } from '#web/lib/language.ts'
import { personWords } from './person-words.ts'
import type { Product } from './shapes.ts'

/** What shows that the product exists: a number, a link or a file. */
export function Proofs({ proofs }: Pick<Product, 'proofs'>) {
  const say = useWords(personWords)
  if (proofs.length === 0) return <span className="third">{say.noProof}</span>
  return (
    <ul className="proofs">
      {proofs.map(({ id, kind, label, link }) => (
        <li key={id}>
          {kind === 'document' ? (
            <>
              <FileTextOutlined aria-hidden /> {label}
            </>
          ) : kind === 'link' ? (
            <a href={link ?? undefined} target="_blank" rel="noreferrer">
              <LinkOutlined aria-hidden /> {label}
            </a>
          ) : (
            <a href={`/api/product-proofs/${id}`} download>
              <PaperClipOutlined aria-hidden /> {label}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}
