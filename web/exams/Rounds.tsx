import { PlusOutlined } from '@ant-design/icons'
import { Link, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { type Output, useAnswer } from '#web/lib/api.ts'
import { count, day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { StateTag } from '#web/ui/StateTag.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { OpenRound } from './OpenRound.tsx'
import { RoundBoard } from './RoundBoard.tsx'
import { examWords } from './words.ts'

type Round = Output<'GET /exams/rounds'>[number]

export function Rounds() {
  const say = useWords(examWords)
  const rounds = useAnswer('GET /exams/rounds', {})
  const mayOpen = useMay('exams.open_round')
  const [opening, setOpening] = useState(false)
  const { mo } = useSearch({ from: '/inside/kiem-tra-kien-thuc' })
  const open = mayOpen ? (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOpening(true)}>
      {say.open}
    </Button>
  ) : null
  return (
    <>
      <Card title={say.rounds} aside={open}>
        <Answered answer={rounds}>
          {(rows) =>
            rows.length === 0 ? <EmptyState says={say.noRounds} /> : <Table rows={rows} />
          }
        </Answered>
      </Card>
      {mo === undefined ? null : <RoundBoard id={mo} />}
      {mayOpen ? <OpenRound open={opening} onClose={() => setOpening(false)} /> : null}
    </>
  )
}

function Table({ rows }: { rows: Round[] }) {
  const say = useWords(examWords)
  const words = { to_come: say.to_come, open: say.openState, over: say.over }
  return (
    <ScrollBox label={say.rounds}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.name}</th>
            <th scope="col">{say.state}</th>
            <th scope="col" className="right">
              {say.people}
            </th>
            <th scope="col" className="right">
              {say.handedIn}
            </th>
            <th scope="col" className="right">
              {say.marked}
            </th>
            <th scope="col" className="right">
              {say.passed}
            </th>
            <th scope="col" className="right">
              {say.average}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <Link
                  to="/kiem-tra-kien-thuc"
                  search={(before) => ({ ...before, xem: 'dot', mo: row.id })}
                >
                  {row.name}
                </Link>
                <br />
                <span className="small third">
                  {row.unit} · {day(row.opensOn)} – {day(row.closesOn)} · {row.blueprint} ·{' '}
                  {row.basis}
                </span>
              </td>
              <td className="nowrap">
                <StateTag
                  tone={row.state === 'open' ? 'info' : row.state === 'over' ? 'met' : 'due'}
                >
                  {words[row.state]}
                </StateTag>
              </td>
              <td className="right">{count(row.people)}</td>
              <td className="right">{count(row.handedIn)}</td>
              <td className="right">{count(row.marked)}</td>
              <td className="right">{count(row.passed)}</td>
              <td className="right">{count(row.average)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
