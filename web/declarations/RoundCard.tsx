import { App, Button } from 'antd'
import { useCommand } from '#web/lib/api.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import type { Round } from '#web/lib/shapes-of-record.ts'
import { Card } from '#web/ui/Card.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { StateTag } from '#web/ui/StateTag.tsx'
import { declarationWords } from './words.ts'

/** The running round, and the one press that answers it when nothing changed. */
export function RoundCard({ round }: { round: Round }) {
  const say = useWords(declarationWords)
  const { message } = App.useApp()
  const confirm = useCommand('POST /supplements/:roundId/no-change')
  return (
    <Card title={`${say.round} ${round.year}`} aside={`${say.deadline} ${day(round.deadline)}`}>
      <div className="card-body stackup">
        <p>
          <span className="third">{say.check}:</span>{' '}
          {round.sections.map(({ label }) => label).join('; ')}
        </p>
        {round.ownAnswer === 'no_change' ? (
          <p>
            <StateTag tone="met">{say.noChangeDone}</StateTag>
          </p>
        ) : null}
        {round.ownAnswer === 'declared' ? (
          <p>
            <StateTag tone="met">{say.declaredDone}</StateTag>
          </p>
        ) : null}
        {round.ownAnswer === 'none' ? (
          <Button
            block
            loading={confirm.isPending}
            onClick={() =>
              confirm.mutate(
                { roundId: round.id },
                { onSuccess: () => void message.success(say.noChangeDone) },
              )
            }
          >
            {say.noChange}
          </Button>
        ) : null}
        <p className="small third">{say.declareBelow}</p>
        {confirm.error ? <Notice tone="stop">{confirm.error.message}</Notice> : null}
      </div>
    </Card>
  )
}
