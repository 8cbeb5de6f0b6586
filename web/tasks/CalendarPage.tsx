import { CalendarOutlined } from '@ant-design/icons'
import { keepPreviousData } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import dayjs from 'dayjs'
import { monthsOf } from '#web/due/month-days.ts'
import { addressOf, type Output, useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { count, day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { UnitSelect } from '#web/organisation/UnitSelect.tsx'
import { ClauseChip } from '#web/ui/ClauseChip.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { openOf } from './tasks-address.ts'
import { taskWords } from './words.ts'

type Agenda = Output<'GET /calendar'>

/** One month of everything that comes due; a day of the month narrows the list. */
export function CalendarPage() {
  const say = useWords(taskWords)
  const { asOf } = useAsOf()
  const address = useSearch({ from: '/inside/lich' })
  const navigate = useNavigate({ from: '/lich' })
  const narrow = (change: Partial<typeof address>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true })
  const month = address.thang ?? asOf.slice(0, 7)
  const first = dayjs(`${month}-01`)
  const asked = {
    asOf,
    from: first.format('YYYY-MM-DD'),
    to: first.endOf('month').format('YYYY-MM-DD'),
    ...(address['don-vi'] ? { unitId: address['don-vi'] } : {}),
  }
  const agenda = useAnswer('GET /calendar', asked, { placeholderData: keepPreviousData })
  const turn = (months: number) =>
    narrow({ thang: first.add(months, 'month').format('YYYY-MM'), chon: undefined })
  return (
    <>
      <PageHeader
        crumbs={[say.calendar]}
        title={`${say.calendar} ${first.format('MM/YYYY')}`}
        says={[
          agenda.data ? `${count(agenda.data.rows.length)} ${say.things}` : '',
          say.calendarSays,
        ]
          .filter(Boolean)
          .join(' · ')}
        actions={
          <Button
            icon={<CalendarOutlined aria-hidden />}
            href={addressOf('GET /calendar/file', asked).address}
            download
          >
            {say.fetch}
          </Button>
        }
      />
      <section className="card" aria-label={say.calendar}>
        <div className="filters no-print">
          <Button onClick={() => turn(-1)}>{say.earlier}</Button>
          <Button onClick={() => turn(1)}>{say.later}</Button>
          <UnitSelect
            label={say.unit}
            value={address['don-vi']}
            onChange={(unit) => narrow({ 'don-vi': unit })}
          />
          {address.chon ? (
            <Button type="link" onClick={() => narrow({ chon: undefined })}>
              {say.all}
            </Button>
          ) : null}
        </div>
        <Answered answer={agenda} rows={12}>
          {(data) => (
            <>
              <MonthGrid month={month} agenda={data} onPick={(chon) => narrow({ chon })} />
              <Rows
                rows={data.rows.filter(({ date }) => !address.chon || date === address.chon)}
                asOf={asOf}
              />
            </>
          )}
        </Answered>
      </section>
    </>
  )
}

const WEEKDAYS = ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN']

/** Each day with how many tasks and how many dates of people; days off say so. */
function MonthGrid(props: { month: string; agenda: Agenda; onPick(day: string): void }) {
  const { month, agenda, onPick } = props
  const say = useWords(taskWords)
  const onDay = Map.groupBy(agenda.rows, ({ date }) => date)
  const off = new Set(agenda.holidays)
  const [shown] = monthsOf(`${month}-01`, `${month}-01`)
  return (
    <table className="month-grid only-desk">
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col">
              {weekday}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown?.weeks.map((week) => (
          <tr key={week.join()}>
            {week.map((date, weekday) => {
              const rows = date ? (onDay.get(date) ?? []) : []
              const isOff = weekday > 4 || (date !== null && off.has(date))
              return (
                <td key={WEEKDAYS[weekday]} className={isOff ? 'off' : ''}>
                  {date ? <span className="second">{Number(date.slice(8))}</span> : null}
                  {date && off.has(date) ? <span className="second"> {say.holiday}</span> : null}
                  {date && rows.length > 0 ? (
                    <button type="button" onClick={() => onPick(date)}>
                      {rows[0]?.label}
                      {rows.length > 1 ? <b> +{count(rows.length - 1)}</b> : null}
                    </button>
                  ) : null}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Rows({ rows, asOf }: { rows: Agenda['rows']; asOf: string }) {
  const say = useWords(taskWords)
  if (rows.length === 0) return <EmptyState says={say.calendarNone} />
  return (
    <ScrollBox label={say.calendar}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.due}</th>
            <th scope="col">{say.task}</th>
            <th scope="col">{say.unit}</th>
            <th scope="col" className="only-desk">
              {say.state}
            </th>
            <th scope="col" className="only-desk">
              {say.clause}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              <td className="nowrap">{day(row.date)}</td>
              <td style={{ minWidth: 180 }}>
                <Subject row={row} asOf={asOf} />
                <div className="second">{row.kindLabel}</div>
              </td>
              <td>{row.unit ?? '–'}</td>
              <td className="only-desk">{row.stateLabel ?? '–'}</td>
              <td className="only-desk">
                <ClauseChip cite={row.cite.split(' · ').at(-1) ?? row.cite}>
                  <p>{row.cite}</p>
                </ClauseChip>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

const keyOf = ({ date, kind, unitId, cadreId, label, task }: Agenda['rows'][number]) =>
  [date, kind, unitId, cadreId, task ? openOf(task) : label].join()

function Subject({ row, asOf }: { row: Agenda['rows'][number]; asOf: string }) {
  if (row.cadreId !== null)
    return (
      <Link to="/ho-so/$id" params={{ id: String(row.cadreId) }}>
        {row.label}
      </Link>
    )
  if (row.kind === 'petition' && row.number !== null)
    return (
      <Link to="/gop-y" search={{ ngay: asOf, mo: row.number }}>
        {row.label}
      </Link>
    )
  if (row.kind === 'briefing' && row.number !== null)
    return (
      <Link to="/pho-bien" search={{ ngay: asOf, mo: row.number }}>
        {row.label}
      </Link>
    )
  if (row.kind === 'recommendation')
    return (
      <Link to="/kiem-tra-giam-sat" search={{ ngay: asOf, phan: 'kien-nghi' }}>
        {row.label}
      </Link>
    )
  if (row.task === null) return row.label
  return (
    <Link
      to="/nhiem-vu"
      search={{
        ngay: asOf,
        mo: openOf(row.task),
        ...(row.unitId === null ? {} : { cua: row.unitId }),
      }}
    >
      {row.label}
    </Link>
  )
}
