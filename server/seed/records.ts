import { nameKey, searchable } from '#server/kernel/text.ts'
import { certificatesOf } from './certificates.ts'
import { plusMonths, plusYears, range, yearsBetween } from './days.ts'
import { schoolingOf } from './schooling.ts'
import {
  highestRank,
  type Person,
  RANK_ORDER,
  type Rank,
  type Tenure,
  type World,
} from './world.ts'

/** Rows of one person, by table; ids of child rows are the database's. */
export interface PersonRows {
  cadre: object[]
  cadre_private: object[]
  employment: object[]
  grade_holding: object[]
  tenure: object[]
  qualification: object[]
  certificate: object[]
  party_membership: object[]
}

export const recordNo = (world: World, id: number): string =>
  `${world.file.prefix}-${String(id).padStart(6, '0')}`

export function recordsOf(world: World, person: Person): PersonRows {
  const rank = highestRank(person)
  const cadre_id = person.id
  return {
    cadre: [identity(world, person)],
    cadre_private: [contacts(person)],
    employment: employments(person),
    grade_holding: grades(person, rank),
    tenure: person.tenures.map((tenure) => tenureRow(person, tenure)),
    qualification: schoolingOf(world, person, rank).map((row) => ({ cadre_id, ...row })),
    certificate: certificatesOf(world, person, rank).map((row) => ({ cadre_id, ...row })),
    party_membership: party(world, person, rank),
  }
}

function identity(world: World, person: Person): object {
  const last = person.tenures.findLast(({ holding }) => holding === 'main')
  return {
    id: person.id,
    record_no: recordNo(world, person.id),
    full_name: person.name,
    sex: person.sex,
    born_on: person.born,
    born_precision: 'day',
    birth_place: person.homePlace,
    home_place: person.homePlace,
    ethnicity: person.ethnicity,
    religion: person.religion,
    staff_number: `${world.file.prefix}.${String(person.id).padStart(5, '0')}`,
    first_recruited_on: person.recruitedOn,
    general_education: person.id % 25 === 0 ? null : '12/12',
    unit_id: last?.unit.id ?? null,
    name_search: searchable(person.name),
    name_key: nameKey(person.name),
  }
}

/** Phone numbers of an area that was never opened; the identity card as most were renewed in 2021. */
function contacts(person: Person): object {
  const told = person.id % 13 !== 0
  const day = `2021-${String(1 + (person.id % 12)).padStart(2, '0')}-${String(1 + (person.id % 28)).padStart(2, '0')}`
  return {
    cadre_id: person.id,
    national_id: inventedNumber(person),
    id_issued_on: day,
    id_issued_by: 'Cục Cảnh sát quản lý hành chính về trật tự xã hội',
    phone: told ? `0000${String(person.id).padStart(6, '0')}` : null,
    permanent_address: told ? person.homePlace : null,
    current_address: told ? person.homePlace : null,
  }
}

/** Twelve digits whose province part 000 was never given out: no living person has this number. */
function inventedNumber(person: Person): string {
  const century = person.born < '2000' ? 0 : 2
  const digit = century + (person.sex === 'male' ? 0 : 1)
  return `000${digit}${person.born.slice(2, 4)}${String(person.id).padStart(6, '0')}`
}

function employments(person: Person): object[] {
  return person.employments.map(({ kind, from }, index) => {
    const next = person.employments[index + 1]
    return {
      cadre_id: person.id,
      kind,
      during: range(from, next ? next.from : person.leftOn),
      end_reason: next ? null : person.leaveReason,
    }
  })
}

const GRADES: Record<string, { base: number; step: number; last: number }> = {
  '01.002': { base: 4.4, step: 0.34, last: 8 },
  '01.003': { base: 2.34, step: 0.33, last: 9 },
  '01.005': { base: 1.86, step: 0.2, last: 12 },
}

function grades(person: Person, rank: Rank): object[] {
  const leading = person.tenures.find((tenure) => RANK_ORDER.indexOf(tenure.rank) >= 3)
  const promoted = leading ? plusYears(leading.from, 2) : null
  const until = person.leftOn
  const ended = (date: string) => until !== null && date >= until
  if (!promoted || ended(promoted) || promoted <= person.recruitedOn) {
    return [grade(person, rank === 'staff' ? '01.005' : '01.003', person.recruitedOn, until, until)]
  }
  return [
    grade(person, '01.003', person.recruitedOn, promoted, promoted),
    grade(person, '01.002', promoted, until, until),
  ]
}

function grade(
  person: Person,
  code: string,
  from: string,
  until: string | null,
  measured: string | null,
): object {
  const { base, step, last } = GRADES[code] ?? { base: 2.34, step: 0.33, last: 9 }
  const years = Math.max(0, yearsBetween(from, measured ?? '2025-01-01'))
  const reached = Math.min(last, 1 + Math.floor(years / (code === '01.005' ? 2 : 3)))
  return {
    cadre_id: person.id,
    grade_code: code,
    step: reached,
    coefficient: Number((base + step * (reached - 1)).toFixed(2)),
    during: range(from, until),
  }
}

function tenureRow(person: Person, tenure: Tenure): object {
  const before = person.tenures.filter(
    ({ holding, from }) => holding === 'main' && from < tenure.from,
  )
  return {
    cadre_id: person.id,
    unit_id: tenure.unit.id,
    post_id: tenure.post?.id ?? null,
    seat_no: tenure.seatNo,
    title: tenure.title,
    rank: tenure.rank,
    holding: tenure.holding,
    during: range(tenure.from, tenure.until),
    entry: tenure.entry,
    is_first_at_rank: before.every(({ rank }) => rank !== tenure.rank),
    decided_on: tenure.from,
    decision_no: tenure.decisionNo,
    decided_by: tenure.decidedBy,
    from_unit_id: tenure.fromUnit?.id ?? null,
    term_until: tenure.termUntil,
    end_reason: tenure.endReason,
  }
}

function party(world: World, person: Person, rank: Rank): object[] {
  const { random, file } = world
  if (!random.chance(file.profile.party[rank] ?? 0.5)) return []
  const joined = plusMonths(person.recruitedOn, random.int(14, 90))
  if (joined >= (person.leftOn ?? file.simulated_until)) return []
  const unit = person.tenures.at(-1)?.unit.name ?? file.name
  const told = person.id % 11 !== 0
  return [
    {
      cadre_id: person.id,
      joined_on: joined,
      official_on: plusYears(joined, 1),
      left_on: null,
      status: 'official',
      joined_at: `Chi bộ ${unit}`,
      cell: told ? `Chi bộ ${unit}` : null,
      card_no: told ? `00.${String(person.id).padStart(6, '0')}` : null,
    },
  ]
}
