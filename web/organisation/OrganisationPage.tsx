import { PrinterOutlined } from '@ant-design/icons'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useRef } from 'react'
import { useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { count, day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { UnitPanel } from './UnitPanel.tsx'
import { UnitTree } from './UnitTree.tsx'
import { organisationWords } from './words.ts'

/** Where people sit, against what each place was given; the chosen unit is in the address. */
export function OrganisationPage() {
  const say = useWords(organisationWords)
  const { asOf } = useAsOf()
  const units = useAnswer('GET /units', { asOf })
  const { 'don-vi': chosen } = useSearch({ from: '/inside/to-chuc' })
  const opened = chosen ?? units.data?.rows.find(({ parentId }) => parentId === null)?.id
  const navigate = useNavigate({ from: '/to-chuc' })
  const panel = useRef<HTMLDivElement>(null)
  const choose = async (id: number) => {
    await navigate({ search: (before) => ({ ...before, 'don-vi': id }), replace: true })
    panel.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' })
  }
  return (
    <>
      <PageHeader
        crumbs={[say.title]}
        title={say.title}
        says={
          units.data
            ? `${count(units.data.rows.length)} ${say.units} · ${day(asOf)} · ${say.says}`
            : day(asOf)
        }
        actions={
          <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
            {say.print}
          </Button>
        }
      />
      <div className="columns organisation">
        <Card title={say.tree}>
          <Answered answer={units} rows={16}>
            {({ rows }) => <UnitTree units={rows} chosen={chosen} onChoose={choose} />}
          </Answered>
        </Card>
        <div ref={panel} className="unit-side">
          {opened === undefined ? (
            <Card className="unit-panel">
              <EmptyState says={say.choose} />
            </Card>
          ) : (
            <UnitPanel id={opened} />
          )}
        </div>
      </div>
    </>
  )
}
