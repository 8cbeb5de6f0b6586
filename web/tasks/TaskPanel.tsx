import { Button } from 'antd'
import { useAnswer } from '#web/lib/api.ts'
import { day, percent, plainPercent } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { StateTag } from '#web/ui/StateTag.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { Assignment } from './Assignment.tsx'
import { StateOf } from './StateOf.tsx'
import type { Open } from './tasks-address.ts'
import { taskWords } from './words.ts'

interface Props {
  open: Open
  asOf: string
  /** The unit whose assignment is open; a task of one unit opens at once. */
  unitId: number | undefined
  onUnit(unitId: number | undefined): void
}

/** One task: the targets it serves beside it, and every unit that carries it out. */
export function TaskPanel({ open, asOf, unitId, onUnit }: Props) {
  const say = useWords(taskWords)
  const task = useAnswer('GET /tasks/one', { ...open, asOf })
  const line = useAnswer('GET /tasks', { asOf, directive: open.directive })
  const about = line.data?.rows.find(({ id, period }) => id === open.task && period === open.period)
  return (
    <Answered answer={task}>
      {({ rows, targets }) => {
        const shown = unitId ?? (rows.length === 1 ? rows[0]?.unitId : undefined)
        return (
          <>
            {about ? (
              <p>
                <b>{about.label}</b>
                <br />
                <span className="second">
                  {about.cite} · {say.product}: {about.product}
                </span>
              </p>
            ) : null}
            {targets.length > 0 ? (
              <>
                <h3>{say.targets}</h3>
                {targets.map(({ id, label, state, share, threshold, by }) => (
                  <p key={id}>
                    <StateTag tone={state}>{say[state]}</StateTag> {id} · {label}: {percent(share)}{' '}
                    <span className="second">
                      ({plainPercent(threshold)} {say.until} {day(by)})
                    </span>
                  </p>
                ))}
              </>
            ) : null}
            {shown ? (
              <>
                {rows.length > 1 ? (
                  <Button type="link" onClick={() => onUnit(undefined)} style={{ padding: 0 }}>
                    {say.back}
                  </Button>
                ) : null}
                <Assignment open={open} unitId={shown} asOf={asOf} />
              </>
            ) : (
              <Carriers rows={rows} onUnit={onUnit} />
            )}
          </>
        )
      }}
    </Answered>
  )
}

interface Carrier {
  unitId: number | null
  unit: string
  due: string | null
  state: Parameters<typeof StateOf>[0]['state']
  reason: string
}

function Carriers({ rows, onUnit }: { rows: Carrier[]; onUnit(unitId: number): void }) {
  const say = useWords(taskWords)
  return (
    <ScrollBox label={say.carriers}>
      <table className="listing">
        <thead>
          <tr>
            <th scope="col">{say.carriers}</th>
            <th scope="col">{say.state}</th>
            <th scope="col">{say.due}</th>
            <th scope="col">{say.why}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ unitId, unit, due, state, reason }) => (
            <tr key={unitId ?? unit}>
              <td style={{ minWidth: 150 }}>
                {unitId === null ? (
                  unit
                ) : (
                  <Button type="link" onClick={() => onUnit(unitId)} style={{ padding: 0 }}>
                    {unit}
                  </Button>
                )}
              </td>
              <td className="nowrap">
                <StateOf state={state} />
              </td>
              <td className="nowrap">{due ? day(due) : '–'}</td>
              <td style={{ minWidth: 170 }}>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
