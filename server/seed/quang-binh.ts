import { settleCommittee } from './committee.ts'
import { planRows, type Rows } from './plan.ts'
import { populate } from './population.ts'
import { settlePredecessors } from './predecessors.ts'
import { isManaged, keepPace, wishFor } from './quang-binh-decisions.ts'
import { drawSchooling, seatHolders } from './quang-binh-figures.ts'
import { type Customs, simulate } from './simulation.ts'
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
const customs: Customs = {
  peers: 0.1,
  onMonth(world, month) {
    dueTermPostings(world, month)
    keepPace(world, month)
  },
  wish: wishFor,
  attrition(person) {
    if (person.seat && isManaged(person.seat)) return 0
    return person.seat?.post.managedBy === 'central' ? 0.02 : 0.013
  },
}
