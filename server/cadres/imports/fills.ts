import { RELIGIONS, SEXES } from '#server/cadres/code-lists.ts'
import { ETHNICITIES } from '#server/cadres/ethnicities.ts'
import { type CodeList, labelOf } from '#server/kernel/code-list.ts'
import { inVietnamese } from '#server/kernel/dates.ts'
import { searchable } from '#server/kernel/text.ts'
import { dateLabel } from './date-values.ts'
import type { Facts } from './facts.ts'
import type { FieldName } from './fields.ts'
import { bornLabel, type KnownPerson } from './people.ts'
import type { KnownRows, Rows } from './records.ts'
import { correction, type TellDifference } from './updates.ts'

/** Empty columns of a known record that a list fills, by table. */
export type Fills = Partial<
  Record<'cadre' | 'cadre_private' | 'party_membership', Record<string, string>>
>

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
const LISTS: Record<string, CodeList> = { sex: SEXES, ethnicity: ETHNICITIES, religion: RELIGIONS }

/** Columns of the record that are empty and the list has; others are compared and differences told. */
export function filledColumns(
  person: KnownPerson,
  known: KnownRows,
  facts: Facts,
  offered: Rows,
  { unit, unitNameOf }: { unit: { id: number; name: string }; unitNameOf: (id: number) => string },
  tell: TellDifference,
): Fills {
  const told =
    (section: 'identity' | 'identity_numbers') =>
    (column: FieldName, recorded: string, listed: string, value: string) =>
      tell(column, recorded, listed, correction(section, person.id, { [column]: value }))
  const cadre: Record<string, string> = {}
  for (const column of CADRE_COLUMNS)
    compare(column, person[column], facts[column], cadre, told('identity'))
  compareBirth(person, facts, cadre, tell)
  if (person.unit_id === null) cadre.unit_id = String(unit.id)
  else if (person.unit_id !== unit.id) tell('unit', unitNameOf(person.unit_id), unit.name)
  const privates: Record<string, string> = {}
  for (const column of PRIVATE_COLUMNS)
    compare(column, person[column], facts[column], privates, told('identity_numbers'))
  const party = completedParty(person, known, offered, tell)
  return {
    ...(Object.keys(cadre).length > 0 && { cadre }),
    ...(Object.keys(privates).length > 0 && { cadre_private: privates }),
    ...(Object.keys(party).length > 0 && { party_membership: party }),
  }
}

function compare(
  column: FieldName & keyof Facts,
  recorded: string | null,
  listed: string | undefined,
  fills: Record<string, string>,
  told: (column: FieldName, recorded: string, listed: string, value: string) => void,
): void {
  if (listed === undefined) return
  if (recorded === null || recorded === '') {
    fills[column] = listed
    return
  }
  if (searchable(recorded) === searchable(listed)) return
  const shown = (value: string) =>
    column.endsWith('_on') ? inVietnamese(value) : (labelOf(LISTS[column] ?? {}, value) ?? value)
  told(column, shown(recorded), shown(listed), listed)
}

function compareBirth(
  person: KnownPerson,
  { birth }: Facts,
  fills: Record<string, string>,
  tell: TellDifference,
): void {
  if (!birth) return
  if (!person.born_on) {
    fills.born_on = birth.on
    fills.born_precision = birth.precision
  } else if (person.born_on !== birth.on || person.born_precision !== birth.precision) {
    const born = birth.on.slice(0, { year: 4, month: 7, day: 10 }[birth.precision])
    const updates = correction('identity', person.id, { born })
    tell('birth_date', bornLabel(person), dateLabel(birth), updates)
  }
}

function completedParty(
  { id }: KnownPerson,
  known: KnownRows,
  offered: Rows,
  tell: TellDifference,
): Record<string, string> {
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
    else if (own !== other) {
      const updates = correction('party', id, { [column]: other })
      tell(field, inVietnamese(own), inVietnamese(other), updates)
    }
  }
  return fills
}
