import { CopyOutlined, TableOutlined } from '@ant-design/icons'
import { App, Button, Checkbox, Popover } from 'antd'
import { useWords, wordsOf } from '#web/lib/language.ts'
import { asTabs, type Column } from './columns.ts'

const words = wordsOf(
  {
    copy: 'Chép bảng',
    copied: 'Đã chép. Mở Excel rồi dán (Ctrl+V).',
    blocked: 'Trình duyệt chưa cho chép. Hãy chọn bảng rồi bấm Ctrl+C.',
    columns: 'Cột',
    which: 'Cột hiện trong bảng',
  },
  {
    copy: 'Copy table',
    copied: 'Copied. Open Excel and paste (Ctrl+V).',
    blocked: 'The browser refused to copy. Select the table and press Ctrl+C.',
    columns: 'Columns',
    which: 'Columns shown',
  },
)

interface View<Row> {
  all: Column<Row>[]
  shown: Column<Row>[]
  chosen: string[]
  choose(keys: string[]): void
}

export function CopyButton<Row>({ table, rows }: { table: View<Row>; rows: Row[] }) {
  const say = useWords(words)
  const { message } = App.useApp()
  const copy = () =>
    navigator.clipboard.writeText(asTabs(table.shown, rows)).then(
      () => message.success(say.copied),
      () => message.warning(say.blocked),
    )
  return (
    <Button size="small" icon={<CopyOutlined aria-hidden />} onClick={copy} className="no-print">
      {say.copy}
    </Button>
  )
}

interface ColumnsProps<Row> {
  table: View<Row>
  size?: 'small' | 'medium'
}

export function ColumnsButton<Row>({ table, size = 'small' }: ColumnsProps<Row>) {
  const say = useWords(words)
  const content = (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <legend className="unseen">{say.which}</legend>
      <Checkbox.Group
        value={table.chosen}
        onChange={(keys) => table.choose(keys.map(String))}
        style={{ display: 'grid', gap: 6, maxHeight: 360, overflow: 'auto' }}
        options={table.all.map(({ key, title }) => ({ value: key, label: title }))}
      />
    </fieldset>
  )
  return (
    <Popover trigger="click" content={content} placement="bottomRight">
      <Button size={size} icon={<TableOutlined aria-hidden />} className="no-print">
        {say.columns}
      </Button>
    </Popover>
  )
}
