import { Link } from '@tanstack/react-router'
import { count, percent } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import type { Overview } from '#web/lib/shapes-of-directives.ts'
import { BulletBar } from '#web/ui/BulletBar.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { overviewWords } from './words.ts'

/** How far each fact the targets ask about is known, and which targets wait for the rest. */
export function Completeness({ rows }: { rows: Overview['completeness'] }) {
  const say = useWords(overviewWords)
  if (rows.length === 0) return <EmptyState says={say.nothingAsked} />
  return (
    <div className="table-box">
      <table>
        <caption className="unseen">{say.complete}</caption>
        <tbody>
          {rows.map((row) => {
            const missing = row.total - row.known
            const share = row.total > 0 ? row.known / row.total : null
            return (
              <tr key={row.fact}>
                <td>
                  {row.label}
                  <br />
                  <span className="small third">
                    {missing > 0 ? (
                      <Link to="/ho-so" search={{ thieu: row.fact }}>
                        {count(missing)} {say.missing}
                      </Link>
                    ) : (
                      say.full
                    )}
                    {row.affects.length > 0 ? ` · ${say.affects} ${row.affects.join(', ')}` : ''}
                  </span>
                </td>
                <td style={{ width: 150 }}>
                  <BulletBar tone="slate" share={share} label={`${row.label}: ${percent(share)}`} />
                </td>
                <td className="right nowrap">
                  <b>{percent(share)}</b>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
