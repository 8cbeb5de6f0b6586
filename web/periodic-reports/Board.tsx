import { Link } from '@tanstack/react-router'
import { Checkbox, Select } from 'antd'
import type { Output } from '#web/lib/api.ts'
import { count, day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { Card } from '#web/ui/Card.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { StateTag, type Tone } from '#web/ui/StateTag.tsx'
import { usePeriodicAddress } from './periodic-address.ts'
import { periodicWords } from './words.ts'

export type BoardRow = Output<'GET /periodic-reports'>['rows'][number]

export const TONES: Record<BoardRow['state'], Tone> = {
  opened: 'due',
  submitted: 'info',
  returned: 'remind',
  accepted: 'met',
  signed: 'met',
}

const keyOf = ({ report, period }: BoardRow) => `${report}|${period}`
const isIn = ({ state }: BoardRow) => !['opened', 'returned'].includes(state)

/** One period of one report at a time: how many are in, who is late. */
export function Board({ rows, asOf }: { rows: BoardRow[]; asOf: string }) {
  const say = useWords(periodicWords)
  const { address, narrow } = usePeriodicAddress()
  const periods = Map.groupBy(rows, keyOf)
  const wanted = `${address['bao-cao']}|${address.ky}`
  const chosen = periods.has(wanted) ? wanted : nextDue(rows, asOf)
  const listed = periods.get(chosen) ?? []
  const [first] = listed
  const shown = listed.filter(({ late }) => !address.cham || late)
  return (
    <Card title={first?.title ?? say.title}>
      <div className="filters no-print">
        <Select
          aria-label={say.choose}
          value={chosen}
          onChange={(key: string) => {
            const [report, period] = key.split('|')
            void narrow({ 'bao-cao': report, ky: period, cham: undefined })
          }}
          options={[...periods].map(([value, [one]]) => ({
            value,
            label: [one?.title, dueWords(one, say), askedOn(value, say)]
              .filter(Boolean)
              .join(' · '),
          }))}
          popupMatchSelectWidth={false}
          style={{ width: 460, maxWidth: '100%' }}
        />
        <Checkbox
          checked={address.cham ?? false}
          onChange={({ target }) => narrow({ cham: target.checked || undefined })}
        >
          {say.lateOnly}
        </Checkbox>
      </div>
      {first ? (
        <p className="card-body second">
          {first.cite} · {say.to} {first.to} · {say.due} {first.due ? day(first.due) : say.noDue} ·{' '}
          <b>
            {count(listed.filter(isIn).length)}/{count(listed.length)}
          </b>{' '}
          {say.inOf} · <b>{count(listed.filter(({ late }) => late).length)}</b> {say.lateCount}
        </p>
      ) : null}
      <Units rows={shown} />
    </Card>
  )
}

type Words = typeof periodicWords.vi

const dueWords = (row: BoardRow | undefined, say: Words) =>
  row?.due
    ? day(row.due)
    : [/^\d{4}$/.exec(row?.period ?? ''), say.noDue].filter(Boolean).join(', ')

/** Which request of which day it answers: a period `on 2019-05-10/2`. */
function askedOn(key: string, say: Words): string {
  const [, on, nth] = /\|on ([\d-]+)(?:\/(\d+))?$/.exec(key) ?? []
  return on ? `${say.asked} ${day(on)}${nth ? ` (${say.time} ${nth})` : ''}` : ''
}

/** The report that is due next; after the last one, that one. */
function nextDue(rows: readonly BoardRow[], asOf: string): string {
  const byDue = rows.toSorted((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'))
  const row = byDue.find(({ due }) => due === null || due >= asOf) ?? byDue.at(-1)
  return row ? keyOf(row) : ''
}

function Units({ rows }: { rows: BoardRow[] }) {
  const say = useWords(periodicWords)
  return (
    <ScrollBox label={say.title}>
      <table className="listing">
        <thead>
          <tr>
            <th scope="col">{say.unit}</th>
            <th scope="col">{say.state}</th>
            <th scope="col" className="only-desk">
              {say.handedIn}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.unitId}>
              <td>
                <Link
                  to="/bao-cao-dinh-ky"
                  search={(before) => ({
                    ...before,
                    ...{ 'bao-cao': row.report, ky: row.period, cua: row.unitId },
                  })}
                >
                  {row.unit}
                </Link>
              </td>
              <td>
                <StateTag tone={TONES[row.state]}>{say[row.state]}</StateTag>{' '}
                {row.late ? <StateTag tone="not_met">{say.late}</StateTag> : null}
              </td>
              <td className="nowrap only-desk">{row.submittedOn ? day(row.submittedOn) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
