import type { Say } from './cells.ts'
import type { Facts } from './facts.ts'
import { rankOf } from './post-names.ts'
import { freeSeat, type PostIndex } from './posts.ts'
import type { PersonRow } from './reading.ts'
import type { Section } from './sections.ts'
import type { KnownUnit, UnitIndex, UnitMatch } from './units.ts'

/** A post somebody sits in, ready to be written as a tenure. */
export interface Seat {
  unit_id: number
  post_id: number | null
  seat_no: number | null
  title: string
  rank: string
  holding: 'main' | 'concurrent'
}

export interface Said {
  say: Say
  /** The field whose cell is meant. */
  field: 'unit' | 'post'
  blocks: boolean
}

/** Units a whole sheet is about: named in its title, its tab or by whoever imports it. */
export interface Surroundings {
  units: UnitIndex
  around: readonly KnownUnit[]
  chosen: KnownUnit | undefined
  /** Given when units the province does not have may come with the list. */
  expect?: (text: string, within: readonly KnownUnit[]) => KnownUnit
}

/** Words a unit's name begins with: a section that begins so must be a known unit. */
export const UNIT_WORD =
  /^(xã|phường|thị trấn|đặc khu|huyện|thành phố|thị xã|ubnd|hđnd|đảng ủy|ủy ban|sở|ban|phòng|văn phòng|chi cục|trung tâm|trường|thanh tra|bệnh viện|trạm|hội|đoàn|mttq)(?!\p{L})/iu

/**
 * The unit of a row: its own column, else the words behind the post, else the nearest section, else
 * the unit chosen or named for the whole sheet (`bySheet`).
 */
export function unitOfRow(
  row: PersonRow,
  { units, around, chosen, expect }: Surroundings,
): { unit?: KnownUnit; said?: Said; bySheet?: boolean } {
  const sections = sectionUnits(row.sections, units, around, expect)
  const within = [...around, ...sections.found]
  const block = (say: Say) => ({ said: { field: 'unit', blocks: true, say } as const })
  const own = row.facts.unit
  if (own) {
    const match = units.named(own, within)
    if (match && 'unit' in match) return { unit: match.unit }
    if (!match && expect) return { unit: expect(own, within) }
    return block(match?.refused ?? unknownUnit(own, units))
  }
  const behind = unitInPost(row.facts.post, units, within)
  if (behind) return { unit: behind }
  if (sections.refused) return block(sections.refused)
  const section = sections.found.at(-1)
  if (section) return { unit: section }
  if (chosen) return { unit: chosen }
  const unit = around.at(-1)
  return unit ? { unit, bySheet: true } : block(NO_UNIT)
}

/** Units of the sections above a row; the innermost one decides, so it must not be a riddle. */
function sectionUnits(
  sections: readonly Section[],
  units: UnitIndex,
  around: readonly KnownUnit[],
  expect: Surroundings['expect'],
): { found: KnownUnit[]; refused?: Say } {
  const found: KnownUnit[] = []
  let refused: Say | undefined
  for (const { text } of sections) {
    const match: UnitMatch = units.named(text, [...around, ...found])
    if (match && 'unit' in match) {
      found.push(match.unit)
      refused = undefined
    } else if (!match && expect && UNIT_WORD.test(text)) {
      found.push(expect(text, [...around, ...found]))
    } else if (match || UNIT_WORD.test(text)) refused = match?.refused ?? unknownUnit(text, units)
  }
  return { found, refused }
}

/** `Phó Giám đốc Sở Y tế`: the longest ending that names a unit. */
function unitInPost(
  post: string | undefined,
  units: UnitIndex,
  within: readonly KnownUnit[],
): KnownUnit | undefined {
  const words = (post ?? '').split(' ')
  for (let from = 1; from < words.length - 1; from++) {
    const match = units.named(words.slice(from).join(' '), within)
    if (match && 'unit' in match) return match.unit
  }
  return undefined
}

/**
 * Posts of a row: the first is the main one, others after a comma or “kiêm” are held beside it.
 * With `since` the lowest free seat from that day is taken; without it nobody sits down.
 */
export function seatsOf(
  facts: Facts,
  unit: KnownUnit,
  posts: PostIndex,
  since: string | undefined,
): { seats: Seat[]; said: Said[] } {
  const seats: Seat[] = []
  const said: Said[] = []
  const remind = (say: Say, blocks = false) => said.push({ say, field: 'post', blocks })
  const parts = (facts.post ?? '').split(/\s*[;,]\s*|\s+kiêm\s+/iu).filter(Boolean)
  for (const [index, text] of parts.entries()) {
    const found = posts.named(text, unit)
    const holding = index === 0 ? 'main' : 'concurrent'
    if ('refused' in found) {
      remind(found.refused, index === 0)
      continue
    }
    const { post, title, rank } = found
    if (index > 0 && !post) {
      remind(notBeside(text, unit.name))
      continue
    }
    if (found.say) remind(found.say)
    const seat_no = post && since ? (freeSeat(post, since) ?? null) : null
    if (post && seat_no !== null) post.held.set(seat_no, null)
    if (post && since && seat_no === null) remind(noSeat(post.name, post.seats, unit.name))
    seats.push({ unit_id: unit.id, post_id: post?.id ?? null, seat_no, title, rank, holding })
  }
  if (parts.length === 0) {
    remind(NO_POST)
    seats.push({
      unit_id: unit.id,
      post_id: null,
      seat_no: null,
      title: 'Chưa ghi chức vụ',
      rank: rankOf(''),
      holding: 'main',
    })
  }
  return { seats, said }
}

const noSeat = (post: string, seats: number, unit: string): Say => ({
  reason: `${unit} có ${seats} vị trí ${post} và đã có người giữ; vẫn ghi, ngoài số vị trí.`,
  fix: 'Kết thúc chức vụ của người giữ trước, hoặc kiểm tra lại chức vụ này.',
})

const notBeside = (text: string, unit: string): Say => ({
  reason: `${unit} chưa có vị trí “${text}” nên chưa ghi chức vụ kiêm nhiệm này.`,
  fix: 'Thêm vị trí ở mục Tổ chức rồi nhập lại, hoặc ghi trong hồ sơ.',
})

const NO_POST: Say = {
  reason: 'Danh sách không ghi chức vụ của người này.',
  fix: 'Ghi chức vụ, chức danh; khi chưa có, người này được tính là chuyên môn, nghiệp vụ.',
}

const NO_UNIT: Say = {
  reason: 'Không biết người này ở đơn vị nào.',
  fix: 'Thêm cột Đơn vị, dòng tên đơn vị phía trên, hoặc chọn đơn vị cho cả danh sách.',
}

const unknownUnit = (text: string, units: UnitIndex): Say => ({
  reason: `Không có đơn vị “${text}” trong cơ cấu tổ chức.`,
  fix: 'Sửa cho đúng tên ở mục Tổ chức, hoặc thêm đơn vị này trước khi nhập.',
  options: units.near(text),
  asked: text,
})
