import { GRADES, OTHER_GRADES } from '#server/cadres/grades.ts'
import type { CellValue, DateCell } from '#server/office/workbook.ts'
import { type Say, shown } from './cells.ts'
import { codeOf } from './codes.ts'
import type { Facts, Reading } from './facts.ts'
import { labelsNear } from './nearness.ts'

const LONGEST_LADDER = 12

/** A grade code or name, maybe with step and coefficient behind it: `01.003, bậc 3/9, hệ số 3,00`. */
export function readGrade(cell: CellValue): Reading {
  const said = typeof cell === 'number' ? String(cell) : shown(cell)
  const found = gradeCode(said)
  if (!found) {
    return {
      refused: {
        reason: `“${said}” không phải mã ngạch hoặc tên ngạch đã biết.`,
        fix: `Ghi mã ngạch, ví dụ ${OTHER_GRADES.like}, hoặc tên ngạch, ví dụ Chuyên viên.`,
        options: labelsNear(said, GRADES),
      },
    }
  }
  const facts: Facts = { grade: found.code }
  const step = /bậc\s*(\d{1,2})|\b(\d{1,2})\/\d{1,2}\b/iu.exec(found.rest)
  if (step) facts.step = Number(step[1] ?? step[2])
  const coefficient = /(\d{1,2})[,.](\d{2})\b/.exec(found.rest)
  if (coefficient) facts.coefficient = Number(`${coefficient[1]}.${coefficient[2]}`)
  const beyond = /(?:\+|vk|vượt khung)\s*(\d{1,2})\s*%/iu.exec(found.rest)
  if (beyond) facts.beyond_frame_percent = Number(beyond[1])
  const label = [
    `${found.code} ${GRADES[found.code]?.label ?? '(mã khác)'}`,
    facts.step && `bậc ${facts.step}`,
    facts.coefficient && `hệ số ${shown(facts.coefficient)}`,
    beyond && `vượt khung ${facts.beyond_frame_percent}%`,
  ]
  return { facts, label: label.filter(Boolean).join(', '), say: found.say }
}

function gradeCode(said: string): { code: string; rest: string; say?: Say } | undefined {
  const coded = /^\D{0,6}?(V\.\d{2}\.\d{2}\.\d{2})|^\D{0,8}?(\d{1,2})[.,]?(\d{3})(?!\d)/i.exec(said)
  if (coded) {
    const rest = said.slice(coded[0].length)
    if (coded[1]) return { code: coded[1].toUpperCase(), rest }
    const code = `${(coded[2] ?? '').padStart(2, '0')}.${coded[3]}`
    const say = {
      reason: `Mã ngạch “${said}” mất số 0 ở đầu, hiểu là ${code}.`,
      fix: 'Định dạng cột là Văn bản rồi ghi lại mã ngạch.',
    }
    return { code, rest, say: coded[2]?.length === 1 ? say : undefined }
  }
  const whole = codeOf(GRADES, said)
  if (whole) return { code: whole, rest: '' }
  const [name = '', ...rest] = said.split(/[,;(]|\bbậc\b/iu)
  const code = codeOf(GRADES, name)
  return code ? { code, rest: said.slice(name.length) || rest.join(' ') } : undefined
}

/** `3`, `bậc 3`, `3/9`, or the date Excel made of 3/9. */
export function readStep(cell: CellValue): Reading {
  if (cell !== null && typeof cell === 'object') {
    const fraction = fractionOf(cell, (_, of) => of >= 2 && of <= LONGEST_LADDER)
    return fraction
      ? {
          facts: { step: fraction.part },
          label: `Bậc ${fraction.part}`,
          say: turnedIntoDate(fraction),
        }
      : { refused: notAStep(shown(cell)) }
  }
  const said = shown(cell)
  const found = /^(?:bậc\s*)?(\d{1,2})(?:\s*\/\s*(\d{1,2}))?$/iu.exec(said)
  const step = Number(found?.[1])
  const of = Number(found?.[2] ?? LONGEST_LADDER)
  return step >= 1 && step <= of && of <= LONGEST_LADDER
    ? { facts: { step }, label: `Bậc ${step}` }
    : { refused: notAStep(said) }
}

const notAStep = (said: string): Say => ({
  reason: `“${said}” không phải bậc lương.`,
  fix: 'Ghi số bậc, ví dụ 3 hoặc 3/9.',
})

/** `3,66`, `3.66`, or with the percent held beyond the frame: `4,98 + 5%`. */
export function readCoefficient(cell: CellValue): Reading {
  const said = shown(cell)
  const found = /^(\d{1,2}(?:[.,]\d{1,2})?)\s*(?:\+?\s*(?:vk|vượt khung)?\s*(\d{1,2})\s*%)?/iu.exec(
    said,
  )
  const coefficient = Number(found?.[1]?.replace(',', '.'))
  if (!found || found[0].length !== said.length || coefficient < 1 || coefficient > 13) {
    return {
      refused: {
        reason: `“${said}” không phải hệ số lương.`,
        fix: 'Ghi hệ số trong bảng lương, ví dụ 3,66.',
      },
    }
  }
  if (!found[2]) return { facts: { coefficient }, label: shown(coefficient) }
  return {
    facts: { coefficient, beyond_frame_percent: Number(found[2]) },
    label: `${shown(coefficient)}, vượt khung ${found[2]}%`,
  }
}

export interface Fraction {
  part: number
  of: number
}

/** Excel read `12/12` as 12 December: day and month are the two numbers, in this or the other order. */
export function fractionOf(
  { date }: DateCell,
  fits: (part: number, of: number) => boolean,
): Fraction | undefined {
  const [month = 0, day = 0] = date.split('-').slice(1).map(Number)
  return [
    { part: day, of: month },
    { part: month, of: day },
  ].find(({ part, of }) => part <= of && fits(part, of))
}

export const turnedIntoDate = ({ part, of }: Fraction): Say => ({
  reason: `Excel đã đổi ô này thành ngày; hiểu là ${part}/${of}.`,
  fix: `Nếu không phải ${part}/${of}, định dạng ô là Văn bản rồi ghi lại.`,
})
