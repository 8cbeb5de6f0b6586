import { inVietnamese } from '#server/kernel/dates.ts'
import { type Letter, type LetterBlock, plain, strong } from '#server/office/letter.ts'
import type { Content, Section } from './content.ts'
import type { Signing } from './file.ts'
import type { LiveTable } from './live.ts'

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII']

/** A report as the letter an office signs; a draft says that it is one. */
export function letterOf(content: Content, province: string, signing: Signing | null): Letter {
  const [year = '', month = '', day = ''] = (signing?.signedOn ?? '').split('-')
  const dated = signing ? `ngày ${day} tháng ${month} năm ${year}` : 'ngày … tháng … năm ……'
  const place = province.replace(/^(Tỉnh|Thành phố) /, '')
  return {
    left: [
      plain(province.toUpperCase()),
      strong(content.unit.toUpperCase()),
      plain(signing ? `Số: ${signing.reportNo}` : 'Số: ……/BC-……'),
    ],
    right: [
      strong('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
      strong('Độc lập - Tự do - Hạnh phúc'),
      plain(`${place}, ${dated}`),
    ],
    title: signing ? 'BÁO CÁO' : 'BÁO CÁO (DỰ THẢO)',
    subtitle: strong(content.title),
    blocks: [
      { line: plain(`Kính gửi: ${content.to}.`) },
      {
        line: plain(
          `Thực hiện ${content.cite}, ${content.unit} báo cáo kết quả từ ngày ${inVietnamese(content.since)}; số liệu đến ngày ${inVietnamese(content.countedOn)} như sau:`,
        ),
      },
      ...content.sections.flatMap((section, index) => [
        { heading: `${ROMAN[index] ?? index + 1}. ${section.heading.toUpperCase()}` },
        ...blocksOf(section),
      ]),
    ],
    signatures: [
      ['Nơi nhận', `(${content.to}; lưu hồ sơ)`],
      [
        'Thủ trưởng cơ quan',
        '(Ký, đóng dấu, ghi rõ họ tên)',
        ...(signing ? ['', signing.signer] : []),
      ],
    ],
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
  if (rows.length === 0) return [{ line: plain('Không phát sinh trong kỳ.') }]
  const cells = rows.map((row) => row.map(saidCell))
  return [
    ...(note ? [{ note: plain(note) }] : []),
    { heads: headings, widths: widthsOf(headings, cells), rows: cells },
  ]
}

export const saidCell = (cell: string | number | null): string =>
  typeof cell === 'number' ? cell.toLocaleString('vi-VN') : (cell ?? '')

/** Shares of the page by what a column holds: a code stays narrow, a sentence gets room. */
function widthsOf(headings: readonly string[], rows: readonly (readonly string[])[]): number[] {
  return headings.map((heading, column) => {
    const longest = Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0))
    return Math.min(34, Math.max(9, longest))
  })
}
