import { Button, Modal } from 'antd'
import { useState } from 'react'
import { addressOf, useAnswer } from '#web/lib/api.ts'
import { count, day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { reportWords } from './words.ts'

/** What was signed of this form, each beside what the records say today. */
export function SignedReports({ form }: { form: string }) {
  const say = useWords(reportWords)
  const list = useAnswer('GET /signed-reports', { form })
  const [compared, setCompared] = useState<number>()
  return (
    <Card title={say.signed}>
      <Answered answer={list} rows={2}>
        {(reports) =>
          reports.length === 0 ? (
            <EmptyState says={say.noneSigned} />
          ) : (
            <ScrollBox label={say.signed}>
              <table>
                <thead>
                  <tr>
                    {[say.no, say.signedOn, say.signer, say.asOf, say.unit, say.by, ''].map(
                      (head) => (
                        <th key={head} scope="col">
                          {head}
                        </th>
                      ),
                    )}
                  </tr>
                </thead>
                <tbody>
                  {reports.map((one) => (
                    <tr key={one.id}>
                      <td>{one.reportNo}</td>
                      <td className="nowrap">{day(one.signedOn)}</td>
                      <td>{one.signer}</td>
                      <td className="nowrap">{day(one.asOf)}</td>
                      <td>{one.unitName}</td>
                      <td>{one.account}</td>
                      <td className="nowrap">
                        <Button type="link" onClick={() => setCompared(one.id)}>
                          {say.compare}
                        </Button>
                        <a
                          href={addressOf('GET /signed-reports/:id/file', { id: one.id }).address}
                          download
                        >
                          {say.file}
                        </a>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollBox>
          )
        }
      </Answered>
      <Modal
        open={compared !== undefined}
        title={say.compare}
        footer={null}
        onCancel={() => setCompared(undefined)}
        destroyOnHidden
      >
        {compared === undefined ? null : <Comparison id={compared} />}
      </Modal>
    </Card>
  )
}

function Comparison({ id }: { id: number }) {
  const say = useWords(reportWords)
  const report = useAnswer('GET /signed-reports/:id', { id })
  return (
    <Answered answer={report} rows={4}>
      {({ differences }) =>
        differences.length === 0 ? (
          <p>{say.same}</p>
        ) : (
          <>
            <p>{say.changed}</p>
            <table className="plain-table">
              <thead>
                <tr>
                  {[say.row, say.column, say.signedValue, say.now].map((head) => (
                    <th key={head} scope="col">
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {differences.slice(0, 200).map(({ row, column, signed, now }) => (
                  <tr key={`${row} ${column}`}>
                    <td>{row}</td>
                    <td>{column}</td>
                    <td className="num">{count(signed)}</td>
                    <td className="num">{count(now)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )
      }
    </Answered>
  )
}
