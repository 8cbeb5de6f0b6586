import type { Context } from '#server/kernel/context.ts'
import { type Change, changesTo, type Difference, isEmpty } from './changes.ts'
import { report } from './checks.ts'
import { type Meanings, NEW } from './decisions.ts'
import { type KnownPerson, type People, peopleLike } from './people.ts'
import { type Seat, seatsOf } from './postings.ts'
import type { PostIndex } from './posts.ts'
import type { Progress } from './progress.ts'
import type { PersonRow } from './reading.ts'
import { type KnownRows, knownRows, rowsOf } from './records.ts'
import { TWO_PEOPLE } from './repeats.ts'
import type { Listing } from './tables.ts'
import type { KnownUnit, UnitIndex } from './units.ts'
import { type Accepted, isAccepted } from './updates.ts'

/** A row with all that would happen to it; nothing is written yet. */
export interface Planned extends PersonRow {
  outcome: 'create' | 'complete' | 'unchanged' | 'rejected'
  person: KnownPerson | null
  unit: KnownUnit | null
  change: Pick<Change, 'fills' | 'rows'> | null
  differences: readonly Difference[]
  /** Differences in which the list overwrites the record, by decision of whoever imports. */
  accepted: readonly Difference[]
}

/** A row with its unit, before it is compared with the records. */
export interface Placed {
  row: PersonRow
  listing: Listing
  unit: KnownUnit | null
  /** Only the title of the sheet names it. */
  bySheet: boolean
}

/** People between two looks at the clock. */
export const STEP = 250

interface Places {
  units: UnitIndex
  posts: PostIndex
  meanings: Meanings
  accepted: Accepted
}

/** Compares all rows with the records they belong to: what would be created, completed, left, refused. */
export async function matched(
  { db, today }: Context,
  placed: readonly Placed[],
  earlier: ReadonlyMap<string, number>,
  places: Places,
  progress: Progress,
): Promise<Planned[]> {
  const usable = placed.filter(({ row }) => !isBlocked(row))
  const listed = usable.map(({ row }) => row)
  const chosen = listed.flatMap((row) => places.meanings.personAt(atOf(row)) ?? [])
  const people = await peopleLike(db, listed, [...new Set(earlier.values())], chosen)
  const { meanings } = places
  const found = new Map(
    usable.map(({ row, unit }) => [row, personOf(row, unit, people, earlier, meanings)]),
  )
  const ids = [...found.values()].flatMap((person) => (person ? [person.id] : []))
  const known = await knownRows(db, [...new Set(ids)])
  const planned: Planned[] = []
  const taken = new Map<number, PersonRow>()
  for (const { row, unit, listing } of placed) {
    const person = found.get(row) ?? null
    const twice = person && taken.get(person.id)
    if (twice) {
      const same = {
        reason: `Cùng một hồ sơ ${person.record_no} với dòng ${twice.row}.`,
        fix: TWO_PEOPLE,
      }
      report(row, 'full_name', same, 'blocks')
    }
    if (person && !twice) taken.set(person.id, row)
    const since = listing.statedOn ?? today
    planned.push(planRow({ row, unit }, person, person && known.get(person.id), places, since))
    if (planned.length % STEP === 0) await progress.at('reading', planned.length, placed.length)
  }
  return planned
}

const atOf = ({ sheet, nameCell }: PersonRow) => `${sheet}!${nameCell}`

const isBlocked = ({ problems }: PersonRow) =>
  problems.some(({ severity }) => severity === 'blocks')

function personOf(
  row: PersonRow,
  unit: KnownUnit | null,
  people: People,
  earlier: ReadonlyMap<string, number>,
  meanings: Meanings,
): KnownPerson | null {
  const decided = meanings.personAt(atOf(row))
  if (decided === NEW) return null
  if (decided) return people.byRecord(decided) ?? null
  const before = people.byId(earlier.get(`${row.row} ${row.sheet}`) ?? 0)
  if (before) return before
  const match = people.match(row, unit?.id)
  if (!match) return null
  if ('person' in match) return match.person
  report(row, 'full_name', match.refused, 'blocks')
  return null
}

function planRow(
  { row, unit }: Pick<Placed, 'row' | 'unit'>,
  person: KnownPerson | null,
  known: KnownRows | null | undefined,
  { units, posts, accepted }: Places,
  since: string,
): Planned {
  const apart = { differences: [], accepted: [] }
  const refused: Planned = { ...row, outcome: 'rejected', person, unit, change: null, ...apart }
  if (isBlocked(row) || !unit) return refused
  const sits = known?.tenure.some(({ holding, until }) => holding === 'main' && until === null)
  const { seats, said } = seatsOf(
    row.facts,
    unit,
    posts,
    sits ? undefined : (row.facts.post_since ?? since),
  )
  for (const { field, say, blocks } of said) report(row, field, say, blocks ? 'blocks' : 'reminds')
  if (isBlocked(row)) return refused
  nameSeats(row, seats)
  const offered = rowsOf(row.facts, seats, plannedTitle(row, posts, unit), since)
  if (!person || !known) {
    const change = { fills: {}, rows: offered }
    return { ...row, outcome: 'create', person: null, unit, change, ...apart }
  }
  const unitName = (id: number) => units.byId(id)?.name ?? String(id)
  const change = changesTo(person, known, row.facts, offered, unit, unitName)
  const { differences } = change
  const taken = differences.filter((difference) => isAccepted(row, difference, accepted))
  for (const difference of differences) {
    if (!taken.includes(difference)) report(row, difference.field, difference.say, 'reminds')
  }
  const outcome = isEmpty(change) && taken.length === 0 ? 'unchanged' : 'complete'
  return { ...row, outcome, person, unit, change, differences, accepted: taken }
}

function nameSeats(row: PersonRow, seats: readonly Seat[]): void {
  const read = row.values.find(({ field }) => field === 'post')
  if (read) read.value = seats.map(({ title }) => title).join(', ')
}

function plannedTitle(row: PersonRow, posts: PostIndex, unit: KnownUnit) {
  const { planned } = row.facts
  if (!planned) return undefined
  const inUnit = posts.named(planned.title, unit)
  const own = 'post' in inUnit ? inUnit.post?.titleCode : undefined
  const known = own ?? posts.titleCode(planned.title)
  if (known) return { title_code: known, unit_id: unit.id }
  const say = {
    reason: `“${planned.title}” không có trong danh mục chức danh nên chưa ghi quy hoạch.`,
    fix: 'Ghi tên chức danh như trong danh mục, ví dụ Phó Giám đốc sở.',
    options: posts.titlesNear(planned.title),
    asked: planned.title,
  }
  report(row, 'planned_title', say, 'reminds')
  return undefined
}
