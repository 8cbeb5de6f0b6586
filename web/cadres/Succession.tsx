import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import type { CadreFile } from '#web/lib/shapes-of-cadres.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { personWords } from './person-words.ts'

/** Planned for which titles, and how the years were rated. */
export function Succession({ file }: { file: CadreFile }) {
  const say = useWords(personWords)
  return (
    <>
      <Card title={say.succession}>
        {file.succession.length === 0 ? <EmptyState says={say.noSuccession} /> : null}
        <ScrollBox label={say.succession}>
          <table>
            <caption className="unseen">{say.succession}</caption>
            <tbody>
              {file.succession.map((entry) => (
                <tr key={`${entry.title} ${entry.term} ${entry.from}`}>
                  <td>
                    {entry.title}
                    <br />
                    <span className="small third">
                      {[entry.unitName, `${say.term} ${entry.term}`].filter(Boolean).join(' · ')}
                    </span>
                  </td>
                  <td className="right nowrap second">
                    {entry.decisionNo}
                    <br />
                    <span className="small">{day(entry.decidedOn ?? entry.from)}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      </Card>
      <Card title={say.ratings}>
        {file.ratings.length === 0 ? <EmptyState says={say.noRatings} /> : null}
        <ScrollBox label={say.ratings}>
          <table>
            <caption className="unseen">{say.ratings}</caption>
            <tbody>
              {file.ratings.map(({ year, label, level }) => (
                <tr key={year}>
                  <td className="nowrap second" style={{ width: 62 }}>
                    {year}
                  </td>
                  <td>{label ?? level}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      </Card>
    </>
  )
}
