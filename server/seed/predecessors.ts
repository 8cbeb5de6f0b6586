import { tellEarlierCareer } from './careers.ts'
import { ageOn, dayBetween, earlierOf, laterOf, plusDays, plusMonths, workday } from './days.ts'
import { employ, inventPerson, seatPerson, tenureIn } from './people.ts'
import { drawBirth, type Holder } from './quang-binh-figures.ts'
import type { Person, Seat, Sex, World } from './world.ts'

/** Appointed 2016–2019 and gone before the snapshot; with the 225 still there they make the 245. */
const LEFT: { sex: Sex; youngWhenDecided: boolean; count: number }[] = [
  { sex: 'female', youngWhenDecided: false, count: 2 },
  { sex: 'male', youngWhenDecided: true, count: 2 },
  { sex: 'male', youngWhenDecided: false, count: 16 },
]

/** Who sat where the present holder sits: some moved on within the province, some left it. */
export function settlePredecessors(world: World, holders: readonly Holder[]): void {
  const hosts = world.random.shuffle(
    holders.filter(({ since, seat }) => since && since > '2018-05-01' && seat.post.inFrame),
  )
  const next = (fits: (host: Holder) => boolean): Holder => {
    const index = hosts.findIndex(fits)
    const [host] = index < 0 ? [] : hosts.splice(index, 1)
    if (!host) throw new Error('Too few posts changed hands for the predecessors.')
    return host
  }
  for (const one of holders.filter(({ came }) => came === 'moved')) {
    const host = next(({ seat }) => isSideways(seat, one.seat))
    moveOn(world, one, host)
  }
  for (const { sex, youngWhenDecided, count } of LEFT) {
    for (let made = 0; made < count; made++) {
      const host = next(() => true)
      const person = predecessor(world, host, sex, youngWhenDecided)
      person.leftOn = person.tenures.at(-1)?.until ?? null
      person.leaveReason = 'Chuyển công tác ra ngoài tỉnh'
    }
  }
}

/** From one house to another, not upwards: a rotation, which the figure does not count again. */
function isSideways(from: Seat, to: Seat): boolean {
  return (
    from.post.unit !== to.post.unit && (from.post.rank === to.post.rank || to.post.rank === 'head')
  )
}

function moveOn(world: World, one: Holder, host: Holder): void {
  const person = predecessor(world, host, one.sex, one.youngWhenDecided)
  const former = person.tenures.at(-1)
  if (!former?.until) throw new Error('A predecessor has left the seat.')
  former.endReason = 'Nhận nhiệm vụ khác'
  seatPerson(world, person, one.seat, former.until, 'rotation', former.unit)
  one.since = former.until
  one.person = person
}

/** A person who held the host's seat until shortly before the host. */
function predecessor(world: World, host: Holder, sex: Sex, young: boolean): Person {
  const { random } = world
  const taken = host.since ?? world.file.snapshot_on
  const until = earlierOf(taken, workday(plusDays(taken, -random.int(3, 80))))
  for (;;) {
    const from = workday(
      dayBetween(random, '2016-01-05', laterOf('2016-01-10', plusMonths(until, -20))),
    )
    const born = drawBirth(world, sex, false)
    const age = ageOn(born, from)
    if (age < 40 !== young || age > 52 || age < 32) continue
    const person = inventPerson(world, sex, born)
    tellEarlierCareer(world, person, host.seat.post, from)
    const elected = host.seat.post.employment === 'official' && host.seat.post.rank !== 'member'
    const entry = elected ? 'nomination' : 'appointment'
    person.tenures.push({ ...tenureIn(world, host.seat, from, entry), until })
    employ(person, host.seat.post.employment, from)
    person.exact = true
    return person
  }
}
