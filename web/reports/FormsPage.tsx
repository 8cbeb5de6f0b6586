import { FileExcelOutlined } from '@ant-design/icons'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { addressOf, type Output, useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { Card } from '#web/ui/Card.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { CellPeople } from './CellPeople.tsx'
import { Checks } from './Checks.tsx'
import { FormGrid } from './FormGrid.tsx'
import { Papers } from './Papers.tsx'
import { SignDialog } from './SignDialog.tsx'
import { SignedReports } from './SignedReports.tsx'
import { reportWords } from './words.ts'

/** A statutory form as of the date; the form and the open cell are in the address. */
export function FormsPage() {
  const say = useWords(reportWords)
  const { asOf } = useAsOf()
  const { bieu } = useSearch({ from: '/inside/bieu-mau' })
  const forms = useAnswer('GET /forms', { asOf })
  const form = bieu ?? 'bm01'
  const table = useAnswer('GET /forms/:form', { form, asOf })
  const maySign = useMay('reports.sign')
  const mayPrint = useMay('reports.papers')
  const [signing, setSigning] = useState(false)
  return (
    <>
      <PageHeader
        crumbs={[say.title]}
        title={say.title}
        says={say.says}
        actions={
          <>
            <Button
              icon={<FileExcelOutlined aria-hidden />}
              href={addressOf('GET /forms/:form/file', { form, asOf }).address}
              download
            >
              {say.excel}
            </Button>
            {maySign ? (
              <Button type="primary" disabled={!table.data} onClick={() => setSigning(true)}>
                {say.sign}
              </Button>
            ) : null}
          </>
        }
      />
      <Card title={say.forms}>
        <Answered answer={forms} rows={1}>
          {(list) => <Choice forms={list} form={form} />}
        </Answered>
        <Answered answer={table} rows={14}>
          {(filled) => (
            <>
              <p className="form-about">
                {`${say.about}: ${filled.about}. ${say.basis}: ${filled.cite}. ${say.counted}: ${filled.counted}.`}
                {filled.since ? ` ${say.period}: ${day(filled.since)} – ${day(asOf)}.` : ''}
              </p>
              <Checks checks={filled.checks} />
              <FormGrid table={filled} />
              {filled.notes.length > 0 ? (
                <ul className="form-notes">
                  {filled.notes.map((note) => (
                    <li key={note}>{note}</li>
                  ))}
                </ul>
              ) : null}
              <CellPeople table={filled} />
              <SignDialog table={filled} open={signing} onClose={() => setSigning(false)} />
            </>
          )}
        </Answered>
      </Card>
      <SignedReports form={form} />
      {mayPrint ? <Papers /> : null}
    </>
  )
}

/** Forms under the text they rest on. */
function Choice({ forms, form }: { forms: Output<'GET /forms'>; form: string }) {
  const say = useWords(reportWords)
  const navigate = useNavigate({ from: '/bieu-mau' })
  const bases = [...new Set(forms.map(({ basis }) => basis))]
  return (
    <div className="filters no-print">
      <Select
        aria-label={say.forms}
        value={form}
        style={{ width: 640, maxWidth: '100%' }}
        onChange={(chosen) => navigate({ search: ({ ngay }) => ({ ngay, bieu: chosen }) })}
        options={bases.map((basis) => ({
          label: basis,
          options: forms
            .filter((one) => one.basis === basis)
            .map(({ id, number, title }) => ({ value: id, label: `${number} · ${title}` })),
        }))}
      />
    </div>
  )
}
