import { inVietnamese } from '#server/kernel/dates.ts'
import { type Letter, type LetterBlock, plain, strong } from '#server/office/letter.ts'
import { letterhead, type Sender } from '#server/organisation/letterhead.ts'
import type { Content, Section } from './content.ts'
import type { Signing } from './file.ts'
import type { LiveTable } from './live.ts'

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII']
export const NOTHING = 'Không phát sinh trong kỳ.'

/** A report as the letter an office signs; a draft says that it is one. */
export function letterOf(
  content: Content,
  sender: Sender,
  province: string,
  signing: Signing | null,
): Letter {
  const { unit, to, cite, since, countedOn } = content
  return {
    head: letterhead({ ...sender, name: unit }, province, {
      ...{ no: signing?.reportNo ?? null, symbol: 'BC', on: signing?.signedOn ?? null },
    }),
    title: signing ? 'BÁO CÁO' : 'BÁO CÁO (DỰ THẢO)',
    subtitle: content.title,
    blocks: [
      { to: `${to}.` },
      {
        line: plain(
          `Thực hiện văn bản số ${cite.replace(' · ', ', ')}, ${unit} báo cáo kết quả từ ngày ${inVietnamese(since)}; số liệu đến ngày ${inVietnamese(countedOn)} như sau:`,
        ),
      },
      ...content.sections.flatMap((section, index) => [
        { heading: `${ROMAN[index] ?? index + 1}. ${section.heading.toUpperCase()}` },
        ...blocksOf(section),
      ]),
    ],
    receivers: [`${to};`, 'Lưu: hồ sơ.'],
    signs: 'Thủ trưởng cơ quan',
    signer: signing?.signer ?? null,
  }
}

function blocksOf({ table, says, gathered, states }: Section): LetterBlock[] {
  if (table) return tableBlocks(table)
  const stated =
    states && states.stated !== null
      ? [`Theo sổ của cơ quan: ${states.stated}; theo hồ sơ: ${states.counted} (${states.of}).`]
      : []
  const own = [...stated, ...linesIn(says)].map((line) => ({ line: plain(line) }))
  const theirs = gathered.map(({ unit, says: words }) => ({
    line: [...strong(`${unit}: `), ...plain(linesIn(words).join(' '))],
  }))
  const all = [...own, ...theirs]
  return all.length > 0 ? all : [{ line: plain('Không có nội dung.') }]
}

const linesIn = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

function tableBlocks({ headings, rows, note }: LiveTable): LetterBlock[] {
  const noted = note ? [{ note: plain(note) }] : []
  if (rows.length === 0) return [...noted, { line: plain(NOTHING) }]
  const cells = rows.map((row) => row.map(saidCell))
  return [...noted, { heads: headings, widths: widthsOf(headings, cells), rows: cells }]
}

export const saidCell = (cell: string | number | null): string =>
  typeof cell === 'number' ? cell.toLocaleString('vi-VN') : (cell ?? '')

/** Shares of the page by what a column holds: a code stays on one line, a sentence gets room. */
function widthsOf(headings: readonly string[], rows: readonly (readonly string[])[]): number[] {
  return headings.map((heading, column) => {
    const all = [heading, ...rows.map((row) => row[column] ?? '')]
    const longest = Math.max(...all.map(({ length }) => length))
    const word = Math.max(...all.flatMap((text) => text.split(' ').map(({ length }) => length)))
    return Math.max(9, word + 2, Math.min(34, longest))
  })
}
