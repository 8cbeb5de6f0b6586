import { createHash } from 'node:crypto'
import type { Context } from '#server/kernel/context.ts'
import type { ReceivedFile } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { readSheets } from '#server/office/workbook.ts'
import type { Problem } from './cells.ts'
import { type Change, changesTo, isEmpty } from './changes.ts'
import { checkMissing, checkRow, checkSheet, report } from './checks.ts'
import { type KnownPerson, type People, peopleLike } from './people.ts'
import { type Seat, type Surroundings, seatsOf, unitOfRow } from './postings.ts'
import { type PostIndex, postIndex } from './posts.ts'
import type { Progress } from './progress.ts'
import { type PersonRow, readRows } from './reading.ts'
import { type KnownRows, knownRows, rowsOf } from './records.ts'
import { type Choice, findListings, type Listing, learntHeadings } from './tables.ts'
import { type KnownUnit, type UnitIndex, unitIndex } from './units.ts'

export interface Request extends Choice {
  file: ReceivedFile
  /** The unit of people whose list names none. */
  unitId?: number
}

/** A row with all that would happen to it; nothing is written yet. */
export interface Planned extends PersonRow {
  outcome: 'create' | 'complete' | 'unchanged' | 'rejected'
  person: KnownPerson | null
  unit: KnownUnit | null
  change: Pick<Change, 'fills' | 'rows'> | null
}

export interface Plan {
  sha256: string
  listings: Listing[]
  people: Planned[]
  /** Of sheets as a whole; those of rows are with their rows. */
  problems: Problem[]
  /** The import, not undone, that brought exactly this file before. */
  alreadyImported: number | null
}

const STEP = 250

/** Reads, matches and compares; the same for a preview, a dry run and the real thing. */
export async function planImport(
  ctx: Context,
  request: Request,
  progress: Progress,
): Promise<Plan> {
  const { file, unitId } = request
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  const sheets = await readSheets(file.bytes)
  const { listings, problems } = findListings(sheets, request, ctx.today, await learntHeadings(ctx))
  const dates = listings.flatMap(({ statedOn }) => statedOn ?? [])
  const asOf = dates.toSorted().at(-1) ?? ctx.today
  const units = await unitIndex(ctx, asOf)
  const posts = await postIndex(ctx, asOf)
  const chosen = unitId === undefined ? undefined : units.byId(unitId)
  if (unitId !== undefined && !chosen) {
    throw new Refusal('not_found', 'Không có đơn vị đã chọn cho danh sách này.')
  }
  const total = listings.reduce((sum, { table }) => sum + table.lastRow - table.firstRow + 1, 0)
  const placed: Placed[] = []
  for (const listing of listings) {
    const surroundings = { units, around: aroundSheet(listing, units), chosen }
    const before = placed.length
    for (const row of readRows(listing, (text) => units.named(text) !== undefined)) {
      placed.push(place(row, listing, surroundings))
      if (placed.length % STEP === 0) await progress.at('reading', placed.length, total)
    }
    const ofSheet = placed.slice(before)
    const bySheet = ofSheet.find((row) => row.bySheet)?.unit?.name
    problems.push(...checkSheet(listing, ofSheet.length, bySheet))
  }
  blockRepeated(placed)
  const earlier = await earlierRows(ctx, sha256)
  const people = await matched(ctx, placed, earlier.rows, { units, posts }, progress)
  return { sha256, listings, people, problems, alreadyImported: earlier.importId }
}

/** A row with its unit, before it is compared with the records. */
interface Placed {
  row: PersonRow
  listing: Listing
  unit: KnownUnit | null
  /** Only the title of the sheet names it. */
  bySheet: boolean
}

function place(row: PersonRow, listing: Listing, surroundings: Surroundings): Placed {
  checkRow(row)
  checkMissing(row, listing)
  const { unit, said, bySheet = false } = unitOfRow(row, surroundings)
  if (said) report(row, said.field, said.say, said.blocks ? 'blocks' : 'reminds')
  if (unit) {
    const read = row.values.find(({ field }) => field === 'unit')
    if (read) read.value = unit.name
    else
      row.values.push({
        field: 'unit',
        label: 'Đơn vị công tác',
        value: unit.name,
        cell: row.sections.at(-1)?.cell ?? null,
        state: 'ok',
      })
  }
  return { row, listing, unit: unit ?? null, bySheet }
}

/** Units named by the title lines or by the tab of a sheet, outermost first. */
function aroundSheet({ table, grid }: Listing, units: UnitIndex): KnownUnit[] {
  const around: KnownUnit[] = []
  const texts = [...table.above.map(({ text }) => text), grid.sheet.name]
  for (const text of texts) {
    for (const part of [text, ...text.split(/\s+[-–]\s+|[:,(]/), behindOf(text)]) {
      const match = units.named(part.replace(/^(đơn vị|tên đơn vị|của)\s*:?\s*/iu, ''), around)
      if (
        match &&
        'unit' in match &&
        match.unit.kind !== 'province' &&
        !around.includes(match.unit)
      ) {
        around.push(match.unit)
      }
    }
  }
  return around.toSorted((a, b) => a.above.length - b.above.length)
}

/** `DANH SÁCH CÁN BỘ, CÔNG CHỨC SỞ NỘI VỤ` → `SỞ NỘI VỤ` */
const behindOf = (text: string): string =>
  /\b(?:sở|ban|huyện|thành phố|thị xã|xã|phường|thị trấn|văn phòng|thanh tra)\s.+$/iu.exec(
    text,
  )?.[0] ?? text

/** The same person twice in one file: the first row counts. */
function blockRepeated(placed: readonly Placed[]): void {
  const seen = new Map<string, PersonRow>()
  for (const { row, unit } of placed) {
    const keys = identityKeys(row, unit)
    const first = keys.map((key) => seen.get(key)).find(Boolean)
    const other = first?.facts.national_id
    if (first && !(other && row.facts.national_id && other !== row.facts.national_id)) {
      const same = {
        reason: `Trùng người với dòng ${first.row} (${first.sheet}).`,
        fix: TWO_PEOPLE,
      }
      report(row, 'full_name', same, 'blocks')
    }
    for (const key of keys) if (!seen.has(key)) seen.set(key, row)
  }
}

const TWO_PEOPLE = 'Xóa một dòng; nếu là hai người, ghi đủ ngày sinh hoặc số định danh của cả hai.'

function identityKeys({ facts, nameSearch }: PersonRow, unit: KnownUnit | null): string[] {
  const { birth, national_id } = facts
  if (!nameSearch) return []
  const name = `${nameSearch} ${birth?.on ?? ''} ${birth?.precision ?? ''}`
  return [
    ...(national_id ? [national_id] : []),
    birth?.precision === 'day' ? name : `${name} ${unit?.id ?? 'none'}`,
  ]
}

async function earlierRows({ db }: Context, sha256: string) {
  const earlier = await db
    .selectFrom('import')
    .select('id')
    .where('sha256', '=', sha256)
    .where('committed_at', 'is not', null)
    .where('undone_at', 'is', null)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (!earlier) return { importId: null, rows: new Map<string, number>() }
  const found = await db
    .selectFrom('import_row')
    .select(['sheet', 'row_no', 'cadre_id'])
    .where('import_id', '=', earlier.id)
    .where('cadre_id', 'is not', null)
    .execute()
  const rows = new Map(
    found.map(({ sheet, row_no, cadre_id }) => [`${row_no} ${sheet}`, cadre_id ?? 0]),
  )
  return { importId: earlier.id, rows }
}

interface Places {
  units: UnitIndex
  posts: PostIndex
}

async function matched(
  { db, today }: Context,
  placed: readonly Placed[],
  earlier: ReadonlyMap<string, number>,
  places: Places,
  progress: Progress,
): Promise<Planned[]> {
  const usable = placed.filter(({ row }) => !isBlocked(row))
  const listed = usable.map(({ row }) => row)
  const people = await peopleLike(db, listed, [...new Set(earlier.values())])
  const found = new Map(usable.map(({ row, unit }) => [row, personOf(row, unit, people, earlier)]))
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

const isBlocked = ({ problems }: PersonRow) =>
  problems.some(({ severity }) => severity === 'blocks')

function personOf(
  row: PersonRow,
  unit: KnownUnit | null,
  people: People,
  earlier: ReadonlyMap<string, number>,
): KnownPerson | null {
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
  { units, posts }: Places,
  since: string,
): Planned {
  if (isBlocked(row) || !unit) return { ...row, outcome: 'rejected', person, unit, change: null }
  const sits = known?.tenure.some(({ holding, until }) => holding === 'main' && until === null)
  const { seats, said } = seatsOf(
    row.facts,
    unit,
    posts,
    sits ? undefined : (row.facts.post_since ?? since),
  )
  for (const { field, say, blocks } of said) report(row, field, say, blocks ? 'blocks' : 'reminds')
  if (isBlocked(row)) return { ...row, outcome: 'rejected', person, unit, change: null }
  nameSeats(row, seats)
  const offered = rowsOf(row.facts, seats, plannedTitle(row, posts, unit), since)
  if (!person || !known) {
    return { ...row, outcome: 'create', person: null, unit, change: { fills: {}, rows: offered } }
  }
  const unitName = (id: number) => units.byId(id)?.name ?? String(id)
  const change = changesTo(person, known, row.facts, offered, unit, unitName)
  for (const { field, say } of change.differences) report(row, field, say, 'reminds')
  return { ...row, outcome: isEmpty(change) ? 'unchanged' : 'complete', person, unit, change }
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
  const known = own ?? posts.title(planned.title)?.code
  if (known) return { title_code: known, unit_id: unit.id }
  const say = {
    reason: `“${planned.title}” không có trong danh mục chức danh nên chưa ghi quy hoạch.`,
    fix: 'Ghi tên chức danh như trong danh mục, ví dụ Phó Giám đốc sở.',
  }
  report(row, 'planned_title', say, 'reminds')
  return undefined
}
