import { PlusOutlined } from '@ant-design/icons'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { StateTag, type Tone } from '#web/ui/StateTag.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { EffectView } from './EffectView.tsx'
import { PlanEditor } from './PlanEditor.tsx'
import type { StoredPlan } from './shapes.ts'
import { UndoForm } from './UndoForm.tsx'
import { planWords } from './words.ts'

/** Plans beside the one that is open; which one is in the address. */
export function PlansPage() {
  const say = useWords(planWords)
  const { asOf } = useAsOf()
  const { mo: open } = useSearch({ from: '/inside/sap-xep' })
  const navigate = useNavigate({ from: '/sap-xep' })
  const mayDecide = useMay('reorganisations.prepare')
  const plans = useAnswer('GET /reorganisations', {})
  const show = (mo: number | 'moi' | undefined) =>
    void navigate({ search: (before) => ({ ...before, mo }), replace: true })
  const shown = open ?? plans.data?.rows[0]?.id
  return (
    <>
      <PageHeader
        crumbs={[say.title]}
        title={say.title}
        says={say.says}
        actions={
          mayDecide ? (
            <Button icon={<PlusOutlined aria-hidden />} onClick={() => show('moi')}>
              {say.add}
            </Button>
          ) : null
        }
      />
      <div className="columns plans">
        <Card title={say.list}>
          <Answered answer={plans}>
            {({ rows }) =>
              rows.length === 0 ? (
                <EmptyState says={say.none} />
              ) : (
                <ul className="plan-list">
                  {rows.map((row) => (
                    <li key={row.id} aria-current={shown === row.id ? 'true' : undefined}>
                      <Button type="link" onClick={() => show(row.id)}>
                        {row.title}
                      </Button>
                      <span className="small second">
                        {day(row.effective_on)} {row.decisionNo ? `· ${row.decisionNo}` : ''}
                      </span>
                      <State state={row.state} />
                    </li>
                  ))}
                </ul>
              )
            }
          </Answered>
        </Card>
        <div>
          {shown === 'moi' ? (
            <PlanEditor key="moi" plan={undefined} asOf={asOf} onOpen={show} />
          ) : shown ? (
            <OpenPlan id={shown} onOpen={show} />
          ) : null}
        </div>
      </div>
    </>
  )
}

function OpenPlan({ id, onOpen }: { id: number; onOpen(id: number | undefined): void }) {
  const { asOf } = useAsOf()
  const mayDecide = useMay('reorganisations.prepare')
  const plan = useAnswer('GET /reorganisations/:id', { id })
  return (
    <Answered answer={plan} rows={12}>
      {(stored) =>
        stored.state === 'draft' && mayDecide ? (
          <PlanEditor
            key={`${stored.id} ${stored.version}`}
            plan={stored}
            asOf={asOf}
            onOpen={onOpen}
          />
        ) : (
          <DecidedPlan plan={stored} />
        )
      }
    </Answered>
  )
}

function DecidedPlan({ plan }: { plan: StoredPlan }) {
  const say = useWords(planWords)
  const mayUndo = useMay('reorganisations.undo')
  const { decision, undone } = plan
  return (
    <>
      <Card title={plan.title} aside={<State state={plan.state} />}>
        <div className="card-body">
          <p>
            {say.on} <b>{day(plan.effective_on)}</b> · {plan.legal_basis}
          </p>
          {decision ? (
            <p className="second">
              {decision.decisionNo}, {day(decision.signedOn)}, {decision.signedBy}
            </p>
          ) : null}
          {undone ? (
            <Notice tone="remind">
              {say.undoneBy} {day(undone.on)}, {undone.by}: {undone.reason}
            </Notice>
          ) : null}
        </div>
        {decision ? <EffectView effect={decision.effect} /> : null}
      </Card>
      {decision && !undone && mayUndo ? <UndoForm key={plan.id} id={plan.id} /> : null}
    </>
  )
}

const TONES: Record<StoredPlan['state'], Tone> = {
  draft: 'unknown',
  decided: 'due',
  in_force: 'met',
  undone: 'plain',
}

function State({ state }: { state: StoredPlan['state'] }) {
  const say = useWords(planWords)
  const words = {
    draft: say.draft,
    decided: say.coming,
    in_force: say.in_force,
    undone: say.undoneState,
  }
  return <StateTag tone={TONES[state]}>{words[state]}</StateTag>
}
