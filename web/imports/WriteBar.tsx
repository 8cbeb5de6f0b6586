import { LockFilled } from '@ant-design/icons'
import { Button } from 'antd'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import type { ImportPreview } from '#web/lib/shapes-of-imports.ts'
import { FootBar } from '#web/ui/FootBar.tsx'
import { qualityWords } from './quality-words.ts'
import type { Import } from './use-import.ts'
import { importWords } from './words.ts'

/** What is ready, what is not, why, and the one button that writes. */
export function WriteBar({ work, preview }: { work: Import; preview: ImportPreview }) {
  const say = useWords(importWords)
  const words = useWords(qualityWords)
  const { read, ready, duplicates, blocked } = preview.counts
  const waits = preview.oldText?.confirmed === false
  const nothing = ready === 0 || waits
  const why = waits
    ? words.waitsForText
    : nothing
      ? read > blocked
        ? preview.differences.some(({ updatable }) => updatable)
          ? say.onlyDifferences
          : say.nothingNew
        : say.nothingReady
      : say.wholeUndo
  return (
    <FootBar>
      <div className="tallies">
        <span>
          <b>{count(ready)}</b> {say.ready}
        </span>
        <span>
          <b>{count(duplicates)}</b> {say.duplicates}
        </span>
        <span className={blocked > 0 ? 'blocked' : undefined}>
          <b>{count(blocked)}</b> {say.blocked}
        </span>
      </div>
      <p className="second" id="write-why">
        {why}
      </p>
      <Button
        type={nothing ? 'dashed' : 'primary'}
        disabled={nothing || work.working !== undefined}
        loading={work.working?.kind === 'write'}
        icon={nothing ? <LockFilled aria-hidden /> : undefined}
        aria-describedby="write-why"
        onClick={() => void work.write()}
      >
        {say.write} {count(ready)} {say.rows}
      </Button>
    </FootBar>
  )
}
