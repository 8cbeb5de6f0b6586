import { App, Button, Select } from 'antd'
import { useState } from 'react'
import { DIFFICULTIES, KINDS } from '#server/exams/words.ts'
import { type Output, useAnswer, useCommand } from '#web/lib/api.ts'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { useRefused } from '#web/lib/use-tell.ts'
import { Card } from '#web/ui/Card.tsx'
import { type Column, useTable } from '#web/ui/columns.ts'
import { DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { ImportQuestions } from './ImportQuestions.tsx'
import { Supersede } from './Supersede.tsx'
import { examWords } from './words.ts'

type Answer = Output<'GET /exams/bank'>
export type Question = Answer['questions'][number]

/** What may be asked, with what is right and where it stands. */
export function Bank() {
  const say = useWords(examWords)
  const bank = useAnswer('GET /exams/bank', {})
  const mayChange = useMay('exams.import_questions')
  return (
    <>
      {mayChange ? <ImportQuestions /> : null}
      <Card title={say.bank} aside={count(bank.data?.questions.length)}>
        <Answered answer={bank}>
          {(answer) =>
            answer.questions.length === 0 ? (
              <EmptyState says={say.emptyBank} />
            ) : (
              <Listing {...answer} mayChange={mayChange} />
            )
          }
        </Answered>
      </Card>
    </>
  )
}

function Listing({ topics, questions, mayChange }: Answer & { mayChange: boolean }) {
  const say = useWords(examWords)
  const [topic, setTopic] = useState(0)
  const [changing, setChanging] = useState<Question>()
  const names = new Map(topics.map(({ id, field, name }) => [id, `${field}: ${name}`]))
  const shown = questions.filter(({ topicId }) => topic === 0 || topicId === topic)
  const columns: Column<Question>[] = [
    {
      key: 'stem',
      title: say.question,
      value: ({ stem }) => stem,
      cell: (row) => <Asked row={row} />,
    },
    {
      key: 'difficulty',
      title: say.difficulty,
      nowrap: true,
      value: ({ difficulty }) => DIFFICULTIES[difficulty].label,
      cell: ({ difficulty }) => DIFFICULTIES[difficulty].label,
    },
    {
      key: 'kind',
      title: say.kind,
      nowrap: true,
      value: ({ kind }) => KINDS[kind].label,
      cell: ({ kind }) => KINDS[kind].label,
    },
    {
      key: 'clause',
      title: say.clause,
      value: ({ clause }) => clause,
      cell: ({ clause }) => clause,
    },
    {
      key: 'used',
      title: say.used,
      align: 'right',
      value: ({ used }) => used,
      cell: ({ used }) => count(used),
    },
    {
      key: 'version',
      title: say.version,
      align: 'right',
      value: ({ version }) => version,
      cell: ({ version }) => version,
    },
    {
      key: 'act',
      title: '',
      cell: (row) => (mayChange ? <Acts row={row} onReplace={() => setChanging(row)} /> : null),
    },
  ]
  const table = useTable('exam-bank', columns, shown)
  return (
    <>
      <div className="filters no-print">
        <Select
          aria-label={say.topic}
          style={{ width: 420, maxWidth: '100%' }}
          value={topic}
          onChange={setTopic}
          options={[
            { value: 0, label: say.all },
            ...topics.map(({ id }) => ({ value: id, label: names.get(id) })),
          ]}
        />
      </div>
      <DataTable
        label={say.bank}
        table={table}
        rowKey={({ id }) => id}
        groupOf={({ topicId }) => names.get(topicId) ?? ''}
      />
      {changing ? <Supersede question={changing} onClose={() => setChanging(undefined)} /> : null}
    </>
  )
}

function Asked({ row: { stem, options, correct, guide } }: { row: Question }) {
  const say = useWords(examWords)
  const right = guide ?? correct.map((no) => options[no - 1]).join('; ')
  return (
    <>
      {stem}
      <br />
      <span className="small third">
        {say.key}: {right}
      </span>
    </>
  )
}

function Acts({ row, onReplace }: { row: Question; onReplace(): void }) {
  const say = useWords(examWords)
  const { modal } = App.useApp()
  const retire = useCommand('POST /exams/questions/:id/retire')
  const refused = useRefused()(say.retire)
  return (
    <>
      <Button size="small" type="link" onClick={onReplace}>
        {say.replace}
      </Button>
      <Button
        size="small"
        type="link"
        onClick={() =>
          modal.confirm({
            title: say.retire,
            content: row.stem,
            okText: say.retire,
            onOk: () => retire.mutate({ id: row.id }, { onError: refused }),
          })
        }
      >
        {say.retire}
      </Button>
    </>
  )
}
