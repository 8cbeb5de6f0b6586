import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { EMPLOYMENT_KINDS } from '#server/cadres/code-lists.ts'
import { count, percent } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { PlaceSelect } from './PlaceSelect.tsx'
import type { Effect, Placement, Targets } from './shapes.ts'
import { UnitsTable } from './UnitsTable.tsx'
import { planWords } from './words.ts'

interface Props {
  effect: Effect
  targets?: Targets
  placements?: Placement[]
  onPlace?(placement: Placement): void
}

/** What a plan does, before beside after; the people it leaves without a post by name. */
export function EffectView({ effect, targets, placements = [], onPlace }: Props) {
  const say = useWords(planWords)
  return (
    <div className="plan-effect">
      <Totals effect={effect} />
      <h3>{say.changedUnits}</h3>
      <UnitsTable units={effect.units} />
      <h3>
        {say.waiting} ({count(effect.withoutPost.length)})
      </h3>
      {effect.withoutPost.length === 0 ? (
        <EmptyState says={say.nobodyWaits} />
      ) : (
        <>
          {onPlace ? <p className="second">{say.waitingSays}</p> : null}
          <People
            people={effect.withoutPost}
            label={say.waiting}
            {...(onPlace ? { placements, onPlace } : {})}
          />
        </>
      )}
      {effect.overSeats.length > 0 ? (
        <>
          <h3>
            {say.overSeats} ({count(effect.overSeats.length)})
          </h3>
          <People people={effect.overSeats} label={say.overSeats} />
        </>
      ) : null}
      <h3>
        {say.moved} ({count(effect.people.moved.length)})
      </h3>
      <People people={effect.people.moved} label={say.moved} />
      {targets ? <TargetEffects targets={targets} /> : null}
    </div>
  )
}

function Totals({ effect }: { effect: Effect }) {
  const say = useWords(planWords)
  const { people, posts, quotas } = effect
  const kinds = Object.keys({ ...quotas.before, ...quotas.after })
  const labels: Record<string, { label: string }> = EMPLOYMENT_KINDS
  const lines: [string, number, number][] = [
    [say.peopleCount, people.before, people.after],
    [say.seats, posts.before.seats, posts.after.seats],
    [say.vacant, posts.before.vacant, posts.after.vacant],
    [say.over, posts.before.over, posts.after.over],
    ...kinds.map((kind): [string, number, number] => [
      `${say.quotas}: ${labels[kind]?.label.toLowerCase() ?? kind}`,
      quotas.before[kind] ?? 0,
      quotas.after[kind] ?? 0,
    ]),
  ]
  return (
    <ScrollBox label={say.totals}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.totals}</th>
            <th scope="col" className="right">
              {say.before}
            </th>
            <th scope="col" className="right">
              {say.after}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(([label, before, after]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className="right">{count(before)}</td>
              <td className={before === after ? 'right' : 'right changed'}>
                {count(after)}
                {before === after
                  ? ''
                  : ` (${after > before ? '+' : '−'}${count(Math.abs(after - before))})`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

const FIRST = 12

interface PeopleProps {
  people: Effect['withoutPost']
  label: string
  placements?: Placement[]
  onPlace?(placement: Placement): void
}

function People({ people, label, placements, onPlace }: PeopleProps) {
  const say = useWords(planWords)
  const [all, setAll] = useState(false)
  const shown = all ? people : people.slice(0, FIRST)
  if (people.length === 0) return null
  return (
    <>
      <ScrollBox label={label}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say.person}</th>
              <th scope="col">{say.from}</th>
              <th scope="col">{onPlace ? say.place : say.to}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <tr key={one.cadreId}>
                <td>
                  <Link to="/ho-so/$id" params={{ id: String(one.cadreId) }}>
                    {one.name}
                  </Link>
                </td>
                <td>
                  {one.fromTitle}
                  <br />
                  <span className="small third">{one.fromUnit}</span>
                </td>
                <td>
                  {onPlace ? (
                    <PlaceSelect
                      person={one}
                      chosen={placements?.find(({ person }) => person === one.recordNo)}
                      onPlace={onPlace}
                    />
                  ) : (
                    <>
                      {one.toTitle}
                      <br />
                      <span className="small third">{one.toUnit}</span>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {shown.length < people.length ? (
        <Button type="link" onClick={() => setAll(true)}>
          {say.showAll} ({count(people.length - shown.length)} {say.more})
        </Button>
      ) : null}
    </>
  )
}

function TargetEffects({ targets }: { targets: Targets }) {
  const say = useWords(planWords)
  const changed = targets.filter(
    ({ before, after }) => before.counted !== after.counted || before.base !== after.base,
  )
  return (
    <>
      <h3>{say.targets}</h3>
      {changed.length === 0 ? (
        <EmptyState says={say.noTargetChange} />
      ) : (
        <ScrollBox label={say.targets}>
          <table>
            <tbody>
              {changed.map(({ id, label, before, after }) => (
                <tr key={id}>
                  <td>
                    <b>{id}</b> {label}
                  </td>
                  <td className="right nowrap">
                    {count(before.counted)} / {count(before.base)} · {percent(before.share)}
                  </td>
                  <td className="right nowrap changed">
                    {count(after.counted)} / {count(after.base)} · {percent(after.share)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </>
  )
}
