import { Button } from 'antd'
import { useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { Board } from './Board.tsx'
import { usePeriodicAddress } from './periodic-address.ts'
import { Report } from './Report.tsx'
import { periodicWords } from './words.ts'

/** Who owes which report and who is late; one report, written and decided, when it is open. */
export function PeriodicReportsPage() {
  const say = useWords(periodicWords)
  const { asOf } = useAsOf()
  const { address, narrow } = usePeriodicAddress()
  const { 'bao-cao': report, ky: period, cua: unitId } = address
  const isOpen = report !== undefined && unitId !== undefined
  return (
    <>
      <PageHeader
        crumbs={[say.title]}
        title={say.title}
        says={`${day(asOf)} · ${say.says}`}
        actions={
          isOpen ? <Button onClick={() => narrow({ cua: undefined })}>{say.back}</Button> : null
        }
      />
      {isOpen ? <Opened asked={{ report, period, unitId, on: asOf }} /> : <Overview asOf={asOf} />}
    </>
  )
}

function Overview({ asOf }: { asOf: string }) {
  const say = useWords(periodicWords)
  const board = useAnswer('GET /periodic-reports', { asOf })
  return (
    <Answered answer={board} rows={12}>
      {({ rows }) =>
        rows.length === 0 ? (
          <Card>
            <EmptyState says={say.none} />
          </Card>
        ) : (
          <Board rows={rows} asOf={asOf} />
        )
      }
    </Answered>
  )
}

export interface AskedReport {
  report: string
  period: string | undefined
  unitId: number
  on: string
}

function Opened({ asked }: { asked: AskedReport }) {
  const one = useAnswer('GET /periodic-reports/one', asked)
  return (
    <Answered answer={one} rows={14}>
      {(found) => <Report found={found} asked={{ ...asked, period: found.content.period }} />}
    </Answered>
  )
}
