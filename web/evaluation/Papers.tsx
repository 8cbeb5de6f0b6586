import { FileExcelOutlined, FileWordOutlined } from '@ant-design/icons'
import { Button, Space } from 'antd'
import { addressOf, type Input } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { resultWords } from './result-words.ts'

type Asked = Input<'GET /evaluation-cycles/:cycleId/form'>
type Form = Asked['form']

interface Props {
  cycleId: number
  forms: readonly Form[]
  /** Of a self-assessment: whose. */
  evaluationId?: number
}

/** Papers of the cycle, filled from what is on screen: Word to sign, Excel to count on. */
export function Papers({ cycleId, forms, evaluationId }: Props) {
  if (!useMay('evaluation.form')) return null
  return (
    <span className="papers no-print">
      {forms.map((form) => (
        <Paper
          key={form}
          form={form}
          addressAs={(format) =>
            addressOf('GET /evaluation-cycles/:cycleId/form', {
              ...{ cycleId, form, evaluationId, format },
            }).address
          }
        />
      ))}
    </span>
  )
}

/** The own self-assessment, for the person to sign. */
export function OwnPaper({ evaluationId }: { evaluationId: number }) {
  if (!useMay('evaluation.own_form')) return null
  return (
    <span className="papers no-print">
      <Paper
        form="self"
        addressAs={(format) =>
          addressOf('GET /own-evaluations/:evaluationId/form', { evaluationId, format }).address
        }
      />
    </span>
  )
}

interface PaperProps {
  form: Form
  addressAs(format: NonNullable<Asked['format']>): string
}

function Paper({ form, addressAs }: PaperProps) {
  const { papers } = useWords(resultWords)
  return (
    <Space.Compact>
      <Button
        size="small"
        icon={<FileWordOutlined aria-hidden />}
        href={addressAs('docx')}
        download
      >
        {papers[form]}
      </Button>
      <Button
        size="small"
        icon={<FileExcelOutlined aria-hidden />}
        aria-label={`${papers[form]} (Excel)`}
        title={`${papers[form]} (Excel)`}
        href={addressAs('xlsx')}
        download
      />
    </Space.Compact>
  )
}
