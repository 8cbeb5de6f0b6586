import { addCommunes, beginTwoLevelGovernment } from './communes.ts'
import { yearsBetween } from './days.ts'
import { live } from './ordinary.ts'
import { planRows, type Rows } from './plan.ts'
import { mergeHouses } from './reorganisation.ts'
import { planSuccession } from './succession-plan.ts'
import type { World } from './world.ts'

const BASELINE = '2022-01-01'
/** Yearly cut of heads against the baseline, as far as recruitment keeps to it. */
const YEARLY_CUT: Record<string, number> = { civil_servant: 0.0135, public_employee: 0.0185 }

/** Lạng Sơn: a plan to 2030, fewer heads each year, and two-level government from 1/7/2025. */
export function planLangSon(world: World): Rows {
  const { communes: plan } = world.file
  if (!plan) throw new Error('The file of Lạng Sơn must say which communes follow which.')
  const communes = addCommunes(world, plan)
  const room = new Map<string, number>()
  const baseline = new Map<string, number>()
  live(world, {
    attrition: (person) => (person.seat?.post.employment === 'official' ? 0.012 : 0.022),
    onMonth(_, month) {
      mergeHouses(world, month)
      if (month === plan.on) beginTwoLevelGovernment(world, communes)
      for (const kind of Object.keys(YEARLY_CUT)) {
        if (month === BASELINE) baseline.set(kind, serving(world, kind))
        room.set(kind, allowed(baseline, kind, month) - serving(world, kind))
      }
    },
    mayRecruit(_, { post }) {
      const left = room.get(post.employment)
      if (left === undefined) return true
      room.set(post.employment, left - 1)
      return left >= 1
    },
  })
  planSuccession(world)
  return planRows(world)
}

function allowed(baseline: Map<string, number>, kind: string, month: string): number {
  const start = baseline.get(kind)
  if (start === undefined) return Number.POSITIVE_INFINITY
  return start * (1 - (YEARLY_CUT[kind] ?? 0) * yearsBetween(BASELINE, month))
}

const serving = (world: World, kind: string): number =>
  world.people.filter(({ seat }) => seat?.post.employment === kind).length
