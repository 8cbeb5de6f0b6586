import { Link } from '@tanstack/react-router'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import type { Pack, State, TargetState } from '#web/lib/shapes-of-directives.ts'
import { overviewWords } from './words.ts'

const ORDER: State[] = ['met', 'not_met', 'unknown']

const tally = (targets: TargetState[]) => ({
  met: targets.filter(({ state }) => state === 'met').length,
  not_met: targets.filter(({ state }) => state === 'not_met').length,
  unknown: targets.filter(({ state }) => state === 'unknown').length,
})

/** Met, not met and unknown: of all targets together, then directive by directive. */
export function StateStack({ targets, packs }: { targets: TargetState[]; packs: Pack[] }) {
  const say = useWords(overviewWords)
  const all = tally(targets)
  const directives = [...new Set(targets.map(({ directive }) => directive))].map((id) => {
    const own = targets.filter(({ directive }) => directive === id)
    return { id, own, pack: packs.find((pack) => pack.id === id) }
  })
  const most = Math.max(...directives.map(({ own }) => own.length))
  return (
    <div className="stacks">
      <div>
        <p>
          <span className="large">{all.met}</span>{' '}
          <span className="second">
            / {targets.length} {say.metOf}
          </span>
        </p>
        <Stack counts={all} />
        <p className="small second">
          {all.not_met} {say.notMetCount} · {all.unknown} {say.unknownCount}
        </p>
      </div>
      <ul>
        {directives.map(({ id, own, pack }) => {
          const counts = tally(own)
          return (
            <li key={id}>
              <div>
                <Link to="/chi-tieu" search={{ mo: own[0]?.id }} title={own[0]?.directiveTitle}>
                  {pack?.number ?? own[0]?.directiveTitle}
                </Link>
                <p className="small third">
                  {pack ? `${pack.issuer} · ${day(pack.issuedOn)}` : null}
                </p>
              </div>
              <Stack counts={counts} wide={own.length / most} />
              <span className="nowrap right">
                {counts.met} / {own.length}
              </span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function Stack({ counts, wide = 1 }: { counts: Record<State, number>; wide?: number }) {
  const say = useWords(overviewWords)
  const label = `${say.met} ${counts.met}, ${say.notMet} ${counts.not_met}, ${say.unknown} ${counts.unknown}`
  return (
    <div className="stack" role="img" aria-label={label} style={{ width: `${wide * 100}%` }}>
      {ORDER.filter((state) => counts[state] > 0).map((state) => (
        <i key={state} className={state} style={{ flex: counts[state] }}>
          {counts[state]}
        </i>
      ))}
    </div>
  )
}
