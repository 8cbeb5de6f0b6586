import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { ACTS, DIRECTIONS, KINDS } from '#server/inspection/kinds.ts'
import { addressOf, type Output, useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { count, day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay, useMe } from '#web/lib/session.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { StateTag, type Tone } from '#web/ui/StateTag.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { Inspected } from './Inspected.tsx'
import { OpenDrawer } from './OpenDrawer.tsx'
import { PlanDrawer } from './PlanDrawer.tsx'
import { planWords } from './plan-words.ts'
import { SuperviseDrawer } from './SuperviseDrawer.tsx'
import { inspectionWords } from './words.ts'

type Row = Output<'GET /inspections'>['rows'][number]
export const TONES: Record<Row['state'], Tone> = {
  coming: 'info',
  running: 'due',
  late: 'not_met',
  concluded: 'met',
}

/** The plan of the year and its inspections; the one opened is in the address. */
export function InspectionsTab() {
  const say = useWords(inspectionWords)
  const { asOf } = useAsOf()
  const { cuoc, nam } = useSearch({ from: '/inside/kiem-tra-giam-sat' })
  const [drawer, setDrawer] = useState<Drawn>()
  const close = () => setDrawer(undefined)
  const list = useAnswer('GET /inspections', { asOf, ...(nam ? { year: nam } : {}) })
  return (
    <Answered answer={list} rows={10}>
      {({ plan, rows, year }) => (
        <>
          <Card
            title={`${say.plan} ${year}`}
            aside={<Actions planned={plan !== null} onOpen={setDrawer} />}
          >
            <PlanOf plan={plan} year={year} />
            {rows.length === 0 ? <EmptyState says={say.none} /> : <Board rows={rows} />}
          </Card>
          {cuoc ? <Inspected key={cuoc} id={cuoc} /> : null}
          <OpenDrawer open={drawer === 'start'} hasPlan={plan !== null} onClose={close} />
          <PlanDrawer
            open={drawer === 'plan'}
            year={plan === null ? year : year + 1}
            onClose={close}
          />
          <SuperviseDrawer open={drawer === 'above'} onClose={close} />
        </>
      )}
    </Answered>
  )
}

type Drawn = 'start' | 'plan' | 'above'

/** Where the year has no plan yet, writing it comes first. */
function Actions({ planned, onOpen }: { planned: boolean; onOpen(drawer: Drawn): void }) {
  const say = useWords(inspectionWords)
  const plans = useWords(planWords)
  const mayOpen = useMay('inspection.open')
  const maySupervise = useMay('inspection.supervise_above')
  const isOfUnit = useMe().sees === 'unit'
  return (
    <div className="row no-print" style={{ flexWrap: 'wrap' }}>
      {maySupervise && isOfUnit ? (
        <Button onClick={() => onOpen('above')}>{plans.above}</Button>
      ) : null}
      {mayOpen ? (
        <>
          <Button type={planned ? 'default' : 'primary'} onClick={() => onOpen('plan')}>
            {plans.write}
          </Button>
          <Button type={planned ? 'primary' : 'default'} onClick={() => onOpen('start')}>
            {say.start}
          </Button>
        </>
      ) : null}
    </div>
  )
}

interface PlanProps {
  plan: Output<'GET /inspections'>['plan']
  year: number
}

function PlanOf({ plan, year }: PlanProps) {
  const say = useWords(inspectionWords)
  const plans = useWords(planWords)
  const { asOf } = useAsOf()
  const navigate = useNavigate({ from: '/kiem-tra-giam-sat' })
  const isWhole = useMe().sees === 'province'
  const now = Number(asOf.slice(0, 4))
  const years = [...new Set([now - 2, now - 1, now, now + 1, year])].sort()
  return (
    <div className="card-body row" style={{ flexWrap: 'wrap' }}>
      <Select
        aria-label={plans.year}
        value={year}
        options={years.map((value) => ({ value, label: `${plans.year} ${value}` }))}
        onChange={(nam) =>
          navigate({ search: (before) => ({ ...before, nam, cuoc: undefined }), replace: true })
        }
      />
      <span>
        {plan
          ? `${plan.title}: ${plan.decisionNo}, ${day(plan.decidedOn)}, ${plan.signedBy}`
          : say.noPlan}
      </span>
      {plan && isWhole ? (
        <Button
          className="no-print"
          href={addressOf('GET /inspection-plans/:year/file', { year }).address}
          download
        >
          {plans.word}
        </Button>
      ) : null}
    </div>
  )
}

function Board({ rows }: { rows: Row[] }) {
  const say = useWords(inspectionWords)
  return (
    <ScrollBox label={say.inspections}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.topic}</th>
            <th scope="col" className="only-desk">
              {say.unit}
            </th>
            <th scope="col" className="only-desk">
              {say.when}
            </th>
            <th scope="col" className="right only-desk">
              {say.findings}
            </th>
            <th scope="col" className="right only-desk">
              {say.open}
            </th>
            <th scope="col">{say.state}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <Link to="/kiem-tra-giam-sat" search={{ phan: 'cuoc', cuoc: row.id }}>
                  {row.title}
                </Link>
                <div className="second">
                  {ACTS[row.act].label} · {KINDS[row.kind].label} ·{' '}
                  {DIRECTIONS[row.direction].label}
                  {row.byUnit ? ` (${say.by} ${row.byUnit})` : ''}
                </div>
                <div className="only-phone">
                  {row.unit} · {day(row.startsOn)} – {day(row.endsOn)}
                </div>
              </td>
              <td className="only-desk">{row.unit}</td>
              <td className="nowrap only-desk">
                {day(row.startsOn)} – {day(row.endsOn)}
              </td>
              <td className="right only-desk">{count(row.findings)}</td>
              <td className="right only-desk">{count(row.openRecommendations)}</td>
              <td className="nowrap">
                <StateTag tone={TONES[row.state]}>{say[row.state]}</StateTag>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
