import { EyeOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { moment } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay, useMe } from '#web/lib/session.ts'
import type { RecordAnswer, Scan } from '#web/lib/shapes-of-record.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { headOf, useDictionary } from './dictionary.ts'
import { documentWords } from './document-words.ts'
import { Evidence } from './Evidence.tsx'
import { Originals } from './Originals.tsx'
import { Preview } from './Preview.tsx'

/** The scans of a record, what each proves, and where the originals are kept. */
export function Documents({ id }: { id: number }) {
  const { asOf } = useAsOf()
  const { cadreId } = useMe()
  const mayAttach = useMay('cadres.correct_fact') && cadreId !== id
  const say = useWords(documentWords)
  const [shown, setShown] = useState<Scan>()
  const scans = useAnswer('GET /cadres/:id/documents', { id })
  const record = useAnswer('GET /cadres/:id/record', { id, asOf })
  return (
    <div className="columns person-columns">
      <div className="stackup">
        <Card title={say.title} aside={say.logged}>
          <Answered answer={scans}>
            {({ documents }) =>
              documents.length === 0 ? (
                <EmptyState says={say.none} />
              ) : (
                <ScanTable documents={documents} record={record.data} onShow={setShown} />
              )
            }
          </Answered>
        </Card>
        <Card title={say.originals}>
          <Answered answer={record} rows={3}>
            {({ sections }) => <Originals sections={sections} />}
          </Answered>
        </Card>
      </div>
      {mayAttach ? <Attach id={id} record={record.data} /> : null}
      <Preview cadreId={id} scan={shown} onClose={() => setShown(undefined)} />
    </div>
  )
}

interface TableProps {
  documents: Scan[]
  record: RecordAnswer | undefined
  onShow(scan: Scan): void
}

function ScanTable({ documents, record, onShow }: TableProps) {
  const say = useWords(documentWords)
  const { data: dictionary } = useDictionary()
  const provenBy = ({ section, rowId }: Scan) => {
    const known = dictionary?.sections.find(({ code }) => code === section)
    const facts = record?.sections.find((one) => one.section === section)?.facts
    const fact = facts?.find((one) => one.id === rowId)
    return known && fact && known.rows === 'many' ? headOf(known, fact) : null
  }
  return (
    <ScrollBox label={say.title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.document}</th>
            <th scope="col">{say.proves}</th>
            <th scope="col">{say.sentBy}</th>
            <th scope="col">{say.open}</th>
          </tr>
        </thead>
        <tbody>
          {documents.map((scan) => (
            <tr key={scan.id}>
              <td>
                {scan.title ?? <span className="third">{say.titleLocked}</span>}
                <br />
                <span className="small third">{kindOf(scan)}</span>
              </td>
              <td>
                {scan.sectionLabel}
                <br />
                <span className="small third">
                  {scan.rowId === null ? say.waits : provenBy(scan)}
                </span>
              </td>
              <td className="nowrap">
                {scan.by}
                <br />
                <span className="small third">{moment(scan.at)}</span>
              </td>
              <td>
                <Button
                  size="small"
                  icon={<EyeOutlined aria-hidden />}
                  aria-label={`${say.view}: ${scan.title ?? scan.sectionLabel}`}
                  onClick={() => onShow(scan)}
                >
                  {say.view}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

function kindOf({ mediaType, size }: Scan): string {
  const kind = mediaType.split('/')[1]?.toUpperCase() ?? ''
  return `${kind}, ${Math.max(1, Math.round(size / 1024)).toLocaleString('vi-VN')} KB`
}

function Attach({ id, record }: { id: number; record: RecordAnswer | undefined }) {
  const say = useWords(documentWords)
  const client = useQueryClient()
  const { data: dictionary } = useDictionary()
  const [section, setSection] = useState<string>()
  const [rowId, setRowId] = useState<number>()
  const known = dictionary?.sections.find(({ code }) => code === section)
  const facts = record?.sections.find((one) => one.section === section)?.facts ?? []
  return (
    <Card title={say.attach} className="no-print">
      <div className="card-body stackup">
        <Select
          aria-label={say.section}
          placeholder={say.section}
          showSearch={{ optionFilterProp: 'label' }}
          value={section}
          options={record?.sections.map((one) => ({ value: one.section, label: one.label }))}
          onChange={(chosen: string) => {
            setSection(chosen)
            setRowId(undefined)
          }}
        />
        {known?.rows === 'many' ? (
          <Select
            aria-label={say.fact}
            placeholder={say.fact}
            allowClear
            notFoundContent={say.noFact}
            value={rowId}
            options={facts.map((fact) => ({ value: fact.id, label: headOf(known, fact) }))}
            onChange={(chosen: number | undefined) => setRowId(chosen)}
          />
        ) : null}
        {section ? (
          <Evidence
            key={`${section} ${rowId}`}
            cadreId={id}
            section={section}
            {...(rowId !== undefined && { rowId })}
            value={undefined}
            onChange={() => void client.invalidateQueries()}
          />
        ) : (
          <p className="second">{say.attachSays}</p>
        )}
      </div>
    </Card>
  )
}
