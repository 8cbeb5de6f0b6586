import { useMutation } from '@tanstack/react-query'
import { App, Button, Popconfirm, Upload } from 'antd'
import { useState } from 'react'
import {
  addressOf,
  askFile,
  type Output,
  type Refused,
  useAnswer,
  useCommand,
} from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { UnitSelect } from '#web/organisation/UnitSelect.tsx'
import { Card } from '#web/ui/Card.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { PaperTags } from './PaperTags.tsx'
import { paperWords } from './paper-words.ts'
import { saveFile } from './save-file.ts'

type Paper = Output<'GET /papers'>[number]

/** The short list of a unit, and the Word templates behind the papers of a person. */
export function Papers() {
  const say = useWords(paperWords)
  const papers = useAnswer('GET /papers', {})
  const mayList = useMay('reports.short_list')
  const [tags, setTags] = useState(false)
  return (
    <>
      {mayList ? <ShortList /> : null}
      <Card
        title={say.papers}
        aside={
          <Button type="link" onClick={() => setTags(true)}>
            {say.tags}
          </Button>
        }
      >
        <p className="form-about">{say.papersSay}</p>
        <Answered answer={papers} rows={5}>
          {(list) => (
            <ScrollBox label={say.papers}>
              <table>
                <thead>
                  <tr>
                    {[say.paper, say.basis, say.template, ''].map((head) => (
                      <th key={head} scope="col">
                        {head}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {list.map((paper) => (
                    <Row key={paper.paper} paper={paper} />
                  ))}
                </tbody>
              </table>
            </ScrollBox>
          )}
        </Answered>
        <PaperTags open={tags} onClose={() => setTags(false)} />
      </Card>
    </>
  )
}

function Row({ paper: { paper, name, cite, template } }: { paper: Paper }) {
  const say = useWords(paperWords)
  const maySet = useMay('reports.set_template')
  const { message } = App.useApp()
  const set = useCommand('POST /papers/:paper/template')
  const reset = useCommand('POST /papers/:paper/template/reset')
  const problem = set.error ?? reset.error
  return (
    <tr>
      <td>{name}</td>
      <td>{cite}</td>
      <td>
        {template ? `${say.ownTemplate}: ${template.fileName} (${day(template.at)})` : say.shared}
        {problem ? <Notice tone="stop">{problem.message}</Notice> : null}
      </td>
      <td className="nowrap">
        <Button
          type="link"
          href={addressOf('GET /papers/:paper/template', { paper }).address}
          download
        >
          {say.getTemplate}
        </Button>
        {maySet ? (
          <Upload
            accept=".docx"
            showUploadList={false}
            beforeUpload={(file) => {
              reset.reset()
              set.mutate({ paper, file }, { onSuccess: () => void message.success(say.set) })
              return false
            }}
          >
            <Button type="link" loading={set.isPending}>
              {say.setTemplate}
            </Button>
          </Upload>
        ) : null}
        {maySet && template ? (
          <Popconfirm
            title={say.resetAsk}
            okText={say.reset}
            cancelText={say.close}
            onConfirm={() => {
              set.reset()
              reset.mutate({ paper }, { onSuccess: () => void message.success(say.wasReset) })
            }}
          >
            <Button type="link">{say.reset}</Button>
          </Popconfirm>
        ) : null}
      </td>
    </tr>
  )
}

function ShortList() {
  const say = useWords(paperWords)
  const { asOf } = useAsOf()
  const [unitId, setUnitId] = useState<number>()
  const make = useMutation<Blob, Refused, 'docx' | 'xlsx' | 'pdf'>({
    gcTime: 0,
    mutationFn: (format) =>
      askFile('POST /papers/short-list', { format, asOf, ...(unitId !== undefined && { unitId }) }),
    onSuccess: (file, format) => saveFile(file, `${say.shortList} ${asOf}.${format}`),
  })
  return (
    <Card title={say.shortList}>
      <div className="filters no-print">
        <UnitSelect label={say.unit} value={unitId} onChange={setUnitId} />
        {(['docx', 'xlsx', 'pdf'] as const).map((format) => (
          <Button
            key={format}
            disabled={unitId === undefined}
            loading={make.isPending && make.variables === format}
            onClick={() => make.mutate(format)}
          >
            {say[format]}
          </Button>
        ))}
        {unitId === undefined ? <span className="second">{say.wholeScope}</span> : null}
      </div>
      {make.error ? (
        <div className="card-body">
          <Notice tone="stop">{make.error.message}</Notice>
        </div>
      ) : null}
    </Card>
  )
}
