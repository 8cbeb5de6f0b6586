import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import type { ImportOutcome } from '#web/lib/shapes-of-imports.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { qualityWords } from './quality-words.ts'
import { UndoButton } from './UndoButton.tsx'
import { importWords } from './words.ts'

interface Props {
  outcome: ImportOutcome
  onAgain(): void
}

/** What was written, where it went, and the way back. */
export function Done({ outcome, onAgain }: Props) {
  const say = useWords(importWords)
  const words = useWords(qualityWords)
  const [undone, setUndone] = useState(false)
  const { accepted, unchanged, rejected, importId } = outcome
  return (
    <section className="card card-body outcome">
      <Notice
        tone={undone ? 'info' : 'met'}
        action={
          importId === null || undone ? null : (
            <UndoButton importId={importId} onUndone={() => setUndone(true)} />
          )
        }
      >
        <p>
          <b>
            {undone ? say.undone : say.done} {count(accepted)} {say.rows}
          </b>
          {unchanged > 0 ? ` · ${count(unchanged)} ${say.unchangedRows}` : ''}
          {outcome.updated > 0 ? ` · ${count(outcome.updated)} ${words.updated}` : ''}
          {rejected.length > 0 ? ` · ${count(rejected.length)} ${say.rejectedRows}` : ''}
        </p>
        {importId === null ? null : (
          <p className="second">
            {say.doneKept} {importId}.
          </p>
        )}
      </Notice>
      <div className="row" style={{ marginTop: 12 }}>
        <Button type="primary" onClick={onAgain}>
          {say.again}
        </Button>
        <Link to="/ho-so">{say.see}</Link>
      </div>
    </section>
  )
}
