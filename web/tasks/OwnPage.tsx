import { Link } from '@tanstack/react-router'
import { useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { count, day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { StateOf } from './StateOf.tsx'
import { openOf } from './tasks-address.ts'
import { taskWords } from './words.ts'

/** What waits for the reader, the most urgent first. */
export function OwnPage() {
  const say = useWords(taskWords)
  const { asOf } = useAsOf()
  const own = useAnswer('GET /tasks/own', { asOf })
  return (
    <>
      <PageHeader
        crumbs={[say.own]}
        title={say.own}
        says={[own.data ? `${count(own.data.items.length)} ${say.things}` : '', say.ownSays]
          .filter(Boolean)
          .join(' · ')}
      />
      <section className="card" aria-label={say.own}>
        <Answered answer={own} rows={10}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState says={say.ownNone} />
            ) : (
              <ScrollBox label={say.own}>
                <table>
                  <thead>
                    <tr>
                      <th scope="col">{say.due}</th>
                      <th scope="col">{say.task}</th>
                      <th scope="col" className="only-desk">
                        {say.state}
                      </th>
                      <th scope="col" className="only-desk">
                        {say.unit}
                      </th>
                      <th scope="col" className="only-desk">
                        {say.why}
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {items.map((item) => (
                      <tr key={[item.asks, openOf(item), item.unitId, item.label, item.due].join()}>
                        <td className="nowrap">{item.due ? day(item.due) : '–'}</td>
                        <td style={{ minWidth: 200 }}>
                          <Link
                            to="/nhiem-vu"
                            search={{
                              ngay: asOf,
                              mo: openOf(item),
                              ...(item.unitId === null ? {} : { cua: item.unitId }),
                            }}
                          >
                            {item.label}
                          </Link>
                          <div>
                            <span className="only-phone">
                              <StateOf state={item.state} />
                            </span>
                          </div>
                          <div className="second">
                            {say[`asks_${item.asks}`]} · {item.task} · {item.number}
                          </div>
                        </td>
                        <td className="nowrap only-desk">
                          <StateOf state={item.state} />
                        </td>
                        <td className="only-desk" style={{ minWidth: 130 }}>
                          {item.unit}
                        </td>
                        <td className="only-desk">{item.reason}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </ScrollBox>
            )
          }
        </Answered>
      </section>
    </>
  )
}
