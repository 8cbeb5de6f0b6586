import { Link } from '@tanstack/react-router'
import type { Output } from '#web/lib/api.ts'
import { count, percent } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { completenessWords } from './completeness-words.ts'

const LABELS = 4

/** Whose records lack most, and what. */
export function CompletenessNames({ board }: { board: Output<'GET /completeness'> }) {
  const say = useWords(completenessWords)
  if (board.rows.length === 0) return <EmptyState says={say.nobody} />
  return (
    <Card title={say.names} aside={count(board.total)}>
      <ScrollBox label={say.names}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say.name}</th>
              <th scope="col">{say.unit}</th>
              <th scope="col" className="right">
                {say.score}
              </th>
              <th scope="col">{say.lacking}</th>
            </tr>
          </thead>
          <tbody>
            {board.rows.map(({ id, fullName, title, unitName, score, missing }) => (
              <tr key={id}>
                <td>
                  <Link to="/ho-so/$id" params={{ id: String(id) }}>
                    {fullName}
                  </Link>
                  <br />
                  <span className="small third">{title}</span>
                </td>
                <td>{unitName}</td>
                <td className="right nowrap">{percent(score)}</td>
                <td className="small">
                  {missing.slice(0, LABELS).join('; ')}
                  {missing.length > LABELS
                    ? ` ${say.and} ${missing.length - LABELS} ${say.more}`
                    : ''}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {board.total > board.rows.length ? (
        <p className="card-body second">
          {count(board.total - board.rows.length)} {say.others}
        </p>
      ) : null}
    </Card>
  )
}
