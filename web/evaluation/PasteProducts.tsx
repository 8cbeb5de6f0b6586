import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { type Output, useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { useRefused } from '#web/lib/use-tell.ts'
import { Card } from '#web/ui/Card.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import type { Batch } from './AssignTab.tsx'
import { assignWords } from './assign-words.ts'

type Preview = Output<'POST /evaluation-cycles/:cycleId/paste-preview'>

interface Props {
  cycleId: number
  onWritten(batch: Batch): void
}

/** A table from Excel: what each cell becomes is seen before anything is written. */
export function PasteProducts({ cycleId, onWritten }: Props) {
  const say = useWords(assignWords)
  const [text, setText] = useState('')
  const [preview, setPreview] = useState<Preview>()
  const [leaveOut, setLeaveOut] = useState(false)
  const look = useCommand('POST /evaluation-cycles/:cycleId/paste-preview')
  const write = useCommand('POST /evaluation-cycles/:cycleId/paste')
  const refused = useRefused()(say.paste)
  const show = (pasted: string) =>
    look.mutate({ cycleId, text: pasted }, { onSuccess: setPreview, onError: refused })
  const save = () =>
    write.mutate(
      { cycleId, text, leaveOut },
      {
        onSuccess: (batch) => {
          setText('')
          setPreview(undefined)
          onWritten(batch)
        },
        onError: refused,
      },
    )
  const stops = preview !== undefined && preview.problems > 0 && !leaveOut
  return (
    <Card title={say.paste}>
      <div className="card-body">
        <p className="second">{say.pasteSays}</p>
        <Input.TextArea
          aria-label={say.pasteHere}
          placeholder={say.pasteHere}
          rows={preview ? 3 : 8}
          value={text}
          onChange={({ target }) => {
            setText(target.value)
            setPreview(undefined)
          }}
          onPaste={({ clipboardData }) => {
            const pasted = clipboardData.getData('text')
            if (text === '' && pasted.includes('\t')) show(pasted)
          }}
        />
        <div className="row apart">
          <Button disabled={!text.trim()} loading={look.isPending} onClick={() => show(text)}>
            {say.preview}
          </Button>
          {preview ? (
            <Button
              type="primary"
              disabled={stops || preview.ready === 0}
              loading={write.isPending}
              onClick={save}
            >
              {say.write(preview.ready)}
            </Button>
          ) : null}
          {preview && preview.problems > 0 ? (
            <Checkbox checked={leaveOut} onChange={({ target }) => setLeaveOut(target.checked)}>
              {say.leaveOut(preview.problems)}
            </Checkbox>
          ) : null}
        </div>
        {preview ? (
          <Notice tone={preview.problems > 0 ? 'remind' : 'met'}>
            {say.ready(preview.ready, preview.problems)}
          </Notice>
        ) : null}
      </div>
      {preview ? <Rows preview={preview} /> : null}
    </Card>
  )
}

function Rows({ preview: { columns, rows } }: { preview: Preview }) {
  const say = useWords(assignWords)
  const shown = columns.flatMap(({ heading, field }) => (field ? [{ heading, field }] : []))
  const unused = columns.filter(({ field }) => field === null).map(({ heading }) => heading)
  return (
    <>
      <ScrollBox label={say.preview}>
        <table className="pasted">
          <thead>
            <tr>
              <th scope="col">{say.line}</th>
              {shown.map(({ heading, field }) => (
                <th key={field} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, cells, ready }) => (
              <tr key={line} className={ready ? undefined : 'exceptional'}>
                <td>{line}</td>
                {shown.map(({ field }) => (
                  <td key={field}>
                    {cells[field]?.text}
                    {cells[field]?.problem ? (
                      <div className="small low">{cells[field].problem}</div>
                    ) : null}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {unused.length > 0 ? (
        <p className="card-body small second">
          {say.unknown}: {unused.join(', ')}
        </p>
      ) : null}
    </>
  )
}
