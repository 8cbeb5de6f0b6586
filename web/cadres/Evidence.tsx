import { FileDoneOutlined, InboxOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Button, Upload } from 'antd'
import { ask, type Output, type Refused } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { recordWords } from './record-words.ts'

export interface Sent {
  id: number
  name: string
}

interface Props {
  cadreId: number
  section: string
  /** The fact it proves, where it is attached at once. */
  rowId?: number
  value: Sent | undefined
  onChange(value: Sent | undefined): void
}

const titleOf = (fileName: string) => {
  const title = fileName.replace(/\.[^.]+$/, '').slice(0, 200)
  return title.length < 3 ? `Bản quét ${title}` : title
}

/** A scan dropped or picked is sent at once; what it proves names it when that is saved. */
export function Evidence({ cadreId, section, rowId, value, onChange }: Props) {
  const say = useWords(recordWords)
  const send = useMutation<Output<'POST /cadres/:id/documents'>, Refused, File>({
    mutationFn: (file) =>
      ask('POST /cadres/:id/documents', {
        id: cadreId,
        section: section as 'identity',
        title: titleOf(file.name),
        file,
        ...(rowId !== undefined && { rowId }),
      }),
    onSuccess: ({ documentId }, file) => onChange({ id: documentId, name: file.name }),
  })
  if (value)
    return (
      <p className="row">
        <FileDoneOutlined aria-hidden /> {say.sent}: {value.name}
        <Button size="small" onClick={() => onChange(undefined)}>
          {say.remove}
        </Button>
      </p>
    )
  return (
    <>
      <Upload.Dragger
        accept="application/pdf,image/jpeg,image/png"
        showUploadList={false}
        disabled={send.isPending}
        beforeUpload={(file) => {
          send.mutate(file)
          return false
        }}
      >
        <p className="second">
          <InboxOutlined aria-hidden /> {say.drop}
        </p>
      </Upload.Dragger>
      {send.error ? <Notice tone="stop">{send.error.message}</Notice> : null}
    </>
  )
}
