import {
  DEGREES,
  EMPLOYMENT_KINDS,
  IT_LEVELS,
  LANGUAGE_LEVELS,
  POLITICAL_THEORY,
  RATING_LEVELS,
  STATE_MANAGEMENT,
} from '#server/cadres/code-lists.ts'
import { type CodeList, labelOf } from '#server/kernel/code-list.ts'
import { addDays } from '#server/kernel/dates.ts'
import { searchable } from '#server/kernel/text.ts'
import type { Say } from './cells.ts'
import type { Facts } from './facts.ts'
import type { FieldName } from './fields.ts'
import { type Fills, filledColumns } from './fills.ts'
import { differs, type KnownPerson } from './people.ts'
import { gradeLabel, type KnownRows, type Rows, type RowTable } from './records.ts'
import type { TellDifference, Update } from './updates.ts'

/** What a record and a list say differently of one field. */
export interface Difference {
  field: FieldName
  recorded: string
  listed: string
  say: Say
  /** How the record would take the value of the list; none where only a decision changes it. */
  updates: Update[]
  /** Which of several, where a field has several: the year of a rating. */
  part?: string
}

export interface Change {
  fills: Fills
  rows: Rows
  differences: Difference[]
}

const CERTIFICATES: Record<string, { field: FieldName; codes: CodeList }> = {
  political_theory: { field: 'political_theory', codes: POLITICAL_THEORY },
  state_management: { field: 'state_management', codes: STATE_MANAGEMENT },
  language: { field: 'language', codes: LANGUAGE_LEVELS },
  it: { field: 'it', codes: IT_LEVELS },
}

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
  const tell: TellDifference = (field, recorded, listed, updates = [], part) =>
    differences.push({
      field,
      recorded,
      listed,
      say: differs(person.record_no, recorded, listed, updates.length > 0),
      updates,
      part,
    })
  const fills = filledColumns(person, known, facts, offered, { unit, unitNameOf }, tell)
  return { fills, rows: missingRows(known, offered, facts, tell), differences }
}

const startOf = (during: string) => during.slice(1, 11)

/** Rows of kinds the record has nothing of; where it has something else, both values are told. */
function missingRows(
  known: KnownRows,
  offered: Rows,
  { grade }: Facts,
  tell: TellDifference,
): Rows {
  const free = (spans: readonly { until: string | null }[], during: string) =>
    spans.every(({ until }) => until !== null && until <= startOf(during))
  const employment = offered.employment.filter(({ kind, during }) => {
    const current = known.employment.find(({ until }) => until === null)
    if (current && current.kind !== kind) {
      const from = startOf(during)
      tell('employment_kind', name(EMPLOYMENT_KINDS, current.kind), name(EMPLOYMENT_KINDS, kind), [
        {
          section: 'employment',
          act: 'end',
          rowId: current.id,
          values: { until: addDays(from, -1) },
        },
        { section: 'employment', act: 'add', values: { kind, from } },
      ])
    }
    return free(known.employment, during)
  })
  const grades = offered.grade_holding.filter((row) => {
    const current = known.grade_holding.find(({ until }) => until === null)
    if (!current) return true
    const same =
      current.grade_code === row.grade_code &&
      (row.step === null || current.step === row.step) &&
      (row.coefficient === null || current.coefficient === row.coefficient) &&
      (row.beyond_frame_percent === null ||
        current.beyond_frame_percent === row.beyond_frame_percent)
    if (!same) {
      const { during, ...pay } = row
      const from = startOf(during)
      tell('grade', gradeLabel(current), gradeLabel({ ...row, grade_code: grade ?? '' }), [
        { section: 'pay', act: 'end', rowId: current.id, values: { until: addDays(from, -1) } },
        { section: 'pay', act: 'add', values: { ...pay, from } },
      ])
    }
    return false
  })
  const tenure = offered.tenure.filter((row) => missingTenure(known, row, tell))
  const qualification = offered.qualification.filter((degree) => {
    const { level } = degree
    if (known.qualification.length === 0) return true
    const levels = known.qualification.map((own) => own.level)
    if (!levels.includes(level)) {
      const held = levels.map((own) => name(DEGREES, own)).join(', ')
      tell('degree', held, name(DEGREES, level), [
        { section: 'degrees', act: 'add', values: { ...degree } },
      ])
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

function missingTenure(
  known: KnownRows,
  row: Rows['tenure'][number],
  tell: TellDifference,
): boolean {
  const held = known.tenure.filter(({ holding }) => holding === 'main')
  const current = held.find(({ until }) => until === null)
  if (row.holding !== 'main') return known.tenure.length === 0
  if (!current) return held.every(({ until }) => until !== null && until <= startOf(row.during))
  if (searchable(current.title) !== searchable(row.title)) tell('post', current.title, row.title)
  return false
}

function missingCertificate(
  known: KnownRows,
  { kind, level, name: called }: Rows['certificate'][number],
  tell: TellDifference,
): boolean {
  const own = known.certificate.filter((row) => row.kind === kind)
  if (own.length === 0) return true
  const list = CERTIFICATES[kind]
  if (list && !own.some((row) => row.level === level)) {
    tell(
      list.field,
      own.map((row) => name(list.codes, row.level)).join(', '),
      name(list.codes, level),
      [{ section: 'certificates', act: 'add', values: { kind, level, name: called } }],
    )
  }
  return false
}

function missingRating(
  known: KnownRows,
  { year, level }: Rows['rating'][number],
  tell: TellDifference,
): boolean {
  const own = known.rating.find((row) => row.year === year)
  if (!own) return true
  if (own.level !== level) {
    tell(
      'rating',
      `${year}: ${name(RATING_LEVELS, own.level)}`,
      `${year}: ${name(RATING_LEVELS, level)}`,
      [{ section: 'ratings', act: 'correct', rowId: own.id, values: { level } }],
      String(year),
    )
  }
  return false
}

const name = (list: CodeList, code: string) => labelOf(list, code) ?? code

/** Whether anything at all would be written. */
export const isEmpty = ({ fills, rows }: Pick<Change, 'fills' | 'rows'>): boolean =>
  Object.keys(fills).length === 0 &&
  (Object.keys(rows) as RowTable[]).every((table) => rows[table].length === 0)
