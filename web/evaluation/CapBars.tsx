import { useWords } from '#web/lib/language.ts'
import { ClauseChip } from '#web/ui/ClauseChip.tsx'
import { StateTag } from '#web/ui/StateTag.tsx'
import { points } from './figures.ts'
import { reviewWords } from './review-words.ts'
import type { Group, OnSheet, Sheet } from './shapes.ts'

/** A square a person from good upwards; whoever is over the cap is dashed; the arithmetic beneath. */
export function CapBars({ sheet }: { sheet: Sheet }) {
  const say = useWords(reviewWords)
  const capped = sheet.groups.flatMap(({ cap, ...group }) =>
    cap && cap.good + cap.excellent > 0 ? [{ ...group, cap }] : [],
  )
  const { unitCap } = sheet
  if (capped.length === 0 || !unitCap) return null
  return (
    <section className="card caps" aria-label={say.whyFine}>
      {capped.map((group) => (
        <Bar key={group.name} title={group.name} {...group} />
      ))}
      {capped.length > 1 && unitCap.over > 0 ? (
        <Bar
          title={say.whole}
          cap={unitCap}
          people={sheet.groups.flatMap(({ people }) => people)}
        />
      ) : null}
      <Why sheet={sheet} />
    </section>
  )
}

export const standingOf = ({ rating, proposed }: OnSheet) => rating ?? proposed

interface BarProps {
  title: string
  cap: NonNullable<Group['cap']>
  people: OnSheet[]
}

export function Bar({ title, cap, people }: BarProps) {
  const say = useWords(reviewWords)
  const high = people
    .filter((one) => standingOf(one) === 'excellent')
    .toSorted(
      (one, other) => Number(cap.who.includes(one.name)) - Number(cap.who.includes(other.name)),
    )
  const good = people.filter((one) => standingOf(one) === 'good')
  return (
    <div className="cap">
      <div className="cap-head">
        <h3>{title}</h3>
        {cap.over > 0 ? (
          <StateTag tone="stop">{say.over(cap.over)}</StateTag>
        ) : (
          <StateTag tone="met">{say.within}</StateTag>
        )}
      </div>
      <div
        className="squares"
        role="img"
        aria-label={`${title}: ${say.squares(cap.excellent, cap.good)}`}
      >
        {high.map(({ evaluationId, name }) => (
          <i
            key={evaluationId}
            className={cap.who.includes(name) ? 'over' : 'excellent'}
            title={name}
          >
            XS
          </i>
        ))}
        {good.map(({ evaluationId, name }) => (
          <i key={evaluationId} className="good" title={name}>
            T
          </i>
        ))}
      </div>
      <p className="small">
        {cap.arithmetic}; {say.outOf(cap.excellent, cap.allowed)}
      </p>
    </div>
  )
}

/** Who is over and by which clause; the names are those with the lowest points. */
function Why({ sheet: { groups, unitCap, capClause, violations } }: { sheet: Sheet }) {
  const say = useWords(reviewWords)
  const over = Math.max(
    unitCap?.over ?? 0,
    groups.reduce((sum, { cap }) => sum + (cap?.over ?? 0), 0),
  )
  const who = [
    ...new Set([...groups.flatMap(({ cap }) => cap?.who ?? []), ...(unitCap?.who ?? [])]),
  ]
  const people = groups.flatMap((group) => group.people)
  const lowest = who
    .map((name) => ({ name, total: people.find((one) => one.name === name)?.total ?? null }))
    .toSorted((one, other) => (one.total ?? 0) - (other.total ?? 0))
  return (
    <div className="cap">
      <h3>{over > 0 ? say.why(over) : say.whyFine}</h3>
      {capClause ? (
        <ClauseChip cite={capClause}>
          <p>{capClause}</p>
        </ClauseChip>
      ) : null}
      <p className="small second">
        {say.kept}{' '}
        {lowest.length > 0 ? (
          <>
            {say.lowest}{' '}
            <b>{lowest.map(({ name, total }) => `${name} (${points(total)})`).join(', ')}</b>.
          </>
        ) : null}
      </p>
      {violations.map(({ who: name, says, clause }) => (
        <p key={name + says} className="small">
          <b>{name}</b>: {says} <ClauseChip cite={clause}>{clause}</ClauseChip>
        </p>
      ))}
    </div>
  )
}
