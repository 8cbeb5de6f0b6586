import { Link } from '@tanstack/react-router'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import type { Overview } from '#web/lib/shapes-of-directives.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { sumOf } from './KeyFigures.tsx'
import { overviewWords } from './words.ts'

/** Seats of each block: filled is solid, vacant is hatched, wide as the block is large. */
export function Frame({ frame }: { frame: Overview['frame'] }) {
  const say = useWords(overviewWords)
  if (frame.rows.length === 0) {
    return <EmptyState says={say.noFrame} action={<Link to="/to-chuc">{say.empty}</Link>} />
  }
  const most = Math.max(...frame.rows.map(({ seats }) => seats), 1)
  const total = sumOf(frame.rows)
  return (
    <div className="table-box">
      <table>
        <thead>
          <tr>
            <th scope="col">{say.block}</th>
            <th scope="col" className="only-desk" style={{ width: 190 }}>
              {say.present}
            </th>
            <th scope="col" className="right">
              {say.filled}
            </th>
            <th scope="col" className="right">
              {say.seats}
            </th>
            <th scope="col" className="right">
              {say.empty}
            </th>
          </tr>
        </thead>
        <tbody>
          {frame.rows.map((row) => (
            <tr key={row.block ?? row.label}>
              <td>{row.label}</td>
              <td className="only-desk">
                <div className="seats" style={{ width: `${(row.seats / most) * 100}%` }}>
                  <span style={{ width: `${(row.filled / Math.max(1, row.seats)) * 100}%` }} />
                </div>
              </td>
              <td className="right nowrap">
                {row.filled > row.seats ? (
                  <span className="small vacant">
                    {say.above} {count(row.filled - row.seats)} ·{' '}
                  </span>
                ) : null}
                {count(row.filled)}
              </td>
              <td className="right">{count(row.seats)}</td>
              <td className="right">
                <Link to="/to-chuc" search={{ khoi: row.block ?? undefined }}>
                  <b>{count(row.vacant)}</b>
                </Link>
              </td>
            </tr>
          ))}
          <tr className="total">
            <td>{say.total}</td>
            <td className="only-desk" />
            <td className="right">{count(total.filled)}</td>
            <td className="right">{count(total.seats)}</td>
            <td className="right">{count(total.vacant)}</td>
          </tr>
        </tbody>
      </table>
    </div>
  )
}
