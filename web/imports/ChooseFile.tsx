import { FileExcelOutlined } from '@ant-design/icons'
import { Upload } from 'antd'
import { useWords } from '#web/lib/language.ts'
import { importWords } from './words.ts'

export function ChooseFile({ onFile }: { onFile: (file: File) => void }) {
  const say = useWords(importWords)
  return (
    <section className="card choose-file" aria-label={say.chooseTitle}>
      <Upload.Dragger
        accept=".xlsx"
        multiple={false}
        showUploadList={false}
        beforeUpload={(file) => {
          onFile(file)
          return false
        }}
      >
        <FileExcelOutlined aria-hidden className="choose-mark" />
        <p>
          <b>{say.choose}</b>
        </p>
        <p className="second">{say.chooseSays}</p>
      </Upload.Dragger>
    </section>
  )
}
