import { CheckCircleFilled, CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { ask, useAnswer } from '#web/lib/api.ts'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { BulletBar } from '#web/ui/BulletBar.tsx'
import type { Import, Working } from './use-import.ts'
import { importWords } from './words.ts'

/** Where the import is, and while it works how far it has come. */
export function Steps({ work }: { work: Import }) {
  const say = useWords(importWords)
  const { file, preview, outcome, working } = work
  const now = outcome ? 4 : working?.kind === 'write' ? 3 : preview ? 2 : file ? 1 : 0
  const mapped = preview?.columns.filter(({ field }) => field !== null).length
  const steps = [
    [say.stepFile, ''],
    [say.stepMap, mapped === undefined ? '' : `${count(mapped)} ${say.columns}`],
    [say.stepCheck, ''],
    [say.stepWrite, ''],
  ] as const
  return (
    <section className="card steps" aria-label={say.title}>
      <ol>
        {steps.map(([label, says], index) => (
          <li
            key={label}
            className={index < now ? 'done' : index === now ? 'now' : undefined}
            aria-current={index === now ? 'step' : undefined}
          >
            {index < now ? <CheckCircleFilled aria-hidden /> : <b aria-hidden>{index + 1}</b>}
            <span>
              {label} {says ? <small className="second">{says}</small> : null}
            </span>
          </li>
        ))}
      </ol>
      {working ? <Progress working={working} /> : null}
    </section>
  )
}

function Progress({ working: { ticket, kind } }: { working: Working }) {
  const say = useWords(importWords)
  const progress = useAnswer(
    'GET /imports/progress/:ticket',
    { ticket },
    { refetchInterval: 400, retry: true, gcTime: 0 },
  )
  const { done = 0, total = 0, stageLabel = say.working, stage } = progress.data ?? {}
  const words = `${stageLabel} ${total > 0 ? `${count(done)} / ${count(total)}` : ''}`
  return (
    <div className="progress" role="status">
      <div>
        <p>{words}</p>
        <BulletBar tone="info" share={total > 0 ? done / total : 0} thin label={words} />
      </div>
      {kind === 'preview' || stage !== 'writing' ? (
        <Button
          icon={<CloseOutlined aria-hidden />}
          onClick={() => void ask('DELETE /imports/progress/:ticket', { ticket }).catch(() => null)}
        >
          {say.stop}
        </Button>
      ) : null}
    </div>
  )
}
