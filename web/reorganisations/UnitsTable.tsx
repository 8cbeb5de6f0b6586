import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { StateTag } from '#web/ui/StateTag.tsx'
import type { Effect } from './shapes.ts'
import { planWords } from './words.ts'

type Unit = Effect['units'][number]
type Numbers = NonNullable<Unit['before']>

const FIELDS = ['people', 'seats', 'vacant', 'over'] as const

/** Each unit the plan changes: its numbers before on the left, after on the right. */
export function UnitsTable({ units }: { units: Unit[] }) {
  const say = useWords(planWords)
  const heads = [say.peopleCount, say.seats, say.vacant, say.over, say.quotas]
  return (
    <ScrollBox label={say.changedUnits}>
      <table>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {say.unit}
            </th>
            <th scope="colgroup" colSpan={5}>
              {say.before}
            </th>
            <th scope="colgroup" colSpan={5}>
              {say.after}
            </th>
          </tr>
          <tr>
            {['before', 'after'].flatMap((side) =>
              heads.map((head) => (
                <th key={`${side} ${head}`} scope="col" className="right">
                  {head}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={unit.id}>
              <td>
                <UnitName unit={unit} />
              </td>
              <Cells one={unit.before} />
              <Cells one={unit.after} beside={unit.before} />
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

function UnitName({ unit: { before, after } }: { unit: Unit }) {
  const say = useWords(planWords)
  const parent = (after ?? before)?.parent
  return (
    <>
      <b>{after?.name ?? before?.name}</b>{' '}
      {after ? null : <StateTag tone="not_met">{say.ended}</StateTag>}
      {before ? null : <StateTag tone="info">{say.begun}</StateTag>}
      <br />
      <span className="small third">
        {before && after && before.name !== after.name ? `${before.name} → ${after.name} · ` : ''}
        {before && after && before.parent !== after.parent ? `${before.parent} → ` : ''}
        {parent}
      </span>
    </>
  )
}

/** A year without any quota given yet is not a quota of nothing. */
const quotaOf = ({ quotas }: Numbers) => {
  const given = Object.values(quotas)
  return given.length === 0 ? null : given.reduce((sum, quota) => sum + quota, 0)
}

function Cells({ one, beside }: { one: Numbers | null; beside?: Numbers | null }) {
  if (!one)
    return (
      <td colSpan={5} className="center third">
        –
      </td>
    )
  const values = [...FIELDS.map((field) => one[field]), quotaOf(one)]
  const others = beside && [...FIELDS.map((field) => beside[field]), quotaOf(beside)]
  return values.map((value, index) => (
    <td
      // biome-ignore lint/suspicious/noArrayIndexKey: five numbers, always in this order.
      key={index}
      className={others && others[index] !== value ? 'right changed' : 'right'}
    >
      {count(value)}
    </td>
  ))
}
