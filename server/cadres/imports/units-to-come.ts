import type { Context } from '#server/kernel/context.ts'
import { tidy } from '#server/kernel/text.ts'
import { addUnits } from '#server/organisation/added-units.ts'
import { type Meanings, NEW } from './decisions.ts'
import { type KnownUnit, nameKey, type UnitIndex } from './units.ts'

/** A unit a list names and the province does not have yet: its number is below zero until written. */
export interface UnitToCome extends KnownUnit {
  level: 'province' | 'district' | 'commune'
}

/** What a name says of its kind; more than these words say is set on the organisation screen. */
const KINDS: readonly [RegExp, string, UnitToCome['level']][] = [
  [/^xa /, 'commune', 'commune'],
  [/^phuong /, 'ward', 'commune'],
  [/^thi tran /, 'township', 'commune'],
  [/^dac khu /, 'special_zone', 'commune'],
  [/^(huyen|thi xa|thanh pho) /, 'district', 'district'],
  [/^dang uy khoi/, 'bloc_committee', 'district'],
  [/^(phong|khoa|to|doi|bo phan|chi cuc) /, 'division', 'province'],
  [/^(so|thanh tra tinh|van phong uy ban nhan dan|ban quan ly khu)/, 'department', 'province'],
  [/^(ban .* tinh uy|van phong tinh uy|uy ban kiem tra)/, 'party_advisory', 'province'],
  [
    /^(mat tran|uy ban mat tran|lien doan lao dong|hoi|tinh doan|doan thanh nien)/,
    'mass_organisation',
    'province',
  ],
  [/^(van phong doan|van phong hoi dong|ban .* hoi dong nhan dan)/, 'council_office', 'province'],
  [/^(truong|benh vien|trung tam|bao|dai phat thanh)/, 'service_unit', 'province'],
]

/**
 * An index that lets units come into being as the list names them: the same name is the same unit,
 * divisions stand below the unit around them, all others below the province.
 */
export function withUnitsToCome(units: UnitIndex, root: KnownUnit, meanings: Meanings) {
  const coming: UnitToCome[] = []
  const byName = new Map<string, UnitToCome>()
  const expect = (text: string, around: readonly KnownUnit[]): UnitToCome => {
    const key = nameKey(text)
    const known = byName.get(key)
    if (known) return known
    const [, kind = 'department', level = 'province'] = KINDS.find(([form]) => form.test(key)) ?? []
    const above = kind === 'division' ? (around.at(-1) ?? root) : root
    const unit: UnitToCome = {
      id: -(coming.length + 1),
      name: properName(text),
      kind,
      level: kind === 'division' && 'level' in above ? (above as UnitToCome).level : level,
      above: [above.id, ...above.above],
      endedOn: null,
      successors: [],
    }
    coming.push(unit)
    byName.set(key, unit)
    return unit
  }
  const index: UnitIndex = {
    byId: (id) => units.byId(id) ?? coming.find((unit) => unit.id === id),
    near: (text) => [
      ...units.near(text),
      { to: NEW, label: `Thêm đơn vị mới “${properName(text)}”` },
    ],
    named(text, within = []) {
      const meant = meanings.of('unit', text)?.to
      if (meant === NEW) return { unit: expect(text, within) }
      const decided = meant && (units.byId(Number(meant)) ?? undefined)
      if (decided) return { unit: decided }
      const match = units.named(text, within)
      const unit = match ? undefined : byName.get(nameKey(text))
      return unit ? { unit } : match
    },
  }
  return { coming, expect, index }
}

/** `UBND XÃ VÂN NHAM` → `Xã Vân Nham`; `SỞ NỘI VỤ` → `Sở Nội vụ`. */
export function properName(text: string): string {
  const name = tidy(text).replace(
    /^(ubnd|đảng ủy|hđnd)\s+(?=(xã|phường|thị trấn|đặc khu|huyện|thành phố|thị xã)\s)/iu,
    '',
  )
  const isShouted = name === name.toUpperCase()
  if (!isShouted) return name.charAt(0).toUpperCase() + name.slice(1)
  const words = name.toLowerCase().split(' ')
  const isArea = /^(xã|phường|thị|đặc|huyện|thành)$/.test(words[0] ?? '')
  const second = ['thị', 'đặc', 'thành'].includes(words[0] ?? '') ? 2 : 1
  return words
    .map((word, index) => {
      const capital = index === 0 || index === second || (isArea && index > second)
      return capital ? word.charAt(0).toUpperCase() + word.slice(1) : word
    })
    .join(' ')
}

/** Writes the units and gives each its real number. */
export async function writeUnits(
  { db }: Context,
  coming: readonly UnitToCome[],
  from: string,
  importId: number,
): Promise<Map<number, number>> {
  const ids = await addUnits(
    db,
    coming.map(({ name, kind, level, above }) => ({ name, kind, level, parentId: above[0] ?? 0 })),
    { from, source: `import:${importId}` },
  )
  return new Map(coming.map(({ id }, index) => [id, ids[index] ?? 0]))
}
