import { settleCommittee } from './committee.ts'
import { plusYears } from './days.ts'
import { planRows, type Rows } from './plan.ts'
import { populate } from './population.ts'
import { settlePredecessors } from './predecessors.ts'
import { drawSchooling, seatHolders } from './quang-binh-figures.ts'
import { type Customs, isYounger, simulate } from './simulation.ts'
import { dueTermPostings, reserveTermPostings } from './term-postings.ts'
import type { Seat, World } from './world.ts'

/** Quảng Bình: built so that counting the records of 12/3/2021 gives what 01-ĐA/TU prints. */
export function planQuangBinh(world: World): Rows {
  const holders = seatHolders(world)
  settlePredecessors(world, holders)
  drawSchooling(world, holders)
  reserveTermPostings(world)
  populate(world, (seat) => isCommittee(seat) || seat.postingOn !== undefined || isManaged(seat))
  simulate(world, customs)
  settleCommittee(world)
  return planRows(world)
}

const isCommittee = (seat: Seat): boolean => seat.post.titleCode === 'provincial_committee_member'
const isManaged = (seat: Seat): boolean => seat.post.managedBy === 'standing_committee'

/** Below the 15 % the scheme asks for, so that the targets have something to say. */
const customs: Customs = {
  peers: 0.1,
  onMonth: dueTermPostings,
  wish(world, seat, on) {
    if (!isManaged(seat)) return {}
    const bornAfter = world.random.chance(0.05) ? plusYears(on, -40) : undefined
    const sex = world.random.chance(0.15) ? 'female' : 'male'
    if (bornAfter) return { sex, bornAfter }
    const years = seat.post.rank === 'head' ? 51 : 46
    return world.random.chance(0.75) ? { sex, bornAfter: plusYears(on, -years) } : { sex }
  },
  attrition(person, month) {
    if (person.seat && isManaged(person.seat)) return isYounger(person, 45, month) ? 0.02 : 0.1
    if (person.seat?.post.managedBy === 'central') return 0.02
    return 0.013
  },
}
