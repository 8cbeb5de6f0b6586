import { App, Button, Input, Upload } from 'antd'
import { useState } from 'react'
import { DIFFICULTIES, KINDS } from '#server/exams/words.ts'
import { type Output, useCommand } from '#web/lib/api.ts'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useRefused } from '#web/lib/use-tell.ts'
import { Card } from '#web/ui/Card.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { examWords } from './words.ts'

type Preview = Output<'POST /exams/bank/preview'>

/** A workbook, or a table pasted from one: looked at cell by cell, then written. */
export function ImportQuestions() {
  const say = useWords(examWords)
  const { message } = App.useApp()
  const look = useCommand('POST /exams/bank/preview')
  const write = useCommand('POST /exams/bank')
  const [pasted, setPasted] = useState('')
  const [seen, setSeen] = useState<{ file: File; preview: Preview }>()
  const refused = useRefused()(say.import)
  const open = (file: File) =>
    look.mutate({ file }, { onSuccess: (preview) => setSeen({ file, preview }), onError: refused })
  const save = (file: File) =>
    write.mutate(
      { file, skip: 'true' },
      {
        onSuccess: ({ added }) => {
          void message.success(`${say.added} ${added}`)
          setSeen(undefined)
          setPasted('')
        },
        onError: refused,
      },
    )
  const wrong = seen ? seen.preview.rows.length - seen.preview.good : 0
  return (
    <Card title={say.import}>
      <div className="exam-paste">
        <p className="second">{say.importSays}</p>
        <Upload
          accept=".xlsx"
          showUploadList={false}
          beforeUpload={(file) => {
            open(file)
            return false
          }}
        >
          <Button>{say.choose}</Button>
        </Upload>
        <Input.TextArea
          aria-label={say.paste}
          placeholder={say.paste}
          rows={3}
          value={pasted}
          onChange={(event) => setPasted(event.target.value)}
        />
        <div>
          <Button
            disabled={!pasted.trim()}
            loading={look.isPending}
            onClick={() => open(new File([pasted], 'bang-dan.txt', { type: 'text/plain' }))}
          >
            {say.look}
          </Button>
        </div>
        {seen ? (
          <>
            {wrong > 0 ? (
              <Notice tone="remind">
                {count(wrong)} {say.wrongRows}
              </Notice>
            ) : null}
            <Rows rows={seen.preview.rows} />
            <div>
              <Button
                type="primary"
                disabled={seen.preview.good === 0}
                loading={write.isPending}
                onClick={() => save(seen.file)}
              >
                {say.write} {count(seen.preview.good)} {say.questions}
                {wrong > 0 ? `, ${say.leave} ${count(wrong)}` : ''}
              </Button>
            </div>
          </>
        ) : null}
      </div>
    </Card>
  )
}

function Rows({ rows }: { rows: Preview['rows'] }) {
  const say = useWords(examWords)
  return (
    <ScrollBox label={say.look}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.row}</th>
            <th scope="col">{say.question}</th>
            <th scope="col">{say.topic}</th>
            <th scope="col">{say.kind}</th>
            <th scope="col">{say.key}</th>
            <th scope="col">{say.clause}</th>
            <th scope="col">{say.problems}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.row} className={row.problems.length > 0 ? 'exam-bad' : undefined}>
              <td>{row.row}</td>
              <td>{row.stem}</td>
              <td>
                {row.topic}
                <br />
                <span className="small third">{DIFFICULTIES[row.difficulty].label}</span>
              </td>
              <td>{KINDS[row.kind].label}</td>
              <td>{row.guide ?? row.correct.map((no) => row.options[no - 1]).join('; ')}</td>
              <td>{row.clause}</td>
              <td>
                {row.problems.map(({ cell, says }) => (
                  <p key={cell + says}>
                    <b>{cell}</b>: {says}
                  </p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
