import { Link, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { type Output, useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { count, day, percent } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { Briefing } from './Briefing.tsx'
import { learningWords } from './learning-words.ts'
import { PlanBriefing } from './PlanBriefing.tsx'

/** Briefings and how far each reached the people it was meant for. */
export function BriefingsPage() {
  const say = useWords(learningWords)
  const { asOf } = useAsOf()
  const { mo } = useSearch({ from: '/inside/pho-bien' })
  const briefings = useAnswer('GET /briefings', { asOf })
  const mayPlan = useMay('publicity.plan_briefing')
  const [planning, setPlanning] = useState(false)
  return (
    <>
      <PageHeader
        crumbs={[say.title]}
        title={say.title}
        says={`${day(asOf)} · ${say.says}`}
        actions={
          mayPlan ? (
            <Button type="primary" onClick={() => setPlanning(true)}>
              {say.plan}
            </Button>
          ) : null
        }
      />
      <div className="columns overseen beside">
        <Card>
          <Answered answer={briefings} rows={8}>
            {({ rows }) =>
              rows.length === 0 ? <EmptyState says={say.none} /> : <Rows rows={rows} />
            }
          </Answered>
        </Card>
        <Card>
          {mo === undefined ? <EmptyState says={say.choose} /> : <Briefing key={mo} id={mo} />}
        </Card>
      </div>
      <PlanBriefing open={planning} onClose={() => setPlanning(false)} />
    </>
  )
}

function Rows({ rows }: { rows: Output<'GET /briefings'>['rows'] }) {
  const say = useWords(learningWords)
  return (
    <ScrollBox label={say.title}>
      <table className="listing">
        <thead>
          <tr>
            <th scope="col">{say.name}</th>
            <th scope="col">{say.held}</th>
            <th scope="col" className="right">
              {say.attended}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td style={{ minWidth: 160 }}>
                <Link to="/pho-bien" search={(before) => ({ ...before, mo: row.id })}>
                  {row.title}
                </Link>
                <div className="small second">
                  {row.unit} · {row.closedOn ? say.closed : say.goingOn}
                </div>
              </td>
              <td className="nowrap">{day(row.heldOn)}</td>
              <td className="right nowrap">
                {count(row.attended)}/{count(row.invited)}
                <div className="small second">
                  {percent(row.invited === 0 ? null : row.attended / row.invited)}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
