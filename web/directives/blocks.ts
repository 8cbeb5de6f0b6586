import { UNIT_BLOCKS, UNIT_KINDS } from '#server/organisation/code-lists.ts'
import type { UnitShare } from '#web/lib/shapes-of-directives.ts'

export interface BlockShare {
  key: string
  label: string
  base: number
  counted: number
  unknown: number
}

const blocks: Record<string, { label: string }> = UNIT_BLOCKS
const kinds: Record<string, { label: string }> = UNIT_KINDS
const ORDER = Object.keys(UNIT_BLOCKS)

/** The units right under the province, added up block by block in the order of the frame. */
export function byBlock(rows: UnitShare[]): BlockShare[] {
  const root = rows.find(({ kind }) => kind === 'province')
  const known = new Set(rows.map(({ unitId }) => unitId))
  const tops = rows.filter(({ unitId, parentId }) =>
    root ? parentId === root.unitId : unitId !== parentId && !known.has(parentId ?? -1),
  )
  const sums = new Map<string, BlockShare>()
  for (const row of tops) {
    const key = row.block ?? row.kind
    const label = blocks[key]?.label ?? kinds[key]?.label ?? row.name
    const sum = sums.get(key) ?? { key, label, base: 0, counted: 0, unknown: 0 }
    sum.base += row.base
    sum.counted += row.counted
    sum.unknown += row.unknown
    sums.set(key, sum)
  }
  const place = (key: string) => (ORDER.includes(key) ? ORDER.indexOf(key) : ORDER.length)
  return [...sums.values()].sort((one, other) => place(one.key) - place(other.key))
}

const STEPS = [0.1, 0.15, 0.3] as const
const COLOURS = ['#e6f0f8', '#cfe3f1', '#a9cde6', '#7fb3d5'] as const

/** White for none, then four blues; the number is always printed as well. */
export function shade(share: number | null): string {
  if (share === null || share === 0) return '#fff'
  const step = STEPS.findIndex((end) => share < end)
  return COLOURS[step === -1 ? COLOURS.length - 1 : step] ?? '#fff'
}

/** The same four blues where shares run up to all of them. */
export function shadeOfAll(share: number | null): string {
  if (share === null || share === 0) return '#fff'
  return COLOURS[Math.min(3, Math.floor(share * 4))] ?? '#fff'
}

/** The date itself, and the ends of the three years before it, oldest first. */
export function yearsBefore(asOf: string, adoptedFrom: string | undefined): string[] {
  const year = Number(asOf.slice(0, 4))
  return [3, 2, 1]
    .map((back) => `${year - back}-12-31`)
    .filter((date) => adoptedFrom === undefined || date >= adoptedFrom)
    .concat(asOf)
}
