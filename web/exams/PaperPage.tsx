import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { type Output, type Refused, useAnswer, useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { thisDevice } from './answer-queue.ts'
import { OverPaper } from './OverPaper.tsx'
import { ownExamWords } from './own-words.ts'
import { Questions } from './Questions.tsx'

export type OpenPaper = Output<'POST /own-exams/:id/open'>

/** One paper: written while its time runs, looked at afterwards. */
export function PaperPage() {
  const say = useWords(ownExamWords)
  const id = Number(useParams({ from: '/inside/bai-kiem-tra/$id' }).id)
  const own = useAnswer('GET /own-exams', {}, { staleTime: Number.POSITIVE_INFINITY })
  const [ended, setEnded] = useState<string>()
  return (
    <Answered answer={own}>
      {(papers) => {
        const paper = papers.find((one) => one.id === id)
        const writes = paper && (paper.state === 'open' || paper.state === 'running') && !ended
        return (
          <>
            <PageHeader
              crumbs={[
                <Link key="own" to="/bai-kiem-tra">
                  {say.title}
                </Link>,
              ]}
              title={paper?.name ?? say.title}
            />
            {ended ? (
              <Notice tone="info" action={<Link to="/bai-kiem-tra">{say.back}</Link>}>
                {ended}
              </Notice>
            ) : null}
            {writes ? <Writing id={id} onEnd={(says) => setEnded(says)} /> : null}
            {paper && !writes && !ended ? <OverPaper id={id} /> : null}
            {paper ? null : <Notice tone="remind">{say.none}</Notice>}
          </>
        )
      }}
    </Answered>
  )
}

function Writing({ id, onEnd }: { id: number; onEnd(says: string): void }) {
  const say = useWords(ownExamWords)
  const open = useCommand('POST /own-exams/:id/open')
  const takeOver = useCommand('POST /own-exams/:id/take-over')
  const [paper, setPaper] = useState<OpenPaper>()
  const [refused, setRefused] = useState<Refused>()
  const begin = (command: typeof open) =>
    command.mutate(
      { id, device: thisDevice() },
      {
        onSuccess: (answer) => {
          setRefused(undefined)
          setPaper(answer)
        },
        onError: setRefused,
      },
    )
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page is opened once.
  useEffect(() => begin(open), [id])
  if (refused)
    return (
      <Notice
        tone="stop"
        action={
          refused.kind === 'conflict' ? (
            <Button type="primary" loading={takeOver.isPending} onClick={() => begin(takeOver)}>
              {say.takeOver}
            </Button>
          ) : null
        }
      >
        {refused.message}
      </Notice>
    )
  if (!paper) return null
  return (
    <Questions
      key={paper.now}
      paper={paper}
      onEnd={onEnd}
      onRefused={(problem) => {
        setPaper(undefined)
        setRefused(problem)
      }}
    />
  )
}
