import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { type Output, useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { count, day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { StateTag } from '#web/ui/StateTag.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { Petition } from './Petition.tsx'
import { STATES, TONES } from './petition-states.ts'
import { RegisterPetition } from './RegisterPetition.tsx'
import { petitionWords } from './words.ts'

type Board = Output<'GET /petitions'>

/** What was received and how it stands; the one opened and the filter are in the address. */
export function PetitionsPage() {
  const say = useWords(petitionWords)
  const { asOf } = useAsOf()
  const { mo, loc = 'all' } = useSearch({ from: '/inside/gop-y' })
  const navigate = useNavigate({ from: '/gop-y' })
  const board = useAnswer('GET /petitions', { asOf })
  const mayRegister = useMay('publicity.register_petition')
  const [registering, setRegistering] = useState(false)
  return (
    <>
      <PageHeader
        crumbs={[say.title]}
        title={say.title}
        says={`${day(asOf)} · ${say.says}`}
        actions={
          mayRegister ? (
            <Button type="primary" onClick={() => setRegistering(true)}>
              {say.register}
            </Button>
          ) : null
        }
      />
      <Answered answer={board} rows={12}>
        {({ rows, counts, byKind }) => (
          <>
            <div className="columns overseen beside">
              <Card>
                <div className="filters no-print">
                  <Segmented
                    value={loc}
                    onChange={(wanted) =>
                      navigate({ search: (before) => ({ ...before, loc: wanted }), replace: true })
                    }
                    options={['all' as const, ...STATES].map((state) => ({
                      value: state,
                      label: `${say[state]} ${count(state === 'all' ? rows.length : counts[state])}`,
                    }))}
                  />
                </div>
                <Rows rows={rows.filter(({ state }) => loc === 'all' || state === loc)} />
              </Card>
              <Card>
                {mo === undefined ? (
                  <EmptyState says={say.choose} />
                ) : (
                  <Petition key={mo} id={mo} />
                )}
              </Card>
            </div>
            <ByKind byKind={byKind} />
          </>
        )}
      </Answered>
      <RegisterPetition open={registering} onClose={() => setRegistering(false)} />
    </>
  )
}

function Rows({ rows }: { rows: Board['rows'] }) {
  const say = useWords(petitionWords)
  if (rows.length === 0) return <EmptyState says={say.none} />
  return (
    <ScrollBox label={say.title}>
      <table className="listing">
        <thead>
          <tr>
            <th scope="col">{say.kind}</th>
            <th scope="col" className="only-desk">
              {say.received}
            </th>
            <th scope="col">{say.due}</th>
            <th scope="col" className="only-desk">
              {say.unit}
            </th>
            <th scope="col">{say.state}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <Link to="/gop-y" search={(before) => ({ ...before, mo: row.id })}>
                  {row.kindLabel} {row.id}
                </Link>
                {row.about ? <div className="small second">{row.about}</div> : null}
              </td>
              <td className="nowrap only-desk">{day(row.receivedOn)}</td>
              <td className="nowrap">{day(row.dueOn)}</td>
              <td className="only-desk">{row.assigned ?? '–'}</td>
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

function ByKind({ byKind }: { byKind: Board['byKind'] }) {
  const say = useWords(petitionWords)
  return (
    <Card title={say.byKind}>
      <ScrollBox label={say.byKind}>
        <table className="listing">
          <thead>
            <tr>
              <th scope="col">{say.kind}</th>
              <th scope="col" className="right">
                {say.total}
              </th>
              <th scope="col" className="right">
                {say.replied}
              </th>
              <th scope="col" className="right">
                {say.inTime}
              </th>
            </tr>
          </thead>
          <tbody>
            {byKind.map((row) => (
              <tr key={row.kind}>
                <td>{row.label}</td>
                <td className="right">{count(row.total)}</td>
                <td className="right">{count(row.answered)}</td>
                <td className="right">{count(row.inTime)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </Card>
  )
}
