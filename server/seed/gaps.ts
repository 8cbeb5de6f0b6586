import type { Rows } from './plan.ts'
import type { World } from './world.ts'

/**
 * Real record rooms have holes: about one file in two hundred lacks a fact, so that "unknown" can be
 * seen. People whom a printed figure counts are left whole.
 */
export function thinOut(world: World, rows: Rows): void {
  const spared = world.people.filter(({ exact, seat }) => !exact && seat !== null)
  const chosen = world.random.shuffle(spared).slice(0, Math.round(world.people.length * 0.005))
  chosen.forEach((person, index) => {
    person.gap = true
    const { id } = person
    if (index % 4 === 0) coarsen(rows, id, 'year')
    else if (index % 4 === 1) coarsen(rows, id, 'month')
    else if (index % 4 === 2) drop(rows, 'qualification', id, () => true)
    else drop(rows, 'certificate', id, (row) => row.kind === 'state_management')
  })
}

type Row = Record<string, unknown>

function coarsen(rows: Rows, id: number, precision: 'year' | 'month'): void {
  const row = (rows.get('cadre') as Row[]).find((cadre) => cadre.id === id)
  const born = String(row?.born_on)
  if (!row) return
  row.born_on = precision === 'year' ? `${born.slice(0, 4)}-01-01` : `${born.slice(0, 7)}-01`
  row.born_precision = precision
}

function drop(
  rows: Rows,
  table: 'qualification' | 'certificate',
  id: number,
  isGone: (row: Row) => boolean,
): void {
  const list = rows.get(table) as Row[]
  rows.set(
    table,
    list.filter((row) => row.cadre_id !== id || !isGone(row)),
  )
}
