import { Button } from 'antd'
import { useState } from 'react'
import { type Output, useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { count, day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { Card } from '#web/ui/Card.tsx'
import { ClauseChip } from '#web/ui/ClauseChip.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { StateTag } from '#web/ui/StateTag.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { PublishDrawer } from './PublishDrawer.tsx'
import { publicityWords } from './words.ts'

type Matter = Output<'GET /publicity/matters'>['rows'][number]

/** What the texts in force say is made public, and whether it is. */
export function Matters() {
  const say = useWords(publicityWords)
  const { asOf } = useAsOf()
  const matters = useAnswer('GET /publicity/matters', { asOf })
  const mayDecide = useMay('publicity.publish')
  const [chosen, setChosen] = useState<Matter>()
  return (
    <Card title={say.matters}>
      <Answered answer={matters} rows={6}>
        {({ rows }) => (
          <ScrollBox label={say.matters}>
            <table className="listing">
              <thead>
                <tr>
                  <th scope="col">{say.matter}</th>
                  <th scope="col">{say.circle}</th>
                  <th scope="col" className="only-desk">
                    {say.days}
                  </th>
                  <th scope="col">{say.state}</th>
                  {mayDecide ? <th aria-label={say.publish} /> : null}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={`${row.number} ${row.id}`}>
                    <td style={{ minWidth: 180 }}>
                      {row.label}{' '}
                      <div>
                        <ClauseChip cite={`${row.number} · ${row.cite}`}>
                          {row.note ?? `${row.number} · ${row.cite}`}
                        </ClauseChip>
                      </div>
                    </td>
                    <td>{row.circleLabel}</td>
                    <td className="nowrap only-desk">
                      {count(row.days)} {say.daysUnit}
                    </td>
                    <td className="nowrap">
                      {row.shownUntil ? (
                        <StateTag tone="met">
                          {say.until} {day(row.shownUntil)}
                        </StateTag>
                      ) : (
                        <StateTag tone="remind">{say.notShown}</StateTag>
                      )}
                    </td>
                    {mayDecide ? (
                      <td className="right">
                        <Button
                          size="small"
                          aria-label={`${say.publish}: ${row.label}`}
                          onClick={() => setChosen(row)}
                        >
                          {say.publish}
                        </Button>
                      </td>
                    ) : null}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        )}
      </Answered>
      {chosen ? (
        <PublishDrawer key={chosen.id} matter={chosen} onClose={() => setChosen(undefined)} />
      ) : null}
    </Card>
  )
}
