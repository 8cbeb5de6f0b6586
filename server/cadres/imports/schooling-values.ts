import { DEGREES, RATING_LEVELS, STUDY_MODES } from '#server/cadres/code-lists.ts'
import { type CodeList, labelOf } from '#server/kernel/code-list.ts'
import { addDays } from '#server/kernel/dates.ts'
import { searchable } from '#server/kernel/text.ts'
import type { CellValue } from '#server/office/workbook.ts'
import { shown } from './cells.ts'
import { codeOf, codeWithRest, highestOf } from './codes.ts'
import type { About, Facts, Reading } from './facts.ts'
import { labelsNear } from './nearness.ts'
import { fractionOf, turnedIntoDate } from './pay-values.ts'

/** Endings of the abbreviations offices make of a degree and the way it was earned: ĐHTC, ĐH VLVH. */
const MODE_ENDINGS: readonly [RegExp, keyof typeof STUDY_MODES][] = [
  [/^(dh|cd|tc) ?\(?(tc|tai chuc|vlvh)\)?$/, 'in_service'],
  [/^(dh|cd|tc) ?\(?(tx|tu xa)\)?$/, 'distance'],
  [/^(dh|cd|tc) ?\(?(cq|chinh quy)\)?$/, 'full_time'],
]

/** A level, maybe several of which the highest counts, maybe with the major behind it. */
export function readDegree(cell: CellValue): Reading {
  const said = shown(cell)
  if (/đang học|đang theo học/iu.test(said)) {
    return {
      refused: { reason: `“${said}”: chưa tốt nghiệp.`, fix: 'Ghi trình độ cao nhất đã có bằng.' },
    }
  }
  const compact = searchable(said).replace(/[.]/g, '')
  const ending = MODE_ENDINGS.find(([form]) => form.test(compact))
  if (ending) return degreeByMode(said, compact, ending[1])
  const whole = codeOf(DEGREES, said)
  if (whole) return { facts: { degree: whole }, label: labelOf(DEGREES, whole) ?? said }
  const found = String(typeof cell === 'string' ? cell : said)
    .split(/[;,+/\n]|(?<!\p{L})và(?!\p{L})/u)
    .flatMap((part) => codeWithRest(DEGREES, part.trim()) ?? [])
  const inner = found.flatMap(({ rest }) => codeWithRest(DEGREES, rest) ?? [])
  const all = [...found, ...inner]
  const degree = highestOf(
    DEGREES,
    all.map(({ code }) => code),
  )
  if (!degree) {
    return {
      refused: {
        reason: `“${said}” không phải trình độ đã biết.`,
        fix: 'Ghi Trung cấp, Cao đẳng, Đại học, Thạc sĩ hoặc Tiến sĩ.',
        options: labelsNear(said, DEGREES),
      },
    }
  }
  const major = all.find(({ code }) => code === degree)?.rest
  const facts: Facts = { degree, ...(major && inner.length === 0 && { major: capital(major) }) }
  const label = labelOf(DEGREES, degree) ?? said
  const say = {
    reason: `Ô ghi nhiều trình độ (“${said}”); lấy trình độ cao nhất là ${label}.`,
    fix: `Nếu không phải ${label}, sửa ô này.`,
  }
  return {
    facts,
    label: facts.major ? `${label}, ${facts.major}` : label,
    say: all.length > 1 ? say : undefined,
  }
}

function degreeByMode(
  said: string,
  compact: string,
  study_mode: keyof typeof STUDY_MODES,
): Reading {
  const degree = codeOf(DEGREES, compact.slice(0, 2)) ?? 'university'
  const label = `${labelOf(DEGREES, degree)}, ${STUDY_MODES[study_mode].label.toLowerCase()}`
  const say = {
    reason: `“${said}” hiểu là ${label}.`,
    fix: 'Nếu đúng thì giữ nguyên; nếu không, ghi rõ trình độ và hình thức đào tạo.',
  }
  return { facts: { degree, study_mode }, label, say: /tc$/.test(compact) ? say : undefined }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const SYSTEMS = [9, 10, 12]
const fits = (part: number, of: number) => SYSTEMS.includes(of) && part >= 1 && part <= of

/** `12/12`, `lớp 7/10`, or the date Excel made of it, even when its format was lost. */
export function readGeneralEducation(cell: CellValue, { since1904 }: About): Reading {
  const serial = typeof cell === 'number' && cell > 3000 && cell < 80000
  const dated =
    serial && typeof cell === 'number'
      ? { date: addDays(since1904 ? '1904-01-01' : '1899-12-30', cell), shows: 'day' as const }
      : cell
  if (dated !== null && typeof dated === 'object') {
    const fraction = fractionOf(dated, fits)
    if (!fraction) return { refused: notSchooling(shown(dated)) }
    const general_education = `${fraction.part}/${fraction.of}`
    return { facts: { general_education }, label: general_education, say: turnedIntoDate(fraction) }
  }
  const said = shown(cell)
  const found = /^(?:lớp\s*)?(\d{1,2})\s*\/\s*(\d{1,2})(?:\s*\(?bt(?:vh)?\)?)?$/iu.exec(said)
  if (found && fits(Number(found[1]), Number(found[2]))) {
    const general_education = `${Number(found[1])}/${Number(found[2])}`
    return { facts: { general_education }, label: general_education }
  }
  if (/^(thpt|trung học phổ thông|cấp (3|iii))$/iu.test(said) || cell === 12) {
    return { facts: { general_education: '12/12' }, label: '12/12' }
  }
  return { refused: notSchooling(said) }
}

const notSchooling = (said: string) => ({
  reason: `“${said}” không phải trình độ giáo dục phổ thông.`,
  fix: 'Ghi lớp đã học trên hệ, ví dụ 12/12 hoặc 10/10.',
})

/** One year by the heading, or several years in one cell: `2021: HTT; 2022: HTXS; 2023: HTT`. */
export function readRating(cell: CellValue, { heading }: About): Reading {
  const said = shown(cell)
  const parts = said.split(/[;,\n]|\s\/\s/).map((part) => part.trim())
  const headed = heading.match(/\b(?:19|20)\d\d\b/g) ?? []
  const ratings: { year: number; level: string }[] = []
  for (const [i, part] of parts.entries()) {
    const year =
      /\b(?:19|20)\d\d\b/.exec(part)?.[0] ?? headed[parts.length === 1 ? headed.length - 1 : i]
    const level = codeOf(RATING_LEVELS, part.replace(/\b(?:năm\s*)?(?:19|20)\d\d\b\s*[:=-]?/iu, ''))
    if (!level) {
      return {
        refused: {
          reason: `“${part}” không phải mức xếp loại đã biết.`,
          fix: 'Ghi HTXSNV, HTTNV, HTNV hoặc KHTNV.',
          ...(parts.length === 1 && { options: labelsNear(part, RATING_LEVELS) }),
        },
      }
    }
    if (!year) {
      return {
        refused: {
          reason: `Không rõ “${said}” là xếp loại của năm nào.`,
          fix: 'Ghi năm trong tiêu đề cột, ví dụ Xếp loại 2023, hoặc trong ô, ví dụ 2023: HTT.',
        },
      }
    }
    ratings.push({ year: Number(year), level })
  }
  const label = ratings.map(
    ({ year, level }) => `${year}: ${labelOf(RATING_LEVELS as CodeList, level)}`,
  )
  return { facts: { ratings }, label: label.join('; ') }
}

/** A planned title needs its term: `Phó Giám đốc Sở (2025-2030)`, or the term in the heading. */
export function readPlan(cell: CellValue, { heading }: About): Reading {
  const said = shown(cell)
  const term = /(20\d\d)\s*[-–—]\s*(20\d\d)/
  const found = term.exec(said) ?? term.exec(heading)
  const title = said
    .replace(term, '')
    .replace(/nhiệm kỳ|\(\s*\)|[()]/giu, '')
    .replace(/[\s,;:-]+$/, '')
    .trim()
  if (found && title) {
    const planned = { title, term: `${found[1]}-${found[2]}` }
    return { facts: { planned }, label: `${title}, nhiệm kỳ ${planned.term}` }
  }
  return {
    refused: {
      reason: `Quy hoạch “${said}” chưa ghi nhiệm kỳ.`,
      fix: 'Ghi nhiệm kỳ sau chức danh, ví dụ Giám đốc Sở (2025-2030).',
    },
  }
}
