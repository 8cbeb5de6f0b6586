import { useNavigate, useSearch } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import type { TargetState } from '#web/lib/shapes-of-directives.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { DirectiveCard } from './DirectiveCard.tsx'
import { PrintedFigures } from './PrintedFigures.tsx'
import { UnitHeat } from './UnitHeat.tsx'
import { targetWords } from './words.ts'

/** Every target of every document in force that day; `?mo=QB-T2` opens one, `?xem=don-vi` the heat. */
export function TargetsPage() {
  const say = useWords(targetWords)
  const { asOf } = useAsOf()
  const { xem } = useSearch({ from: '/inside/chi-tieu' })
  const navigate = useNavigate({ from: '/chi-tieu' })
  const targets = useAnswer('GET /targets', { asOf })
  const all = targets.data?.targets ?? []
  const documents = new Set(all.map(({ directive }) => directive)).size
  const met = all.filter(({ state }) => state === 'met').length
  return (
    <>
      <PageHeader
        crumbs={[say.title]}
        title={say.title}
        says={
          all.length > 0
            ? `${count(all.length)} ${say.targets}, ${count(documents)} ${say.documents} · ${count(met)} ${say.metOf}`
            : null
        }
        actions={
          <Segmented
            aria-label={say.view}
            value={xem ?? 'bang'}
            options={[
              { value: 'bang', label: say.asTable },
              { value: 'don-vi', label: say.byUnit },
            ]}
            onChange={(view) =>
              navigate({
                search: (before) => ({ ...before, xem: view === 'don-vi' ? 'don-vi' : undefined }),
              })
            }
          />
        }
      />
      {xem === 'don-vi' ? (
        <UnitHeat />
      ) : (
        <Answered answer={targets} rows={12}>
          {(answer) =>
            answer.targets.length > 0 ? (
              <Directives targets={answer.targets} />
            ) : (
              <section className="card">
                <EmptyState says={say.none} />
              </section>
            )
          }
        </Answered>
      )}
      <p className="page-foot">
        <span>{say.foot}</span>
      </p>
    </>
  )
}

function Directives({ targets }: { targets: TargetState[] }) {
  const { asOf } = useAsOf()
  const packs = useAnswer('GET /packs', { asOf })
  const trends = useAnswer('GET /trends', { asOf })
  const lines = new Map(trends.data?.map(({ id, points }) => [id, points]))
  const directives = [...new Set(targets.map(({ directive }) => directive))]
  return (
    <>
      {directives.map((directive) => (
        <DirectiveCard
          key={directive}
          targets={targets.filter((target) => target.directive === directive)}
          pack={packs.data?.find(({ id }) => id === directive)}
          trends={lines}
        />
      ))}
      <PrintedFigures />
    </>
  )
}
