import { App, Button } from 'antd'
import { useState } from 'react'
import { type Output, useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { useRefused } from '#web/lib/use-tell.ts'
import { Card } from '#web/ui/Card.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { AssignForm } from './AssignForm.tsx'
import { assignWords } from './assign-words.ts'
import { amount } from './figures.ts'
import { PasteProducts } from './PasteProducts.tsx'
import type { Sheet } from './shapes.ts'
import { evaluationWords } from './words.ts'

export type Batch = Pick<
  Output<'POST /evaluation-cycles/:cycleId/paste'>,
  'batchId' | 'products' | 'people'
>

/** Products for a unit in one go: pasted, by title, for everybody, or as in the period before. */
export function AssignTab({ sheet }: { sheet: Sheet }) {
  const [last, setLast] = useState<Batch>()
  const cycleId = sheet.cycle.id
  return (
    <>
      {last ? <Undo batch={last} onUndone={() => setLast(undefined)} /> : null}
      <div className="columns two-and-one">
        <PasteProducts cycleId={cycleId} onWritten={setLast} />
        <div>
          <AssignForm sheet={sheet} onWritten={setLast} />
          <Again cycleId={cycleId} onWritten={setLast} />
          <Assigned sheet={sheet} />
        </div>
      </div>
    </>
  )
}

function Undo({ batch, onUndone }: { batch: Batch; onUndone(): void }) {
  const say = useWords(assignWords)
  const { message } = App.useApp()
  const refused = useRefused()
  const undo = useCommand('DELETE /product-batches/:batchId')
  return (
    <div className="above">
      <Notice
        tone="met"
        action={
          <Button
            loading={undo.isPending}
            onClick={() =>
              undo.mutate(
                { batchId: batch.batchId },
                {
                  onSuccess: ({ removed }) => {
                    void message.success(say.undone(removed))
                    onUndone()
                  },
                  onError: refused(say.undo),
                },
              )
            }
          >
            {say.undo}
          </Button>
        }
      >
        {say.written(batch.products, batch.people)} {say.undoUntil}
      </Notice>
    </div>
  )
}

function Again({ cycleId, onWritten }: { cycleId: number; onWritten(batch: Batch): void }) {
  const say = useWords(assignWords)
  const all = useWords(evaluationWords)
  const refused = useRefused()
  const again = useCommand('POST /evaluation-cycles/:cycleId/products-again')
  return (
    <Card title={say.again}>
      <div className="card-body">
        <p className="second">{say.againSays}</p>
        <Button
          className="apart"
          loading={again.isPending}
          onClick={() =>
            again.mutate(
              { cycleId },
              {
                onSuccess: onWritten,
                onError: refused(all.title),
              },
            )
          }
        >
          {say.again}
        </Button>
      </div>
    </Card>
  )
}

/** How much everybody has been given: somebody without work stands out. */
function Assigned({ sheet }: { sheet: Sheet }) {
  const say = useWords(assignWords)
  const people = sheet.groups.flatMap((group) => group.people)
  return (
    <Card title={say.assignedNow}>
      <ul className="assigned card-body">
        {people.map(({ evaluationId, name, assigned }) => (
          <li key={evaluationId}>
            <span>{name}</span>
            <b className={assigned === 0 ? 'low' : undefined}>
              {assigned === 0 ? say.none : amount(assigned)}
            </b>
          </li>
        ))}
      </ul>
    </Card>
  )
}
