import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { ask, type Output, type Refused, useCommand } from '#web/lib/api.ts'
import { day, moment } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay, useMe } from '#web/lib/session.ts'
import type { Change } from '#web/lib/shapes-of-record.ts'
import { Answered } from '#web/ui/Waiting.tsx'
import { recordWords } from './record-words.ts'

interface Props {
  cadreId: number
  section: string
  rowId: number
  reason: string
  onUndone(): void
}

/** What a fact said before, since when it says otherwise, and on what basis. */
export function FactHistory({ cadreId, section, rowId, reason, onUndone }: Props) {
  const say = useWords(recordWords)
  const history = useQuery<Output<'POST /cadres/:id/facts/:section/history'>, Refused>({
    queryKey: ['history of a fact', cadreId, section, rowId],
    gcTime: 0,
    queryFn: () =>
      ask('POST /cadres/:id/facts/:section/history', {
        id: cadreId,
        section: section as 'identity',
        rowId,
        reason,
      }),
  })
  return (
    <Answered answer={history} rows={2}>
      {({ changes }) => (
        <ul className="fact-history">
          {changes.length === 0 ? <li className="third">{say.noHistory}</li> : null}
          {changes.map((change, place) => (
            <OneChange key={change.id} {...{ change, onUndone }} last={place === 0} />
          ))}
        </ul>
      )}
    </Answered>
  )
}

function OneChange({
  change,
  last,
  onUndone,
}: {
  change: Change
  last: boolean
  onUndone(): void
}) {
  const say = useWords(recordWords)
  const { message } = App.useApp()
  const { username } = useMe()
  const undo = useCommand('POST /record-changes/:changeId/undo')
  const may = useMay('cadres.undo_change')
  const mine = may && last && change.by === username && change.act !== 'undo' && !change.undoneBy
  return (
    <li>
      <b>
        {say.acts[change.act]} {say.on} {moment(change.at)}
      </b>
      <span className="third">
        {' '}
        · {say.by} {change.by} · {say.bases[change.basis]}: {basisWords(change)}
        {change.undoneBy ? ` · ${say.wasUndone}` : ''}
      </span>
      {change.fields.map(({ name, label, before, after }) => (
        <div key={name}>
          {label}: <b>{after ?? say.empty}</b>
          {change.act === 'add' ? null : (
            <span className="third">
              , {say.before}: {before ?? say.empty}
            </span>
          )}
        </div>
      ))}
      {mine ? (
        <Button
          size="small"
          loading={undo.isPending}
          onClick={() =>
            undo.mutate(
              { changeId: change.id },
              {
                onSuccess: () => {
                  void message.success(say.undone)
                  onUndone()
                },
                onError: (problem) => void message.error(problem.message),
              },
            )
          }
        >
          {say.undo}
        </Button>
      ) : null}
    </li>
  )
}

const basisWords = ({ basis, decisionNo, decidedOn, decidedBy, reason }: Change) =>
  basis === 'decision'
    ? [decisionNo, decidedOn ? day(decidedOn) : null, decidedBy].filter(Boolean).join(', ')
    : (reason ?? '')
