import { UndoOutlined } from '@ant-design/icons'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { usePhone } from '#web/lib/screen.ts'
import { useMe } from '#web/lib/session.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { AssignTab } from './AssignTab.tsx'
import { CalibrationTab } from './CalibrationTab.tsx'
import { CapBars } from './CapBars.tsx'
import { CycleTabs } from './CycleTabs.tsx'
import { MeetingTab } from './MeetingTab.tsx'
import { ResultsTab } from './ResultsTab.tsx'
import { ReviewCards } from './ReviewCards.tsx'
import { ReviewFoot } from './ReviewFoot.tsx'
import { ReviewGrid } from './ReviewGrid.tsx'
import { reviewWords } from './review-words.ts'
import { StepTag } from './StepTag.tsx'
import type { Sheet } from './shapes.ts'
import { UnitRating } from './UnitRating.tsx'
import { plainRows, useReview } from './use-review.ts'
import { evaluationWords } from './words.ts'

/** One unit in one period: the address says which, and the work of the cycle lies behind its tabs. */
export function UnitCyclePage() {
  const say = useWords(evaluationWords)
  const { ky, donvi } = useParams({ from: '/inside/danh-gia/$ky/$donvi' })
  const { 'quy-che': scheme } = useSearch({ from: '/inside/danh-gia/$ky/$donvi' })
  const board = useAnswer('GET /evaluation-cycles', { period: ky })
  return (
    <Answered answer={board} rows={12}>
      {({ rows }) => {
        const here = rows.filter(({ unitId }) => String(unitId) === donvi)
        const found = here.find((one) => one.scheme === scheme) ?? here[0]
        return found ? (
          <Found key={found.cycleId} cycleId={found.cycleId} />
        ) : (
          <EmptyState says={say.noneHere} action={<Link to="/danh-gia">{say.board}</Link>} />
        )
      }}
    </Answered>
  )
}

function Found({ cycleId }: { cycleId: number }) {
  const { asOf } = useAsOf()
  const sheet = useAnswer('GET /evaluation-cycles/:cycleId', { cycleId, asOf })
  return (
    <Answered answer={sheet} rows={12}>
      {(data) => <Opened sheet={data} />}
    </Answered>
  )
}

function Opened({ sheet }: { sheet: Sheet }) {
  const { cycle } = sheet
  const { phan = 'xet' } = useSearch({ from: '/inside/danh-gia/$ky/$donvi' })
  const review = useReview(sheet)
  return (
    <>
      <Heading sheet={sheet} review={review} />
      <CycleTabs cycle={cycle} />
      {phan === 'xet' ? <ReviewTab sheet={sheet} review={review} /> : null}
      {phan === 'giao' ? <AssignTab sheet={sheet} /> : null}
      {phan === 'hop' ? <MeetingTab cycle={cycle} /> : null}
      {phan === 'sua' ? <CalibrationTab sheet={sheet} /> : null}
      {phan === 'cong' ? <ResultsTab cycle={cycle} /> : null}
    </>
  )
}

interface Props {
  sheet: Sheet
  review: ReturnType<typeof useReview>
}

function Heading({ sheet, review }: Props) {
  const all = useWords(evaluationWords)
  const say = useWords(reviewWords)
  const navigate = useNavigate({ from: '/danh-gia/$ky/$donvi' })
  const { cycle, accepted, unrated, exceptions } = sheet
  const current = cycle.steps.find(({ step }) => step === cycle.step)
  const plain = plainRows(sheet).length
  const name = `${say.evaluate} ${cycle.periodLabel}: ${cycle.unitName}`
  return (
    <PageHeader
      crumbs={[
        <Link key="board" to="/danh-gia">
          {all.title}
        </Link>,
        cycle.agencyName,
        cycle.unitName,
      ].filter((crumb) => crumb !== null)}
      tab={name}
      title={
        <>
          {name}{' '}
          {cycle.closedOn ? (
            <StepTag state="done" label={`${say.closedOn} ${day(cycle.closedOn)}`} />
          ) : (
            <StepTag
              state={current?.state ?? 'waiting'}
              label={cycle.stepLabel}
              daysLeft={cycle.daysLeft}
            />
          )}
        </>
      }
      says={`${accepted + unrated} ${say.people} · ${cycle.schemeLabel} · ${say.scored} · ${say.toLook(exceptions)}`}
      actions={
        review.may ? (
          <>
            <Button
              className="only-desk"
              onClick={() => navigate({ search: (before) => ({ ...before, phan: 'giao' }) })}
            >
              {say.tabs.giao}
            </Button>
            <Button
              className="only-desk accept"
              disabled={plain === 0 || review.busy}
              onClick={review.acceptAll}
            >
              {plain > 0 ? say.acceptAll(plain) : say.accepted(accepted, accepted + unrated)}
            </Button>
            <Button
              icon={<UndoOutlined aria-hidden />}
              disabled={review.busy}
              onClick={review.undo}
            >
              {say.undo}
            </Button>
          </>
        ) : null
      }
    />
  )
}

function ReviewTab({ sheet, review }: Props) {
  const phone = usePhone()
  const me = useMe()
  return (
    <>
      {phone ? null : <CapBars sheet={sheet} />}
      {phone ? <ReviewCards sheet={sheet} review={review} /> : null}
      {me.cadreId === null ? <UnitRating cycle={sheet.cycle} /> : null}
      {phone ? null : <ReviewGrid sheet={sheet} review={review} />}
      <ReviewFoot sheet={sheet} review={review} />
    </>
  )
}
