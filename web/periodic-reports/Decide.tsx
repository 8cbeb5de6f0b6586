import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { useTell } from '#web/lib/use-tell.ts'
import { Card } from '#web/ui/Card.tsx'
import type { AskedReport } from './PeriodicReportsPage.tsx'
import type { Found } from './Report.tsx'
import { periodicWords } from './words.ts'

interface Props {
  found: Found
  asked: AskedReport
  unsaved: boolean
}

/** The next step of a report, for whoever may take it. */
export function Decide(props: Props) {
  const { state, counts } = props.found
  const maySubmit = useMay('periodic_reports.submit')
  const mayDecide = useMay('periodic_reports.answer')
  if (counts === 'province' ? state === 'opened' : state === 'accepted')
    return mayDecide ? <Sign {...props} /> : null
  if (state === 'submitted') return mayDecide ? <Answer {...props} /> : null
  return maySubmit && state !== 'signed' && state !== 'accepted' ? <Submit {...props} /> : null
}

function Submit({ found, asked, unsaved }: Props) {
  const say = useWords(periodicWords)
  const tell = useTell()
  const submit = useCommand('POST /periodic-reports/submissions')
  const [documentNo, setDocumentNo] = useState('')
  return (
    <Card title={say.submit} className="no-print">
      <div className="card-body">
        {unsaved ? <p className="second">{say.unsaved}</p> : null}
        <div className="row" style={{ flexWrap: 'wrap' }}>
          <Input
            aria-label={say.documentNo}
            placeholder={say.documentNo}
            value={documentNo}
            onChange={({ target }) => setDocumentNo(target.value)}
            style={{ maxWidth: 260 }}
          />
          <Button
            type="primary"
            disabled={unsaved}
            loading={submit.isPending}
            onClick={() =>
              submit.mutate(
                { ...asked, version: found.version, ...(documentNo && { documentNo }) },
                tell(say.saved, say.submit),
              )
            }
          >
            {say.submit}
          </Button>
        </div>
      </div>
    </Card>
  )
}

function Answer({ found, asked }: Props) {
  const say = useWords(periodicWords)
  const tell = useTell()
  const answer = useCommand('POST /periodic-reports/answers')
  const [says, setSays] = useState('')
  const send = (accepted: boolean) =>
    answer.mutate(
      { ...asked, version: found.version, accepted, says },
      tell(say.saved, accepted ? say.accept : say.return),
    )
  return (
    <Card title={say.accept} className="no-print">
      <div className="card-body">
        <Input.TextArea
          rows={2}
          aria-label={say.reason}
          placeholder={say.reason}
          value={says}
          onChange={({ target }) => setSays(target.value)}
        />
        <div className="row" style={{ marginTop: 8 }}>
          <Button type="primary" loading={answer.isPending} onClick={() => send(true)}>
            {say.accept}
          </Button>
          <Button disabled={says.trim() === ''} onClick={() => send(false)}>
            {say.return}
          </Button>
        </div>
      </div>
    </Card>
  )
}

interface Signing {
  reportNo: string
  signer: string
}

function Sign({ found, asked, unsaved }: Props) {
  const say = useWords(periodicWords)
  const tell = useTell()
  const freeze = useCommand('POST /periodic-reports/signatures')
  const required = [{ required: true, message: say.required }]
  return (
    <Card title={say.sign} className="no-print">
      <Form<Signing>
        name="sign-periodic-report"
        layout="vertical"
        requiredMark={false}
        className="card-body"
        onFinish={(signing) =>
          freeze.mutate({ ...asked, version: found.version, ...signing }, tell(say.saved, say.sign))
        }
      >
        <p className="second">{unsaved ? say.unsaved : say.signSays}</p>
        <Form.Item name="reportNo" label={say.reportNo} rules={required}>
          <Input placeholder="215/BC-SNV" style={{ maxWidth: 260 }} />
        </Form.Item>
        <Form.Item name="signer" label={say.signer} rules={required}>
          <Input style={{ maxWidth: 420 }} />
        </Form.Item>
        <Button type="primary" htmlType="submit" disabled={unsaved} loading={freeze.isPending}>
          {say.sign}
        </Button>
      </Form>
    </Card>
  )
}
