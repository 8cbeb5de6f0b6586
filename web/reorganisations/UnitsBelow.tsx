import { Link } from '@tanstack/react-router'
import type { Output } from '#web/lib/api.ts'
import { count, percent } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Paged } from '#web/ui/Paged.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { StateTag } from '#web/ui/StateTag.tsx'
import { streamliningWords } from './streamlining-words.ts'

type Answer = Output<'GET /streamlining'>
type Progress = Answer['kinds'][number]

/** The units under one, each kind against its baseline. */
export function UnitsBelow({ below }: Pick<Answer, 'below'>) {
  const say = useWords(streamliningWords)
  return (
    <Card title={say.below}>
      {below.length === 0 ? (
        <EmptyState says={say.none} />
      ) : (
        <Paged rows={below} label={say.pages} size={25}>
          {(page) => (
            <ScrollBox label={say.below}>
              <table>
                <thead>
                  <tr>
                    <th scope="col" rowSpan={2}>
                      {say.unit}
                    </th>
                    {below[0]?.kinds.map(({ kind, label }) => (
                      <th key={kind} scope="colgroup" colSpan={3}>
                        {label}
                      </th>
                    ))}
                  </tr>
                  <tr>
                    {below[0]?.kinds.flatMap(({ kind }) =>
                      [say.baseline, say.now, say.done].map((head) => (
                        <th key={`${kind} ${head}`} scope="col" className="right">
                          {head}
                        </th>
                      )),
                    )}
                  </tr>
                </thead>
                <tbody>
                  {page.map((unit) => (
                    <tr key={unit.id}>
                      <td>
                        {unit.units > 0 ? (
                          <Link to="/tinh-gian" search={{ 'don-vi': unit.id }}>
                            {unit.name}
                          </Link>
                        ) : (
                          unit.name
                        )}{' '}
                        <Link className="small" to="/ho-so" search={{ 'don-vi': unit.id }}>
                          {say.people}
                        </Link>
                      </td>
                      {unit.kinds.map((kind) => (
                        <Numbers key={kind.kind} progress={kind} comparable={unit.comparable} />
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollBox>
          )}
        </Paged>
      )}
    </Card>
  )
}

function Numbers({ progress, comparable }: { progress: Progress; comparable: boolean }) {
  const { baseline, now, done, atMost } = progress
  const say = useWords(streamliningWords)
  if (baseline + now === 0)
    return (
      <td colSpan={3} className="center third">
        –
      </td>
    )
  if (!comparable)
    return (
      <>
        <td className="right">–</td>
        <td className="right">{count(now)}</td>
        <td className="right second">{say.later}</td>
      </>
    )
  return (
    <>
      <td className="right">{count(baseline)}</td>
      <td className="right">{count(now)}</td>
      <td className="right nowrap">
        {percent(done)}{' '}
        <StateTag tone={now <= atMost ? 'met' : 'not_met'}>
          {now <= atMost ? say.met : say.notMet}
        </StateTag>
      </td>
    </>
  )
}
