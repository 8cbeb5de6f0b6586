import { report } from './checks.ts'
import type { Placed } from './matching.ts'
import type { PersonRow } from './reading.ts'
import type { KnownUnit } from './units.ts'

/** The same person twice in one file: the first row counts. */
export function blockRepeated(placed: readonly Placed[]): void {
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

export const TWO_PEOPLE =
  'Xóa một dòng; nếu là hai người, ghi đủ ngày sinh hoặc số định danh của cả hai.'

function identityKeys({ facts, nameSearch }: PersonRow, unit: KnownUnit | null): string[] {
  const { birth, national_id } = facts
  if (!nameSearch) return []
  const name = `${nameSearch} ${birth?.on ?? ''} ${birth?.precision ?? ''}`
  return [
    ...(national_id ? [national_id] : []),
    birth?.precision === 'day' ? name : `${name} ${unit?.id ?? 'none'}`,
  ]
}
