import { Button } from 'antd'
import { useState } from 'react'
import { addressOf, type Output, useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { count, day, percent } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { Card } from '#web/ui/Card.tsx'
import { ClauseChip } from '#web/ui/ClauseChip.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { StateTag } from '#web/ui/StateTag.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { FileRegulation } from './FileRegulation.tsx'
import { regulationWords } from './regulation-words.ts'

type Register = Output<'GET /regulations'>
type Row = Register['rows'][number]

/** Who has which regulation, and who has none; agencies that lack one come first. */
export function RegulationsPage() {
  const say = useWords(regulationWords)
  const { asOf } = useAsOf()
  const register = useAnswer('GET /regulations', { asOf })
  return (
    <>
      <PageHeader crumbs={[say.title]} title={say.title} says={`${day(asOf)} · ${say.says}`} />
      <Answered answer={register} rows={12}>
        {(found) =>
          found.asked.length === 0 ? (
            <Card>
              <EmptyState says={say.none} />
            </Card>
          ) : (
            <>
              <Asked asked={found.asked} />
              <Rows register={found} />
            </>
          )
        }
      </Answered>
    </>
  )
}

function Asked({ asked }: { asked: Register['asked'] }) {
  const say = useWords(regulationWords)
  return (
    <Card title={say.asked}>
      <ul className="plain-list">
        {asked.map((one) => (
          <li key={one.id} className="card-body">
            {one.label}{' '}
            <ClauseChip cite={`${one.directive} · ${one.cite}`}>
              {one.directive} · {one.cite}
            </ClauseChip>{' '}
            <b>
              {count(one.have)}/{count(one.must)}
            </b>{' '}
            <span className="second">{percent(one.must === 0 ? null : one.have / one.must)}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Rows({ register: { asked, rows } }: { register: Register }) {
  const say = useWords(regulationWords)
  const mayFile = useMay('publicity.file_regulation')
  const [filing, setFiling] = useState<Row>()
  const label = (kind: string) => asked.find(({ id }) => id === kind)?.label ?? kind
  return (
    <Card>
      <ScrollBox label={say.title}>
        <table className="listing">
          <thead>
            <tr>
              <th scope="col">{say.unit}</th>
              <th scope="col">{say.held}</th>
              <th scope="col">{say.missing}</th>
              {mayFile ? <th aria-label={say.file} /> : null}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.unitId}>
                <td>{row.unit}</td>
                <td style={{ minWidth: 150 }}>
                  {row.held.map((one) => (
                    <Held key={one.documentId} one={one} />
                  ))}
                </td>
                <td>
                  {row.missing.map((kind) => (
                    <StateTag key={kind} tone="remind">
                      {label(kind)}
                    </StateTag>
                  ))}
                </td>
                {mayFile ? (
                  <td className="right">
                    {row.mayFile ? (
                      <Button
                        size="small"
                        aria-label={`${say.file}: ${row.unit}`}
                        onClick={() => setFiling(row)}
                      >
                        {say.file}
                      </Button>
                    ) : null}
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {filing ? (
        <FileRegulation unit={filing} asked={asked} onClose={() => setFiling(undefined)} />
      ) : null}
    </Card>
  )
}

function Held({ one }: { one: Row['held'][number] }) {
  const say = useWords(regulationWords)
  const { address } = addressOf('GET /regulations/:documentId/file', {
    documentId: one.documentId,
  })
  return (
    <div>
      {one.title}
      <div className="small second">
        {[one.number, day(one.issuedOn), one.signedBy].filter(Boolean).join(' · ')}{' '}
        {one.hasFile ? (
          <a href={address} download>
            {say.download}
          </a>
        ) : null}
      </div>
    </div>
  )
}
