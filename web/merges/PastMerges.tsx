import { Button } from 'antd'
import { useAnswer, useCommand } from '#web/lib/api.ts'
import { moment } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { useRefused } from '#web/lib/use-tell.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { mergeWords } from './words.ts'

/** What was merged, by whom and why; taken back while nothing leans on it. */
export function PastMerges() {
  const say = useWords(mergeWords)
  const refused = useRefused()
  const past = useAnswer('GET /merges', {})
  const mayUndo = useMay('cadres.undo_merge')
  const undo = useCommand('POST /merges/:mergeId/undo')
  const takeBack = (mergeId: number) => undo.mutate({ mergeId }, { onError: refused(say.undo) })
  return (
    <Card title={say.past}>
      <Answered answer={past} rows={2}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState says={say.noPast} />
          ) : (
            <ScrollBox label={say.past}>
              <table className="listing">
                <thead>
                  <tr>
                    <th scope="col">{say.gone}</th>
                    <th scope="col">{say.kept}</th>
                    <th scope="col">{say.reason}</th>
                    <th scope="col">{say.by}</th>
                    <th scope="col">
                      <span className="unseen">{say.undo}</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.id}>
                      <td>
                        {row.goneName} <small className="second">{row.goneRecordNo}</small>
                      </td>
                      <td>
                        {row.fullName} <small className="second">{row.keptRecordNo}</small>
                      </td>
                      <td>{row.reason}</td>
                      <td className="second">
                        {row.by}, {moment(row.at)}
                      </td>
                      <td>
                        {row.undone ? say.undone : null}
                        {mayUndo && !row.undone ? (
                          <Button
                            size="small"
                            loading={undo.isPending}
                            onClick={() => takeBack(row.id)}
                          >
                            {say.undo}
                          </Button>
                        ) : null}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollBox>
          )
        }
      </Answered>
    </Card>
  )
}
