import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import type { ReceivedFile } from '#server/kernel/operation.ts'
import { readSheets } from '#server/office/workbook.ts'
import { aliasesOf } from './aliases.ts'
import type { Problem } from './cells.ts'
import { checkSheet } from './checks.ts'
import { type Alias, type Decision, meaningsOf } from './decisions.ts'
import { withOwnLetters } from './look-alikes.ts'
import { decidedHeadings } from './mapping.ts'
import { matched, type Placed, type Planned, STEP } from './matching.ts'
import { type OldText, type OldTextChoice, readOldText } from './old-text.ts'
import type { Surroundings } from './postings.ts'
import { postIndex } from './posts.ts'
import type { Progress } from './progress.ts'
import { readRows } from './reading.ts'
import { blockRepeated } from './repeats.ts'
import { aroundTables, place, unitChosen } from './surroundings.ts'
import { type Choice, type Found, findListings, type Listing, tableChoice } from './tables.ts'
import { type KnownUnit, unitIndex } from './units.ts'
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
  /** All that was found in the file, in its order. */
  tables: PlannedTable[]
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

export interface PlannedTable extends Pick<Found, 'name' | 'read' | 'why'> {
  sheet: string
  /** One-based; null where there is no list. */
  headerRow: number | null
  readable: boolean
  rows: number
  /** Whom the rows belong to that name no unit: by title or tab, and as chosen instead. */
  unit: string | null
  unitId: number | null
}

/** Reads, matches and compares; the same for a preview, a dry run and the real thing. */
export async function planImport(
  ctx: Context,
  request: Request,
  progress: Progress,
): Promise<Plan> {
  const { file } = request
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  const decisions = request.decisions ?? []
  const meanings = meaningsOf(await aliasesOf(ctx), decisions)
  const { sheets: unicode, found: oldText } = readOldText(
    await readSheets(file.bytes),
    request.oldText,
  )
  const { sheets, problems: letters } = withOwnLetters(unicode)
  const earlier = await earlierRows(ctx, sha256)
  const choices = request.tables ?? (request.sheet === undefined ? earlier.tables : [])
  const choice = { ...request, tables: choices }
  const { found, listings, problems } = findListings(sheets, choice, ctx.today, meanings)
  problems.push(...letters)
  const dates = listings.flatMap(({ statedOn }) => statedOn ?? [])
  const asOf = dates.toSorted().at(-1) ?? ctx.today
  const known = await unitIndex(ctx, asOf)
  const mayCreate = request.createUnits ?? known.isBare
  const { coming, expect, index: units } = withUnitsToCome(known, known.root, meanings)
  const posts = await postIndex(ctx, asOf, meanings)
  const total = listings.reduce((sum, { table }) => sum + table.lastRow - table.firstRow + 1, 0)
  const placed: Placed[] = []
  const isUnit = (text: string) => units.named(text) !== undefined
  const around = aroundTables(found, units, mayCreate ? expect : undefined)
  const unitIds = new Map(choices.map(({ table, unitId }) => [table, unitId]))
  for (const listing of listings) {
    const surroundings: Surroundings = {
      units,
      around: around.get(listing) ?? [],
      chosen: unitChosen(units, unitIds.get(listing.name) ?? request.unitId),
      ...(mayCreate ? { expect } : {}),
    }
    const before = placed.length
    for (const row of readRows(listing, isUnit, meanings)) {
      placed.push(place(row, listing, surroundings))
      if (placed.length % STEP === 0) await progress.at('reading', placed.length, total)
    }
    const ofTable = placed.slice(before)
    const bySheet = ofTable.find((row) => row.bySheet)?.unit?.name
    problems.push(...checkSheet(listing, ofTable.length, bySheet))
  }
  blockRepeated(placed)
  const accepted = request.updates ?? acceptedUpdates.parse({})
  const places = { units, posts, meanings, accepted }
  const people = await matched(ctx, placed, earlier.rows, places, progress)
  return {
    sha256,
    listings,
    tables: found.map((one) => tableOf(one, people, isUnit, around, unitIds)),
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

/** A table as the office decides about it. */
function tableOf(
  { name, read, why, listing }: Found,
  people: readonly Planned[],
  isUnit: (text: string) => boolean,
  around: ReadonlyMap<Listing, readonly KnownUnit[]>,
  unitIds: ReadonlyMap<string, number | null | undefined>,
): PlannedTable {
  const sheet = listing?.grid.sheet.name ?? name
  const unitId = unitIds.get(name) ?? null
  if (!listing)
    return { name, sheet, read, why, headerRow: null, readable: false, rows: 0, unit: null, unitId }
  const rows = read
    ? people.filter((row) => isOf(row, listing)).length
    : [...readRows(listing, isUnit, meaningsOf([]))].length
  const headerRow = listing.table.headerRows.from + 1
  const unit = around.get(listing)?.at(-1)?.name ?? null
  return { name, sheet, read, why, headerRow, readable: true, rows, unit, unitId }
}

/** Whether a row stands in a table. */
export const isOf = (
  { sheet, row }: { sheet: string; row: number },
  { grid, table }: Listing,
): boolean => sheet === grid.sheet.name && row > table.firstRow && row <= table.lastRow + 1

async function earlierRows({ db }: Context, sha256: string) {
  const earlier = await db
    .selectFrom('import')
    .select(['id', 'tables'])
    .where('sha256', '=', sha256)
    .where('committed_at', 'is not', null)
    .where('undone_at', 'is', null)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (!earlier) return { importId: null, tables: [], rows: new Map<string, number>() }
  const found = await db
    .selectFrom('import_row')
    .select(['sheet', 'row_no', 'cadre_id'])
    .where('import_id', '=', earlier.id)
    .where('cadre_id', 'is not', null)
    .execute()
  const rows = new Map(
    found.map(({ sheet, row_no, cadre_id }) => [`${row_no} ${sheet}`, cadre_id ?? 0]),
  )
  return { importId: earlier.id, tables: z.array(tableChoice).parse(earlier.tables), rows }
}
