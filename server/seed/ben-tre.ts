import { dayBetween, range, yearOf } from './days.ts'
import { agencies, live } from './ordinary.ts'
import { planRows, type Rows } from './plan.ts'
import type { Unit, World } from './world.ts'

/** Bến Tre: each house reviews its workforce every year (KH 4447, II.4); not every house did. */
export function planBenTre(world: World): Rows {
  live(world)
  reviewWorkforce(world)
  return planRows(world)
}

/** All in the first year; later a few put it off. */
function reviewWorkforce(world: World): void {
  const last = yearOf(world.file.simulated_until)
  for (let year = 2019; year <= last; year++) {
    for (const unit of agencies(world, `${year}-01-01`)) {
      if (year === 2019 || world.random.chance(0.94)) world.extras.push(review(world, unit, year))
    }
  }
}

function review(world: World, unit: Unit, year: number) {
  const issued = dayBetween(
    world.random,
    `${year}-02-10`,
    year === yearOf(world.file.simulated_until) ? `${year}-06-20` : `${year}-11-30`,
  )
  return {
    table: 'unit_document' as const,
    row: {
      unit_id: unit.id,
      kind: 'workforce_review',
      number: `${world.random.int(12, 480)}/BC-${unit.short ?? 'UBND'}`,
      title: `Rà soát tỷ lệ nữ, độ tuổi và tính kế thừa của đội ngũ năm ${year}`,
      issued_on: issued,
      period: range(`${year}-01-01`, `${year + 1}-01-01`),
    },
  }
}
