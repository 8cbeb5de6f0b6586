import { PlusOutlined } from '@ant-design/icons'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { ACTIONS } from '#server/directives/delegation-shape.ts'
import { useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { count, day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { CaseCheck } from './CaseCheck.tsx'
import { DelegateDrawer } from './DelegateDrawer.tsx'
import { MatterTable } from './MatterTable.tsx'
import { Relatives } from './Relatives.tsx'
import { WhoMay } from './WhoMay.tsx'
import { authorityWords } from './words.ts'

/** Who decides what about whom that day; the filters and the question are in the address. */
export function AuthorityPage() {
  const say = useWords(authorityWords)
  const { asOf } = useAsOf()
  const list = useAnswer('GET /authority/delegations', { asOf })
  const mayGive = useMay('authority.delegate')
  const mayCheck = useMay('authority.conflicts_in')
  const maySeeFamilies = useMay('authority.relatives_in_posts')
  const [adding, setAdding] = useState(false)
  return (
    <>
      <PageHeader
        crumbs={[say.title]}
        title={say.title}
        says={[
          day(asOf),
          ...(list.data?.documents ?? []).map(
            ({ number, fields, items }) =>
              `${number}: ${count(fields)} ${say.fields}, ${count(items)} ${say.items}`,
          ),
        ].join(' · ')}
        actions={
          mayGive ? (
            <Button
              type="primary"
              icon={<PlusOutlined aria-hidden />}
              onClick={() => setAdding(true)}
            >
              {say.add}
            </Button>
          ) : null
        }
      />
      <Answered answer={list} rows={12}>
        {({ matters }) => (
          <>
            <WhoMay matters={matters} />
            <Listing matters={matters} />
            {mayCheck ? <CaseCheck /> : null}
            {maySeeFamilies ? <Relatives /> : null}
            <DelegateDrawer open={adding} matters={matters} onClose={() => setAdding(false)} />
          </>
        )}
      </Answered>
    </>
  )
}

type Matters = Parameters<typeof MatterTable>[0]['matters']

function Listing({ matters }: { matters: Matters }) {
  const say = useWords(authorityWords)
  const { 'linh-vuc': field, viec: action = 'decide' } = useSearch({ from: '/inside/phan-cap' })
  const navigate = useNavigate({ from: '/phan-cap' })
  const fields = [...new Set(matters.map((matter) => matter.field))]
  const shown = matters.filter(
    (matter) =>
      (!field || matter.field === field) && matter.given.some((one) => one.action === action),
  )
  return (
    <Card title={say.list}>
      <div className="filters no-print">
        <Select
          aria-label={say.field}
          value={field ?? ''}
          style={{ width: 260 }}
          onChange={(chosen) =>
            navigate({
              search: (before) => ({ ...before, 'linh-vuc': chosen || undefined }),
              replace: true,
            })
          }
          options={[
            { value: '', label: say.allFields },
            ...fields.map((value) => ({ value, label: value })),
          ]}
        />
        <Select
          aria-label={say.action}
          value={action}
          style={{ width: 150 }}
          onChange={(viec) =>
            navigate({ search: (before) => ({ ...before, viec }), replace: true })
          }
          options={Object.entries(ACTIONS).map(([value, { label }]) => ({ value, label }))}
        />
      </div>
      {shown.length === 0 ? (
        <EmptyState says={say.none} />
      ) : (
        <MatterTable matters={shown} action={action} />
      )}
    </Card>
  )
}
