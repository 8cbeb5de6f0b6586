import { Button, Popconfirm, Upload } from 'antd'
import { useState } from 'react'
import { addressOf, type Output, useAnswer, useCommand } from '#web/lib/api.ts'
import { count, day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay, useMe } from '#web/lib/session.ts'
import { useTell } from '#web/lib/use-tell.ts'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { AttendanceCode } from './AttendanceCode.tsx'
import { learningWords } from './learning-words.ts'
import { Missing } from './Missing.tsx'

type Detail = Output<'GET /briefings/:id'>

export function Briefing({ id }: { id: number }) {
  const briefing = useAnswer('GET /briefings/:id', { id })
  return (
    <Answered answer={briefing} rows={10}>
      {(found) => <Opened found={found} />}
    </Answered>
  )
}

function Opened({ found }: { found: Detail }) {
  const say = useWords(learningWords)
  const may = useMay('publicity.mark_attendance')
  const { cadreId } = useMe()
  const holds = may && cadreId === null && found.closedOn === null
  const [unit, setUnit] = useState<number>()
  return (
    <>
      <div className="card-body">
        <h2>{found.title}</h2>
        <p className="second">
          {day(found.heldOn)} · {found.place} · {say[found.mode as 'both']} · {found.unit}
        </p>
        <p>
          {say.invited} <b>{count(found.invited)}</b> · {say.attended}{' '}
          <b>{count(found.attended)}</b>
          {found.questions.length > 0 ? (
            <>
              {' '}
              · {say.passed}{' '}
              <b>{count(found.coverage.reduce((sum, { passed }) => sum + passed, 0))}</b>
            </>
          ) : null}
        </p>
        <ul className="plain-list">
          {found.materials.map(({ id, fileName }) => (
            <li key={id}>
              <a href={addressOf('GET /briefings/materials/:id', { id }).address} download>
                {fileName}
              </a>
            </li>
          ))}
        </ul>
        {holds ? <Holding found={found} /> : null}
      </div>
      <h3 className="card-body">{say.coverage}</h3>
      <ScrollBox label={say.coverage}>
        <table className="listing">
          <thead>
            <tr>
              <th scope="col">{say.unit}</th>
              <th scope="col" className="right">
                {say.attended}
              </th>
              <th scope="col" className="right">
                {say.missing}
              </th>
            </tr>
          </thead>
          <tbody>
            {found.coverage.slice(0, unit === undefined ? 400 : undefined).map((row) => (
              <tr key={row.unitId}>
                <td>
                  {row.unit}
                  {unit === row.unitId ? (
                    <Missing briefing={found.id} unitId={row.unitId} may={holds} />
                  ) : null}
                </td>
                <td className="right nowrap">
                  {count(row.attended)}/{count(row.invited)}
                </td>
                <td className="right">
                  <Button
                    type="link"
                    size="small"
                    aria-expanded={unit === row.unitId}
                    aria-label={`${say.missing} ${count(row.invited - row.attended)}: ${row.unit}`}
                    onClick={() => setUnit(unit === row.unitId ? undefined : row.unitId)}
                  >
                    {count(row.invited - row.attended)}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </>
  )
}

/** What whoever holds the session does: show the code, hand out files, end it. */
function Holding({ found: { id, version } }: { found: Detail }) {
  const say = useWords(learningWords)
  const tell = useTell()
  const add = useCommand('POST /briefings/:id/materials')
  const close = useCommand('POST /briefings/:id/close')
  return (
    <div className="row no-print" style={{ flexWrap: 'wrap', marginTop: 8 }}>
      <AttendanceCode id={id} />
      <Upload
        showUploadList={false}
        beforeUpload={(file) => {
          add.mutate({ id, file }, tell(say.saved, say.addMaterial))
          return false
        }}
      >
        <Button loading={add.isPending}>{say.addMaterial}</Button>
      </Upload>
      <Popconfirm
        title={say.close}
        description={say.closeSays}
        okText={say.close}
        onConfirm={() => close.mutate({ id, version }, tell(say.saved, say.close))}
      >
        <Button loading={close.isPending}>{say.close}</Button>
      </Popconfirm>
    </div>
  )
}
