import { FileExcelOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { addressOf, type Input } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { resultWords } from './result-words.ts'

type Form = Input<'GET /evaluation-cycles/:cycleId/form'>['form']

interface Props {
  cycleId: number
  forms: readonly Form[]
  /** Of a self-assessment: whose. */
  evaluationId?: number
}

/** Papers of the cycle as Excel, filled from what is on screen. */
export function Papers({ cycleId, forms, evaluationId }: Props) {
  const { papers } = useWords(resultWords)
  if (!useMay('evaluation.form')) return null
  return (
    <span className="papers no-print">
      {forms.map((form) => (
        <Button
          key={form}
          size="small"
          icon={<FileExcelOutlined aria-hidden />}
          href={
            addressOf('GET /evaluation-cycles/:cycleId/form', { cycleId, form, evaluationId })
              .address
          }
          download
        >
          {papers[form]}
        </Button>
      ))}
    </span>
  )
}
