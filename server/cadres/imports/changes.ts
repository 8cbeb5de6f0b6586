import {
  DEGREES,
  EMPLOYMENT_KINDS,
  IT_LEVELS,
  LANGUAGE_LEVELS,
  POLITICAL_THEORY,
  RATING_LEVELS,
  RELIGIONS,
  SEXES,
  STATE_MANAGEMENT,
} from '#server/cadres/code-lists.ts'
import { ETHNICITIES } from '#server/cadres/ethnicities.ts'
import { type CodeList, labelOf } from '#server/kernel/code-list.ts'
import { inVietnamese } from '#server/kernel/dates.ts'
import { searchable } from '#server/kernel/text.ts'
import type { Say } from './cells.ts'
import type { Facts } from './facts.ts'
import type { FieldName } from './fields.ts'
import { bornLabel, differs, type KnownPerson } from './people.ts'
import type { KnownRows, Rows, RowTable } from './records.ts'
import { dateLabel } from './values.ts'

/** Empty columns of a known record that a list fills, by table. */
export type Fills = Partial<
  Record<'cadre' | 'cadre_private' | 'party_membership', Record<string, string>>
>

export interface Difference {
  field: FieldName
  say: Say
}

export interface Change {
  fills: Fills
  rows: Rows
  differences: Difference[]
}

const CADRE_COLUMNS = [
  'other_names',
  'sex',
  'birth_place',
  'home_place',
  'ethnicity',
  'religion',
  'staff_number',
  'first_recruited_on',
  'general_education',
] as const
export const PRIVATE_COLUMNS = [
  'national_id',
  'old_id_number',
  'phone',
  'email',
  'permanent_address',
  'current_address',
  'social_insurance_no',
] as const
const CERTIFICATES: Record<string, { field: FieldName; codes: CodeList }> = {
  political_theory: { field: 'political_theory', codes: POLITICAL_THEORY },
  state_management: { field: 'state_management', codes: STATE_MANAGEMENT },
  language: { field: 'language', codes: LANGUAGE_LEVELS },
  it: { field: 'it', codes: IT_LEVELS },
}
const LISTS: Record<string, CodeList> = { sex: SEXES, ethnicity: ETHNICITIES, religion: RELIGIONS }

/** What a known record lacks is completed; what it has stays, and a difference is told. */
export function changesTo(
  person: KnownPerson,
  known: KnownRows,
  facts: Facts,
  offered: Rows,
  unit: { id: number; name: string },
  unitNameOf: (id: number) => string,
): Change {
  const differences: Difference[] = []
  const tell = (field: FieldName, recorded: string, listed: string) =>
    differences.push({ field, say: differs(person.record_no, recorded, listed) })
  const cadre: Record<string, string> = {}
  for (const column of CADRE_COLUMNS) compare(column, person[column], facts[column], cadre, tell)
  compareBirth(person, facts, cadre, tell)
  if (person.unit_id === null) cadre.unit_id = String(unit.id)
  else if (person.unit_id !== unit.id) tell('unit', unitNameOf(person.unit_id), unit.name)
  const privates: Record<string, string> = {}
  for (const column of PRIVATE_COLUMNS)
    compare(column, person[column], facts[column], privates, tell)
  const party = completedParty(known, offered, tell)
  const fills: Fills = {
    ...(Object.keys(cadre).length > 0 && { cadre }),
    ...(Object.keys(privates).length > 0 && { cadre_private: privates }),
    ...(Object.keys(party).length > 0 && { party_membership: party }),
  }
  return { fills, rows: missingRows(known, offered, facts, tell), differences }
}

type Tell = (field: FieldName, recorded: string, listed: string) => void

function compare(
  column: FieldName & keyof Facts,
  recorded: string | null,
  listed: string | undefined,
  fills: Record<string, string>,
  tell: Tell,
): void {
  if (listed === undefined) return
  if (recorded === null || recorded === '') {
    fills[column] = listed
    return
  }
  if (searchable(recorded) === searchable(listed)) return
  const shown = (value: string) =>
    column.endsWith('_on') ? inVietnamese(value) : (labelOf(LISTS[column] ?? {}, value) ?? value)
  tell(column, shown(recorded), shown(listed))
}

function compareBirth(
  person: KnownPerson,
  { birth }: Facts,
  fills: Record<string, string>,
  tell: Tell,
): void {
  if (!birth) return
  if (!person.born_on) {
    fills.born_on = birth.on
    fills.born_precision = birth.precision
  } else if (person.born_on !== birth.on || person.born_precision !== birth.precision) {
    tell('birth_date', bornLabel(person), dateLabel(birth))
  }
}

function completedParty(known: KnownRows, offered: Rows, tell: Tell): Record<string, string> {
  const [recorded] = known.party_membership
  const [listed] = offered.party_membership
  const fills: Record<string, string> = {}
  if (!recorded || !listed) return fills
  const pairs = [
    ['party_joined', 'joined_on'],
    ['party_official', 'official_on'],
  ] as const
  for (const [field, column] of pairs) {
    const own = recorded[column]
    const other = listed[column]
    if (other === null) continue
    if (own === null) fills[column] = other
    else if (own !== other) tell(field, inVietnamese(own), inVietnamese(other))
  }
  return fills
}

const startOf = (during: string) => during.slice(1, 11)

/** Rows of kinds the record has nothing of; where it has something else, both values are told. */
function missingRows(known: KnownRows, offered: Rows, { grade }: Facts, tell: Tell): Rows {
  const free = (spans: readonly { until: string | null }[], during: string) =>
    spans.every(({ until }) => until !== null && until <= startOf(during))
  const employment = offered.employment.filter(({ kind, during }) => {
    const current = known.employment.find(({ until }) => until === null)
    if (current && current.kind !== kind) {
      tell('employment_kind', name(EMPLOYMENT_KINDS, current.kind), name(EMPLOYMENT_KINDS, kind))
    }
    return free(known.employment, during)
  })
  const grades = offered.grade_holding.filter((row) => {
    const current = known.grade_holding.find(({ until }) => until === null)
    if (!current) return true
    const same =
      current.grade_code === row.grade_code &&
      (row.step === null || current.step === row.step) &&
      (row.coefficient === null || current.coefficient === row.coefficient)
    if (!same) tell('grade', gradeLabel(current), gradeLabel({ ...row, grade_code: grade ?? '' }))
    return false
  })
  const tenure = offered.tenure.filter((row) => missingTenure(known, row, tell))
  const qualification = offered.qualification.filter(({ level }) => {
    if (known.qualification.length === 0) return true
    const levels = known.qualification.map((own) => own.level)
    if (!levels.includes(level)) {
      tell('degree', levels.map((own) => name(DEGREES, own)).join(', '), name(DEGREES, level))
    }
    return false
  })
  return {
    employment,
    grade_holding: grades,
    tenure,
    qualification,
    certificate: offered.certificate.filter((row) => missingCertificate(known, row, tell)),
    party_membership: known.party_membership.length > 0 ? [] : offered.party_membership,
    rating: offered.rating.filter((row) => missingRating(known, row, tell)),
    succession_entry: offered.succession_entry.filter(
      ({ title_code, term }) =>
        !known.succession_entry.some((own) => own.title_code === title_code && own.term === term),
    ),
  }
}

function missingTenure(known: KnownRows, row: Rows['tenure'][number], tell: Tell): boolean {
  const held = known.tenure.filter(({ holding }) => holding === 'main')
  const current = held.find(({ until }) => until === null)
  if (row.holding !== 'main') return known.tenure.length === 0
  if (!current) return held.every(({ until }) => until !== null && until <= startOf(row.during))
  if (searchable(current.title) !== searchable(row.title)) tell('post', current.title, row.title)
  return false
}

function missingCertificate(
  known: KnownRows,
  { kind, level }: Rows['certificate'][number],
  tell: Tell,
): boolean {
  const own = known.certificate.filter((row) => row.kind === kind)
  if (own.length === 0) return true
  const list = CERTIFICATES[kind]
  if (list && !own.some((row) => row.level === level)) {
    tell(
      list.field,
      own.map((row) => name(list.codes, row.level)).join(', '),
      name(list.codes, level),
    )
  }
  return false
}

function missingRating(
  known: KnownRows,
  { year, level }: Rows['rating'][number],
  tell: Tell,
): boolean {
  const own = known.rating.find((row) => row.year === year)
  if (!own) return true
  if (own.level !== level) {
    tell(
      'rating',
      `${year}: ${name(RATING_LEVELS, own.level)}`,
      `${year}: ${name(RATING_LEVELS, level)}`,
    )
  }
  return false
}

const name = (list: CodeList, code: string) => labelOf(list, code) ?? code

const gradeLabel = (row: { grade_code: string; step: number | null; coefficient: number | null }) =>
  [row.grade_code, row.step && `bậc ${row.step}`, row.coefficient && `hệ số ${row.coefficient}`]
    .filter(Boolean)
    .join(', ')

/** Whether anything at all would be written. */
export const isEmpty = ({ fills, rows }: Pick<Change, 'fills' | 'rows'>): boolean =>
  Object.keys(fills).length === 0 &&
  (Object.keys(rows) as RowTable[]).every((table) => rows[table].length === 0)
