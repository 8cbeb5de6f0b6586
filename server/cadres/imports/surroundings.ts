import { Refusal } from '#server/kernel/refusal.ts'
import { checkMissing, checkRow, report } from './checks.ts'
import type { Placed } from './matching.ts'
import { type Surroundings, UNIT_WORD, unitOfRow } from './postings.ts'
import type { PersonRow } from './reading.ts'
import type { Found, Listing } from './tables.ts'
import type { KnownUnit, UnitIndex } from './units.ts'

/** A row with its unit: its own, that of its section, or that of its table. */
export function place(row: PersonRow, listing: Listing, surroundings: Surroundings): Placed {
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

/**
 * Units named above each table or by the tab of its sheet, outermost first. A further table of a sheet
 * whose own titles speak of no unit is about those of the sheet; one that names a stranger is not.
 */
export function aroundTables(
  found: readonly Found[],
  units: UnitIndex,
  expect: Surroundings['expect'],
): Map<Listing, KnownUnit[]> {
  const around = new Map<Listing, KnownUnit[]>()
  for (const { listing, read } of found) {
    if (!listing) continue
    const above = around.get(listing.first ?? listing) ?? []
    const own = aroundTable(listing, above, units, read ? expect : undefined)
    const isStranger = listing.table.above.some(
      ({ text }) => UNIT_WORD.test(text) && !/^ban hành/iu.test(text),
    )
    around.set(listing, own.length > 0 || isStranger ? own : above)
  }
  return around
}

function aroundTable(
  { table, grid, first }: Listing,
  above: readonly KnownUnit[],
  units: UnitIndex,
  expect: Surroundings['expect'],
): KnownUnit[] {
  const around: KnownUnit[] = []
  const tab = first ? [] : [grid.sheet.name]
  const texts = [...table.above.map(({ text }) => text), ...tab]
  for (const text of texts) {
    for (const part of [text, ...text.split(/\s+[-–]\s+|[:,(]/), behindOf(text)]) {
      const match = units.named(part.replace(/^(đơn vị|tên đơn vị|của)\s*:?\s*/iu, ''), [
        ...above,
        ...around,
      ])
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

/** The unit somebody chose for a list. */
export function unitChosen(
  units: UnitIndex,
  unitId: number | null | undefined,
): KnownUnit | undefined {
  if (unitId == null) return undefined
  const chosen = units.byId(unitId)
  if (!chosen) throw new Refusal('not_found', 'Không có đơn vị đã chọn cho danh sách này.')
  return chosen
}
