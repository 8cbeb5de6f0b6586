import { Button, Popconfirm } from 'antd'
import { useAnswer, useCommand } from '#web/lib/api.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { useRefused } from '#web/lib/use-tell.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { qualityWords } from './quality-words.ts'

/** What lists write and what it was decided to mean; removed here, and then asked about again. */
export function Aliases() {
  const say = useWords(qualityWords)
  const aliases = useAnswer('GET /import-aliases', {})
  const mayRemove = useMay('cadres.remove_import_alias')
  return (
    <Card title={say.aliases} aside={say.aliasesSays}>
      <Answered answer={aliases} rows={2}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState says={say.noAliases} />
          ) : (
            <ScrollBox label={say.aliases}>
              <table className="listing">
                <thead>
                  <tr>
                    <th scope="col">{say.field}</th>
                    <th scope="col">{say.inFile}</th>
                    <th scope="col">{say.means}</th>
                    <th scope="col">{say.decidedBy}</th>
                    <th scope="col">
                      <span className="unseen">{say.remove}</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map(({ id, field, written, means, by, on }) => (
                    <tr key={id}>
                      <td>{field}</td>
                      <td>{written}</td>
                      <td>
                        <b>{means ?? say.leftOut}</b>
                      </td>
                      <td className="second">
                        {by}, {day(on)}
                      </td>
                      <td>{mayRemove ? <RemoveAlias aliasId={id} written={written} /> : null}</td>
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

function RemoveAlias({ aliasId, written }: { aliasId: number; written: string }) {
  const say = useWords(qualityWords)
  const refused = useRefused()
  const remove = useCommand('POST /import-aliases/:aliasId/removal')
  const run = () => remove.mutate({ aliasId }, { onError: refused(say.remove) })
  return (
    <Popconfirm title={say.removeAsk} okText={say.remove} cancelText={say.keep} onConfirm={run}>
      <Button size="small" loading={remove.isPending} aria-label={`${say.remove} “${written}”`}>
        {say.remove}
      </Button>
    </Popconfirm>
  )
}
