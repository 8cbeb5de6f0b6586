import { keepPreviousData } from '@tanstack/react-query'
import { Pagination } from 'antd'
import { useState } from 'react'
import { DossierButton } from '#web/audit/DossierButton.tsx'
import { EntryActor, EntryWords } from '#web/audit/EntryWords.tsx'
import { logWords } from '#web/audit/words.ts'
import { useAnswer } from '#web/lib/api.ts'
import { count, moment } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { Answered } from '#web/ui/Waiting.tsx'

const PAGE = 8

/** Who looked behind the locks of this record and who changed it; shown to the person as well. */
export function RecordLog({ id }: { id: number }) {
  const say = useWords(logWords)
  const [page, setPage] = useState(1)
  const log = useAnswer(
    'GET /cadres/:id/log',
    { id, offset: (page - 1) * PAGE, limit: PAGE },
    { placeholderData: keepPreviousData },
  )
  const total = log.data?.total ?? 0
  return (
    <Card
      title={say.ofRecord}
      aside={
        <>
          {total > 0 ? `${count(total)} ${say.times} · ${say.personToo}` : say.personToo}{' '}
          <DossierButton about={{ cadreId: id }} size="small" />
        </>
      }
    >
      <Answered answer={log} rows={3}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState says={say.noneOfRecord} />
          ) : (
            <ScrollBox label={say.ofRecord}>
              <table>
                <caption className="unseen">{say.ofRecord}</caption>
                <tbody>
                  {rows.map((entry) => (
                    <tr key={entry.id}>
                      <td className="nowrap second" style={{ width: 124 }}>
                        {moment(entry.at)}
                      </td>
                      <td>
                        <EntryActor {...entry} />
                      </td>
                      <td>
                        <EntryWords {...entry} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollBox>
          )
        }
      </Answered>
      {total > PAGE ? (
        <div className="row page-row no-print">
          <Pagination
            size="small"
            current={page}
            pageSize={PAGE}
            total={total}
            showSizeChanger={false}
            onChange={setPage}
          />
        </div>
      ) : null}
    </Card>
  )
}
