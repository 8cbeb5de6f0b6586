import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Form, Select } from 'antd'
import { type Output, useAnswer, useCommand } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { Card } from '#web/ui/Card.tsx'
import { findInLabels } from '#web/ui/find-in-labels.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { periodName } from './figures.ts'
import { Parameters } from './Parameters.tsx'
import { PeriodFields } from './PeriodFields.tsx'
import { resultWords } from './result-words.ts'
import { Sections } from './Sections.tsx'
import { useSaved } from './use-saved.ts'
import { evaluationWords } from './words.ts'

type Settings = Output<'GET /evaluation-cycles/settings'>

/** What a period would be opened with, and the opening itself. */
export function OpenCyclePage() {
  const say = useWords(resultWords)
  const all = useWords(evaluationWords)
  const { asOf } = useAsOf()
  const { ky: period = asOf.slice(0, 7) } = useSearch({ from: '/inside/danh-gia/mo-ky' })
  const navigate = useNavigate({ from: '/danh-gia/mo-ky' })
  const settings = useAnswer('GET /evaluation-cycles/settings', { period })
  return (
    <>
      <PageHeader
        crumbs={[
          <Link key="board" to="/danh-gia">
            {all.title}
          </Link>,
          say.openTitle,
        ]}
        tab={say.openTitle}
        title={`${say.openTitle}, ${periodName(period, all.kinds)}`}
        says={say.openSays}
      />
      <Sections />
      <PeriodFields
        period={period}
        onChange={(ky) => navigate({ search: (before) => ({ ...before, ky }), replace: true })}
      />
      <Answered answer={settings} rows={10}>
        {(found) => (
          <div className="columns two-and-one">
            <div>
              <OpenForm key={period} period={period} settings={found} />
              <Parameters parameters={found.parameters} />
            </div>
            <Steps settings={found} />
          </div>
        )}
      </Answered>
    </>
  )
}

interface Fields {
  unitIds: number[]
  scheme: string
}

function OpenForm({ period, settings: { schemes } }: { period: string; settings: Settings }) {
  const say = useWords(resultWords)
  const all = useWords(evaluationWords)
  const { asOf } = useAsOf()
  const navigate = useNavigate()
  const units = useAnswer('GET /units', { asOf })
  const open = useCommand('POST /evaluation-cycles')
  const told = useSaved()
  const names = new Map(units.data?.rows.map(({ id, name }) => [id, name]))
  if (schemes.length === 0) return <Notice tone="remind">{say.noScheme}</Notice>
  const required = [{ required: true, message: all.required }]
  const send = (fields: Fields) =>
    open.mutate(
      { ...fields, period },
      {
        onSuccess: () => void navigate({ to: '/danh-gia', search: { ky: period } }),
        onError: told.onError,
      },
    )
  return (
    <Card title={say.openTitle}>
      <Form
        name="open-cycle"
        layout="vertical"
        className="card-body"
        initialValues={{ scheme: schemes[0]?.id }}
        onFinish={send}
      >
        <Form.Item name="scheme" label={say.scheme} rules={required}>
          <Select
            aria-label={say.scheme}
            options={schemes.map(({ id, label, document }) => ({
              value: id,
              label: `${label} (${document})`,
            }))}
          />
        </Form.Item>
        <Form.Item name="unitIds" label={say.chooseUnits} rules={required}>
          <Select
            mode="multiple"
            aria-label={say.chooseUnits}
            loading={units.isPending}
            showSearch={findInLabels}
            options={units.data?.rows.map(({ id, name, kind, parentId }) => ({
              value: id,
              label:
                kind === 'division' && parentId !== null ? `${name}, ${names.get(parentId)}` : name,
            }))}
          />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={open.isPending}>
          {say.openIt}
        </Button>
      </Form>
    </Card>
  )
}

function Steps({ settings: { steps, reasons } }: { settings: Settings }) {
  const say = useWords(resultWords)
  return (
    <div>
      <Card title={say.steps}>
        <ol className="cycle-steps">
          {steps.map(({ step, label, dueOn }) => (
            <li key={step}>
              <span>{label}</span>
              <b>{day(dueOn)}</b>
            </li>
          ))}
        </ol>
      </Card>
      <Card title={say.reasons}>
        <ul className="cycle-steps">
          {reasons.map(({ code, label }) => (
            <li key={code}>{label}</li>
          ))}
        </ul>
      </Card>
    </div>
  )
}
