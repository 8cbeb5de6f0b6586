import { FileExcelOutlined } from '@ant-design/icons'
import { keepPreviousData } from '@tanstack/react-query'
import { Button } from 'antd'
import { addressOf, useAnswer } from '#web/lib/api.ts'
import { count, day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { DueFilters } from './DueFilters.tsx'
import { DueTable } from './DueTable.tsx'
import { useDueAddress } from './due-address.ts'
import { Months } from './Months.tsx'
import { Reminders } from './Reminders.tsx'
import { UnknownDue } from './UnknownDue.tsx'
import { dueWords } from './words.ts'

/** What must be done by when, for whom, by which clause; every filter is in the address. */
export function DuePage() {
  const say = useWords(dueWords)
  const { address, narrow, asked } = useDueAddress()
  const mayExport = useMay('due.export')
  const mayRemind = useMay('due.reminders')
  const due = useAnswer('GET /due', asked, { placeholderData: keepPreviousData })
  const period = due.data ? `${day(due.data.from)} – ${day(due.data.to)}` : ''
  return (
    <>
      <PageHeader
        crumbs={[say.title]}
        title={say.title}
        says={[due.data ? `${count(due.data.rows.length)} ${say.items}` : '', period, say.says]
          .filter(Boolean)
          .join(' · ')}
        actions={
          <>
            {mayRemind ? <Reminders /> : null}
            {mayExport ? (
              <Button
                icon={<FileExcelOutlined aria-hidden />}
                href={addressOf('GET /due/export', asked).address}
                download
              >
                {say.export}
              </Button>
            ) : null}
          </>
        }
      />
      <section className="card" aria-label={say.list}>
        <DueFilters kinds={due.data?.kinds ?? []} address={address} narrow={narrow} />
        <Answered answer={due} rows={12}>
          {({ rows, from, to }) =>
            rows.length === 0 ? (
              <EmptyState says={say.none} />
            ) : (
              <>
                <Months
                  rows={rows}
                  from={from}
                  to={to}
                  onPick={(picked) => narrow({ tu: picked, den: picked })}
                />
                <DueTable rows={rows} />
              </>
            )
          }
        </Answered>
      </section>
      {due.data && due.data.unknown.length > 0 ? (
        <Card title={say.unknown}>
          <UnknownDue rows={due.data.unknown} />
        </Card>
      ) : null}
    </>
  )
}
