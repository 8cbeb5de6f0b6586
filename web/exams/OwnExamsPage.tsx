import { Link } from '@tanstack/react-router'
import { type Output, useAnswer } from '#web/lib/api.ts'
import { count, day, plainPercent } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { StateTag, type Tone } from '#web/ui/StateTag.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { ownExamWords } from './own-words.ts'

type Own = Output<'GET /own-exams'>[number]
const TONES: Record<Own['state'], Tone> = {
  to_come: 'plain',
  open: 'info',
  running: 'remind',
  to_mark: 'due',
  marked: 'met',
  missed: 'not_met',
}

/** What waits for the person who reads, and what came of it. */
export function OwnExamsPage() {
  const say = useWords(ownExamWords)
  const own = useAnswer('GET /own-exams', {})
  return (
    <>
      <PageHeader crumbs={[say.title]} title={say.title} says={say.says} />
      <Answered answer={own}>
        {(papers) =>
          papers.length === 0 ? (
            <Card>
              <EmptyState says={say.none} />
            </Card>
          ) : (
            papers.map((paper) => <OwnExam key={paper.id} paper={paper} />)
          )
        }
      </Answered>
    </>
  )
}

function OwnExam({ paper }: { paper: Own }) {
  const say = useWords(ownExamWords)
  const { state, passed } = paper
  const tone = passed === null ? TONES[state] : passed ? 'met' : 'not_met'
  const word = passed === null ? say[state] : passed ? say.passed : say.failed
  const goes = state === 'open' || state === 'running'
  return (
    <Card title={paper.name} aside={<StateTag tone={tone}>{word}</StateTag>}>
      <div className="card-body exam-own">
        <p>
          {say.from} {day(paper.opensOn)} {say.to} {day(paper.closesOn)} · {count(paper.questions)}{' '}
          {say.questions}, {count(paper.minutes)} {say.minutes}, {say.pass}{' '}
          {plainPercent(paper.passShare)}
        </p>
        <p className="third">{paper.basis}</p>
        {paper.score === null ? null : (
          <p>
            <b className="exam-score">{count(paper.score)}</b> / {count(paper.maxScore)}
          </p>
        )}
        {goes ? <p className="second">{say.rules}</p> : null}
        {goes || state === 'to_mark' || state === 'marked' ? (
          <Link
            className={goes ? 'exam-go' : ''}
            to="/bai-kiem-tra/$id"
            params={{ id: String(paper.id) }}
          >
            {goes ? (state === 'open' ? say.start : say.resume) : say.review}
          </Link>
        ) : null}
      </div>
    </Card>
  )
}
