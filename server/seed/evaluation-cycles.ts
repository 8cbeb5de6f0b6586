import { sql } from 'kysely'
import { adoptedEverywhere } from '#server/directives/adoption.ts'
import { shippedPacks } from '#server/directives/packs.ts'
import { parametersInForce } from '#server/directives/parameters.ts'
import type { Period } from '#server/evaluation/periods.ts'
import { rollOf } from '#server/evaluation/roll.ts'
import { namedScheme } from '#server/evaluation/scheme-in-force.ts'
import { type Settings, stepsOf, stepsShape } from '#server/evaluation/steps.ts'
import { advanceIds, type Db, insertRows } from '#server/kernel/database.ts'
import { vocabulary } from '#server/vocabulary.ts'

/** One roll a unit, of the first day: whoever has served since then is in every period. */
export async function openCycles(
  db: Db,
  { scheme, open }: { scheme: string; open: string },
  periods: readonly Period[],
  units: readonly { id: number }[],
): Promise<void> {
  const chosen = namedScheme(shippedPacks(vocabulary), scheme).scheme
  const [first, ...rest] = periods
  if (!first) return
  const rows: Rows = { cycles: [], steps: [], people: [] }
  for (const unit of units) {
    const people = await rollOf({ db, today: first.from }, unit.id, first, chosen)
    if (people.length < 3) continue
    for (const period of [first, ...rest])
      addCycle(rows, { scheme, unitId: unit.id, period, isOpen: period.code === open }, people)
  }
  await insertRows(db, 'evaluation_cycle', rows.cycles)
  await insertRows(db, 'cycle_step', rows.steps)
  await insertRows(db, 'evaluation', rows.people)
  await sql`delete from evaluation e using evaluation_cycle c where c.id = e.cycle_id and not exists (
    select from tenure t where t.cadre_id = e.cadre_id and t.unit_id = e.unit_id
      and t.holding = 'main' and t.during @> upper(c.during) - 1)`.execute(db)
  await advanceIds(db, ['evaluation_cycle'])
}

interface Rows {
  cycles: object[]
  steps: object[]
  people: object[]
}

function addCycle(
  { cycles, steps, people }: Rows,
  at: { scheme: string; unitId: number; period: Period; isOpen: boolean },
  roll: Awaited<ReturnType<typeof rollOf>>,
): void {
  const { scheme, unitId, period, isOpen } = at
  const id = cycles.length + 1
  const planned = stepsOf(settingsAt(period), period)
  const day = (wanted: string) => planned.find(({ step }) => step === wanted)?.due_on ?? period.to
  const closed = (value: string) => (isOpen ? null : value)
  cycles.push({
    id,
    unit_id: unitId,
    period: period.code,
    kind: period.kind,
    during: `[${period.from},${period.to}]`,
    scheme,
    step: isOpen ? 'self' : 'closed',
    outstanding: false,
    opinions_from: 5,
    opened_on: period.from,
    opened_by: OFFICE,
    unit_rating: closed('good'),
    unit_rated_on: closed(period.to),
    published_on: closed(day('publish')),
    circle: closed('unit'),
    closed_on: closed(day('closed')),
    version: 1,
  })
  for (const step of planned)
    steps.push({
      cycle_id: id,
      ...step,
      done_on: closed(step.due_on),
      done_by: closed(OFFICE),
      by_rule: false,
    })
  for (const person of roll)
    people.push({
      ...person,
      cycle_id: id,
      facts: {},
      version: 1,
      organise: person.leads ? 90 : null,
      unite: person.leads ? 95 : null,
      common: 17.5 + ((person.cadre_id + id) % 5) / 2,
    })
}

const OFFICE = 'Văn phòng cơ quan'

/** The steps as the texts that bind every province date them. */
function settingsAt({ to }: Period): Pick<Settings, 'steps'> {
  const found = parametersInForce(adoptedEverywhere(vocabulary), to).get('evaluation_steps')
  return { steps: stepsShape.parse(found?.value) }
}
