import { App, Button, Drawer, Input, Popconfirm, Radio } from 'antd'
import { useState } from 'react'
import { type Output, useAnswer, useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { useRefused } from '#web/lib/use-tell.ts'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { mergeWords } from './words.ts'

type Pair = Output<'GET /duplicates/:oneId/:otherId'>
type Side = 'one' | 'other'

const LEAST_REASON = 10

interface Props {
  oneId: number
  otherId: number
  onClose(): void
}

/** Two records side by side: which one is kept, which value stays per field, on what basis. */
export function PairDrawer({ oneId, otherId, onClose }: Props) {
  const say = useWords(mergeWords)
  const pair = useAnswer('GET /duplicates/:oneId/:otherId', { oneId, otherId })
  return (
    <Drawer open title={say.title} onClose={onClose} size={860}>
      <Answered answer={pair} rows={8}>
        {(answer) => <Choice pair={answer} ids={{ one: oneId, other: otherId }} onDone={onClose} />}
      </Answered>
    </Drawer>
  )
}

interface ChoiceProps {
  pair: Pair
  ids: Record<Side, number>
  onDone(): void
}

function Choice({ pair, ids, onDone }: ChoiceProps) {
  const say = useWords(mergeWords)
  const { message } = App.useApp()
  const mayMerge = useMay('cadres.merge')
  const [keep, setKeep] = useState<Side>('one')
  const [chosen, setChosen] = useState<Record<string, Side>>({})
  const [reason, setReason] = useState('')
  const merge = useCommand('POST /merges')
  const distinct = useCommand('POST /duplicates/distinct')
  const gone: Side = keep === 'one' ? 'other' : 'one'
  const onError = useRefused()(say.merge)
  const take = pair.fields.flatMap(({ field }) => (chosen[field] === gone ? [field] : []))
  const run = () =>
    merge.mutate(
      { keepId: ids[keep], goneId: ids[gone], take, reason },
      {
        onSuccess: ({ leftOut }) => {
          const kept = leftOut.map(({ label }) => label).join(', ')
          void message.success(kept ? `${say.mergedDone} ${say.leftOut} ${kept}` : say.mergedDone)
          onDone()
        },
        onError,
      },
    )
  const apart = () =>
    distinct.mutate({ oneId: ids.one, otherId: ids.other }, { onSuccess: onDone, onError })
  const ready = reason.trim().length >= LEAST_REASON
  return (
    <>
      <p>
        <b>{say.keep}:</b>{' '}
        <Radio.Group
          aria-label={say.keep}
          value={keep}
          onChange={({ target }) => setKeep(target.value)}
          options={(['one', 'other'] as const).map((side) => ({
            value: side,
            label: recordNo(pair, side),
          }))}
        />
      </p>
      <FieldTable pair={pair} keep={keep} chosen={chosen} onChoose={setChosen} />
      <h3>{say.rows}</h3>
      <p>{pair.rows.map(({ label, one, other }) => `${label}: ${one} / ${other}`).join(' · ')}</p>
      {pair.hidden.length > 0 ? (
        <p className="second">
          {say.hidden} {pair.hidden.join(', ')}
        </p>
      ) : null}
      {mayMerge ? (
        <>
          <Input.TextArea
            aria-label={say.reason}
            placeholder={`${say.reason}: ${say.reasonHint}`}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
          <p className="second">{ready ? '' : say.short}</p>
          <div className="row">
            <Popconfirm
              title={say.mergeAsk}
              okText={say.merge}
              cancelText={say.cancel}
              onConfirm={run}
              disabled={!ready}
            >
              <Button type="primary" disabled={!ready} loading={merge.isPending}>
                {say.merge}
              </Button>
            </Popconfirm>
            <Button onClick={apart} loading={distinct.isPending}>
              {say.distinct}
            </Button>
          </div>
        </>
      ) : null}
    </>
  )
}

const recordNo = ({ fields }: Pair, side: Side) =>
  fields.find(({ field }) => field === 'identity.record_no')?.[side] ?? ''

interface FieldProps {
  pair: Pair
  keep: Side
  chosen: Record<string, Side>
  onChoose(chosen: Record<string, Side>): void
}

/** An empty value never wins over a filled one; where both differ, one click chooses. */
function FieldTable({ pair, keep, chosen, onChoose }: FieldProps) {
  const say = useWords(mergeWords)
  const shown = (value: string | null) => value ?? <span className="third">{say.empty}</span>
  return (
    <ScrollBox label={say.field}>
      <table className="listing">
        <thead>
          <tr>
            <th scope="col">{say.field}</th>
            <th scope="col">{say.one}</th>
            <th scope="col">{say.other}</th>
          </tr>
        </thead>
        <tbody>
          {pair.fields.map((field) => {
            const differ = !field.fixed && field.one !== null && field.other !== null
            const open = differ && field.one !== field.other
            const stays = chosen[field.field] ?? keep
            return (
              <tr key={field.field}>
                <td>{field.label}</td>
                {(['one', 'other'] as const).map((side) => (
                  <td key={side}>
                    {open ? (
                      <Radio
                        checked={stays === side}
                        onChange={() => onChoose({ ...chosen, [field.field]: side })}
                        aria-label={`${field.label}: ${field[side]}`}
                      >
                        {field[side]}
                      </Radio>
                    ) : (
                      shown(field[side])
                    )}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </ScrollBox>
  )
}
