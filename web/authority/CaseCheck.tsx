import { useMutation } from '@tanstack/react-query'
import { Button, Form } from 'antd'
import { ask, type Input, type Output, type Refused } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { Card } from '#web/ui/Card.tsx'
import { ClauseChip } from '#web/ui/ClauseChip.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { kinshipWords } from './kinship-words.ts'
import { PersonSelect } from './PersonSelect.tsx'

type Asked = Input<'GET /authority/conflicts'>
type Said = Output<'GET /authority/conflicts'>

const DUTIES = [
  ['proposerId', 'proposer'],
  ['appraiserId', 'appraiser'],
  ['deciderId', 'decider'],
] as const

/** Before a case begins: who may not propose, appraise or decide it, and by which clause. */
export function CaseCheck() {
  const say = useWords(kinshipWords)
  const check = useMutation<Said, Refused, Asked>({
    gcTime: 0,
    mutationFn: (asked) => ask('GET /authority/conflicts', asked),
  })
  const required = [{ required: true, message: say.required }]
  return (
    <Card title={say.check}>
      <div className="card-body">
        <p className="second">{say.checkSays}</p>
        <Form<Asked>
          name="case-check"
          layout="vertical"
          requiredMark={false}
          className="case-check"
          onFinish={check.mutate}
        >
          <Form.Item name="candidateId" label={say.candidate} rules={required}>
            <PersonSelect label={say.candidate} />
          </Form.Item>
          {DUTIES.map(([name, word]) => (
            <Form.Item key={name} name={name} label={say[word]}>
              <PersonSelect label={say[word]} />
            </Form.Item>
          ))}
          <Button htmlType="submit" loading={check.isPending}>
            {say.ask}
          </Button>
        </Form>
        <div aria-live="polite">
          {check.error ? <Notice tone="stop">{check.error.message}</Notice> : null}
          {check.data ? <Answer said={check.data} /> : null}
        </div>
      </div>
    </Card>
  )
}

function Answer({ said: { says, violations } }: { said: Said }) {
  if (violations.length === 0) return <Notice tone="met">{says}</Notice>
  return (
    <Notice tone="stop">
      <b>{says}</b>
      <ul>
        {violations.map(({ says, clause }) => (
          <li key={says}>
            {says}{' '}
            <ClauseChip cite={clause}>
              <p>{clause}</p>
            </ClauseChip>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
