import { DownloadOutlined, EditOutlined, EyeOutlined, PrinterOutlined } from '@ant-design/icons'
import { useLanguage, useWords } from '#web/lib/language.ts'
import { ACTS } from './acts.ts'
import { logWords } from './words.ts'

const ICONS = {
  change: EditOutlined,
  view: EyeOutlined,
  export: DownloadOutlined,
  print: PrinterOutlined,
}

interface Entry {
  act: keyof typeof ICONS
  operation: string
  detail: string | null
}

/** What was done: an icon for the kind, the work in words, and what was said or read. */
export function EntryWords({ act, operation, detail }: Entry) {
  const say = useWords(logWords)
  const language = useLanguage()
  const Icon = ICONS[act]
  const kind = act === 'export' ? say.exportAct : say[act]
  return (
    <>
      <Icon className="third" aria-hidden />{' '}
      {ACTS[operation]?.[language] ?? `${kind}: ${operation}`}
      {detail ? (
        <>
          <br />
          <span className="small third">{detail}</span>
        </>
      ) : null}
    </>
  )
}

export function EntryActor({
  who,
  position,
  actor,
}: {
  who: string
  position: string | null
  actor: string
}) {
  return (
    <>
      {who || actor}
      <br />
      <span className="small third">{[position, actor].filter(Boolean).join(' · ')}</span>
    </>
  )
}
