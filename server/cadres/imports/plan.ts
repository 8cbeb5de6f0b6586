import { createHash } from 'node:crypto'
import type { Context } from '#server/kernel/context.ts'
import type { ReceivedFile } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { readSheets } from '#server/office/workbook.ts'
import { aliasesOf } from './aliases.ts'
import type { Problem } from './cells.ts'
import { checkMissing, checkRow, checkSheet, report } from './checks.ts'
import { type Alias, type Decision, meaningsOf } from './decisions.ts'
import { withOwnLetters } from './look-alikes.ts'
import { matched, type Placed, type Planned, STEP } from './matching.ts'
import { type OldText, type OldTextChoice, readOldText } from './old-text.ts'
import { type Surroundings, unitOfRow } from './postings.ts'
import { postIndex } from './posts.ts'
import type { Progress } from './progress.ts'
import { type PersonRow, readRows } from './reading.ts'
import { blockRepeated } from './repeats.ts'
import { type Choice, decidedHeadings, findListings, type Listing } from './tables.ts'
import { type KnownUnit, type UnitIndex, unitIndex } from './units.ts'
import { type UnitToCome, withUnitsToCome } from './units-to-come.ts'
import { type Accepted, acceptedUpdates } from './updates.ts'

export interface Request extends Choice {
  file: ReceivedFile
  /** The unit of people whose list names none. */
  unitId?: number
  /** Whether units the list names may be added; by default only to a province that has none. */
  createUnits?: boolean
  /** What to do with text typed before Unicode; undefined shows it and lets nothing be written. */
  oldText?: OldTextChoice
  decisions?: readonly Decision[]
  /** Differences in which the list overwrites the record; none unless said. */
  updates?: Accepted
}

export interface Plan {
  sha256: string
  listings: Listing[]
  people: Planned[]
  /** Of sheets as a whole; those of rows are with their rows. */
  problems: Problem[]
  oldText: OldText | null
  /** Earlier decisions that were met, with how often. */
  aliases: ReadonlyMap<Alias, number>
  /** Columns decided by hand: read so in the next list. */
  headings: { heading: string; target: string | null }[]
  decisions: readonly Decision[]
  /** Units the list names that writing would add to the province. */
  coming: UnitToCome[]
  /** From when they exist: the date the list states, else today. */
  asOf: string
  /** The import, not undone, that brought exactly this file before. */
  alreadyImported: number | null
}

/** Reads, matches and compares; the same for a preview, a dry run and the real thing. */
export async function planImport(
  ctx: Context,
  request: Request,
  progress: Progress,
): Promise<Plan> {
  const { file, unitId } = request
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  const decisions = request.decisions ?? []
  const meanings = meaningsOf(await aliasesOf(ctx), decisions)
  const { sheets: unicode, found: oldText } = readOldText(
    await readSheets(file.bytes),
    request.oldText,
  )
  const { sheets, problems: letters } = withOwnLetters(unicode)
  const { listings, problems } = findListings(sheets, request, ctx.today, meanings)
  problems.push(...letters)
  const dates = listings.flatMap(({ statedOn }) => statedOn ?? [])
  const asOf = dates.toSorted().at(-1) ?? ctx.today
  const known = await unitIndex(ctx, asOf)
  const mayCreate = request.createUnits ?? known.isBare
  const { coming, expect, index: units } = withUnitsToCome(known, known.root, meanings)
  const posts = await postIndex(ctx, asOf, meanings)
  const chosen = unitId === undefined ? undefined : units.byId(unitId)
  if (unitId !== undefined && !chosen) {
    throw new Refusal('not_found', 'Không có đơn vị đã chọn cho danh sách này.')
  }
  const total = listings.reduce((sum, { table }) => sum + table.lastRow - table.firstRow + 1, 0)
  const placed: Placed[] = []
  const isUnit = (text: string) => units.named(text) !== undefined
  for (const listing of listings) {
    const around = aroundSheet(listing, units, mayCreate ? expect : undefined)
    const surroundings = { units, around, chosen, ...(mayCreate ? { expect } : {}) }
    const before = placed.length
    for (const row of readRows(listing, isUnit, meanings)) {
      placed.push(place(row, listing, surroundings))
      if (placed.length % STEP === 0) await progress.at('reading', placed.length, total)
    }
    const ofSheet = placed.slice(before)
    const bySheet = ofSheet.find((row) => row.bySheet)?.unit?.name
    problems.push(...checkSheet(listing, ofSheet.length, bySheet))
  }
  blockRepeated(placed)
  const earlier = await earlierRows(ctx, sha256)
  const accepted = request.updates ?? acceptedUpdates.parse({})
  const places = { units, posts, meanings, accepted }
  const people = await matched(ctx, placed, earlier.rows, places, progress)
  return {
    sha256,
    listings,
    people,
    problems,
    oldText,
    aliases: meanings.used,
    headings: decidedHeadings(listings, request.mapping ?? {}),
    decisions,
    coming,
    asOf,
    alreadyImported: earlier.importId,
  }
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
function aroundSheet(
  { table, grid }: Listing,
  units: UnitIndex,
  expect: Surroundings['expect'],
): KnownUnit[] {
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
  const letterhead = table.above.find(({ text }) => AGENCY.test(text))
  if (around.length === 0 && expect && letterhead) around.push(expect(letterhead.text, []))
  return around.toSorted((a, b) => a.above.length - b.above.length)
}

/** A line above the table that is the name of an agency and nothing else. */
const AGENCY = /^(sở|thanh tra tỉnh|huyện|thị xã|xã|phường|thị trấn|đặc khu)\s[^,;:()\d]{2,60}$/iu

/** `DANH SÁCH CÁN BỘ, CÔNG CHỨC SỞ NỘI VỤ` → `SỞ NỘI VỤ` */
const behindOf = (text: string): string =>
  /\b(?:sở|ban|huyện|thành phố|thị xã|xã|phường|thị trấn|văn phòng|thanh tra)\s.+$/iu.exec(
    text,
  )?.[0] ?? text

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
