import { nearest } from '#rules/nearest.ts'
import type { Body } from '#server/directives/task-shape.ts'
import { searchable } from '#server/kernel/text.ts'
import type { KnownUnit } from './bodies.ts'

export interface NamedBody {
  word: string
  body: Body
  /** No unit the province keeps answers to the name. */
  unknown: boolean
  /** The nearest name there is, to offer. */
  near: string | null
}

/** The ways texts say "everybody": whole phrases, since the names themselves hold commas. */
const EVERYBODY: { says: RegExp; word: string; body: Body }[] = [
  {
    says: /các sở,? (?:ban,? )?ngành[^;]*?(?:ubnd|ủy ban nhân dân) (?:các )?huyện[^;]*/i,
    word: 'so-nganh-huyen',
    body: { label: 'Các sở, ban, ngành và UBND cấp huyện', kinds: ['department', 'district'] },
  },
  {
    says: /các sở,? (?:ban,? )?ngành[^;]*?(?:ubnd|ủy ban nhân dân) (?:các )?xã[^;]*/i,
    word: 'so-nganh-xa',
    body: {
      label: 'Các sở, ban, ngành và UBND cấp xã',
      kinds: ['department', 'commune', 'ward', 'special_zone'],
    },
  },
  {
    says: /(?:ubnd|ủy ban nhân dân) (?:các )?huyện[^;]*/i,
    word: 'cap-huyen',
    body: { label: 'UBND cấp huyện', kinds: ['district'] },
  },
  {
    says: /(?:ubnd|ủy ban nhân dân) (?:các )?xã[^;]*/i,
    word: 'cap-xa',
    body: { label: 'UBND cấp xã', kinds: ['commune', 'ward', 'special_zone', 'township'] },
  },
  {
    says: /các sở,? (?:ban,? )?ngành(?: (?:cấp )?tỉnh)?/i,
    word: 'so-nganh',
    body: { label: 'Các sở, ban, ngành', kinds: ['department'] },
  },
  {
    says: /(?:ubnd|ủy ban nhân dân) tỉnh/i,
    word: 'ubnd-tinh',
    body: { label: 'UBND tỉnh', kinds: ['province'] },
  },
]

/** The bodies a cell of "Chủ trì" or "Phối hợp" names, in order. */
export function readBodies(cell: string, units: readonly KnownUnit[]): NamedBody[] {
  let rest = cell.normalize('NFC').replace(/\s+/g, ' ').trim()
  const found: NamedBody[] = []
  for (const { says, word, body } of EVERYBODY) {
    if (!says.test(rest)) continue
    rest = rest.replace(says, '')
    found.push({ word, body, unknown: false, near: null })
  }
  const parts = rest
    .split(/[,;\n]|\s+-\s+/)
    .map((part) => part.replace(/^(?:và|[-–])\s+/, '').trim())
  return [
    ...parts.filter((part) => /\p{L}/u.test(part)).map((part) => named(part, units)),
    ...found,
  ]
}

function named(part: string, units: readonly KnownUnit[]): NamedBody {
  const typed = searchable(part)
  const unit = units.find(({ name }) => searchable(name) === typed)
  const word =
    searchable(part)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'don-vi'
  if (unit) return { word, body: { label: unit.name, unit: unit.code }, unknown: false, near: null }
  const near =
    /"(.+)"/.exec(
      nearest(
        part,
        units.map(({ name }) => name),
      ),
    )?.[1] ?? null
  return { word, body: { label: part }, unknown: true, near }
}
