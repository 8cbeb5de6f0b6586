import type { Letterhead } from '#server/office/letter.ts'

/** Who sends a letter: a unit by name and kind; the province itself when there is none. */
export interface Sender {
  name: string
  kind: string
}

interface Numbered {
  /** As it is written: 215/BC-SNV; null leaves the place open. */
  no: string | null
  /** Of the kind of letter, for the open place: BC, KH, KL. */
  symbol: string
  on: string | null
}

const PARTY = ['party_committee', 'party_advisory', 'party_service_unit', 'bloc_committee']
const GOVERNED = ['department', 'service_unit', 'affiliated_unit']
const COMMITTEES = ['province', 'district', 'commune', 'ward', 'township', 'special_zone']

/** The two columns above a letter: Decree 30/2020 for the State, HD 36-HD/VPTW for the Party. */
export function letterhead(sender: Sender | null, province: string, letter: Numbered): Letterhead {
  const place = province.replace(/^(Tỉnh|Thành phố) /, '')
  const whole = place === province ? `Tỉnh ${province}` : province
  const from = sender ?? { name: whole, kind: 'province' }
  const dated = {
    text: `${place}, ${dateInWords(letter.on)}`,
    look: 'slanted',
    points: 13,
  } as const
  if (PARTY.includes(from.kind)) {
    const committee = whole.startsWith('Thành phố') ? 'Thành ủy' : 'Tỉnh ủy'
    const number = letter.no ?? `……-${letter.symbol}/……`
    return {
      left: [
        { text: `${committee} ${place}`.toUpperCase(), look: 'plain', points: 14 },
        { text: from.name.toUpperCase(), look: 'strong', points: 14 },
        { text: '*', look: 'plain', points: 14 },
        { text: `Số ${number}`, look: 'plain', points: 14 },
      ],
      right: [
        { text: 'ĐẢNG CỘNG SẢN VIỆT NAM', look: 'strong', points: 15, ruled: 'whole' },
        dated,
      ],
    }
  }
  const above = aboveOf(from.kind, whole)
  const names = COMMITTEES.includes(from.kind) ? ['Ủy ban nhân dân', from.name] : [from.name]
  return {
    left: [
      ...(above ? [{ text: above.toUpperCase(), look: 'plain', points: 12 } as const] : []),
      ...names.map((name, index) => ({
        ...({ text: name.toUpperCase(), look: 'strong', points: 12 } as const),
        ...(index === names.length - 1 && { ruled: 'short' as const }),
      })),
      { text: `Số: ${letter.no ?? `……/${letter.symbol}-……`}`, look: 'plain', points: 13 },
    ],
    right: [
      { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', look: 'strong', points: 12 },
      { text: 'Độc lập - Tự do - Hạnh phúc', look: 'strong', points: 13, ruled: 'whole' },
      dated,
    ],
  }
}

function aboveOf(kind: string, province: string): string | null {
  if (GOVERNED.includes(kind)) return `UBND ${province}`
  return kind === 'council_office' ? `HĐND ${province}` : null
}

/** Days below 10 and the first two months take a zero, as the decree writes them. */
function dateInWords(on: string | null): string {
  if (on === null) return 'ngày … tháng … năm ……'
  const [year = '', month = '', day = ''] = on.split('-')
  return `ngày ${day} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`
}
