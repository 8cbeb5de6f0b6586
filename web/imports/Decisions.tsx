import { Button, Checkbox } from 'antd'
import { useWords } from '#web/lib/language.ts'
import { Card } from '#web/ui/Card.tsx'
import { qualityWords } from './quality-words.ts'
import type { Decided, Import } from './use-import.ts'

/** What was decided for this file: kept for the next one or not, and taken back. */
export function Decisions({ work }: { work: Import }) {
  const say = useWords(qualityWords)
  const { decisions } = work.choice
  if (decisions.length === 0) return null
  const change = (decided: Decided, next: Decided[]) =>
    work.change({ decisions: decisions.flatMap((own) => (own === decided ? next : [own])) })
  return (
    <Card title={say.decisions} aside={say.decisionsSays}>
      <ul className="card-body plain-list">
        {decisions.map((decided) => (
          <li key={`${decided.field} ${decided.text} ${decided.at ?? ''}`}>
            “{decided.text}” → <b>{decided.label}</b>
            {decided.at || decided.to === 'new' ? null : (
              <Checkbox
                checked={decided.remember}
                onChange={({ target }) =>
                  change(decided, [{ ...decided, remember: target.checked }])
                }
              >
                {say.remember}
              </Checkbox>
            )}
            <Button size="small" type="link" onClick={() => change(decided, [])}>
              {say.takeBack}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
