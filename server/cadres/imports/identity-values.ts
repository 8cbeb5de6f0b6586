import { tidy } from '#server/kernel/text.ts'
import type { CellValue } from '#server/office/workbook.ts'
import { shown } from './cells.ts'
import type { Reading } from './facts.ts'

const TITLE =
  /^(?:(?:đ\/c|đc\.|pgs\.?|gs\.|ts\.|ths\.|th\.s|bs\.|ks\.|cn\.)\s*|(?:đồng chí|ths|pgs)\s+)/iu
/** Also a family name (Ông), so only before a whole name of three words. */
const ADDRESS = /^(?:ông|bà|anh|chị)\s+(?=\S+\s+\S+\s+\S)/iu
/** Letters that are common in the old TCVN3 fonts and never together in Unicode Vietnamese. */
const OLD_FONT = /[µ¸¶·¹¨©®§Ð][^\s]*|[ÔÕÖ×ØÞß]\S*[¨µ¸¶·¹]/u
const ACCENT = /[^\u0020-\u007e]/

/** A name as a birth certificate has it: one spelling, capitals at word starts, no titles before it. */
export function readName(cell: CellValue): Reading {
  const original = typeof cell === 'string' ? cell : shown(cell)
  const lines = original.split(/\n/).map(tidy).filter(Boolean)
  let name = tidy(lines.join(' '))
  while (TITLE.test(name)) name = name.replace(TITLE, '')
  name = name.replace(ADDRESS, '')
  const bracketed = /\(([^)]+)\)/.exec(name)?.[1]
  name = tidy(name.replace(/\([^)]*\)/g, ' ').replace(/[*.,;]+$/, ''))
  if (/[µ¸¶·¹¨©]/u.test(name) && OLD_FONT.test(name)) {
    return {
      blocks: true,
      refused: {
        reason: `“${name}” được gõ bằng phông chữ cũ (TCVN3, .VnTime).`,
        fix: 'Chuyển cả tệp sang Unicode (Unikey › Công cụ chuyển mã) rồi gửi lại.',
      },
    }
  }
  const words = name.split(' ')
  if (words.length < 2 || words.length > 7 || /[\d@#]/.test(name)) {
    return {
      blocks: true,
      refused: {
        reason: `“${shown(cell)}” không giống họ và tên đầy đủ của một người.`,
        fix: 'Ghi đủ họ, chữ đệm và tên; mỗi người một dòng.',
      },
    }
  }
  const full_name = name === name.toUpperCase() ? capitalised(name) : name
  const facts = {
    full_name,
    ...(bracketed && isOtherName(bracketed) && { other_names: tidy(bracketed) }),
  }
  if (ACCENT.test(name)) return { facts, label: full_name }
  const say = {
    reason: `“${name}” không có dấu; máy không đoán dấu.`,
    fix: 'Ghi họ tên có dấu đúng như giấy khai sinh.',
  }
  return { facts, label: full_name, say: SURNAME_WITH_MARKS.test(name) ? say : undefined }
}

/** Bracketed marks such as (ĐV), (nữ) say something else. */
const isOtherName = (text: string) => text.length > 3 && !/^(nữ|nam|đảng viên|dự bị)$/iu.test(text)

const capitalised = (name: string) =>
  name.toLowerCase().replace(/(^|[\s'-])(\p{L})/gu, (_, gap, letter) => gap + letter.toUpperCase())

/** Families whose name always carries a mark: without it the whole name was typed without marks. */
const SURNAME_WITH_MARKS =
  /^(nguyen|tran|le|pham|hoang|huynh|vu|vo|dang|bui|do|ngo|duong|ly|nong|trieu|luu|ha) /i

/** Twelve digits; spreadsheets drop the zeros before them. */
export function readIdNumber(cell: CellValue): Reading {
  const digits = digitsOf(cell)
  if (digits === undefined) return lostDigits(cell)
  if (digits.length === 12) return { facts: { national_id: digits }, label: digits }
  if (digits.length === 11 || digits.length === 10) {
    const national_id = digits.padStart(12, '0')
    return { facts: { national_id }, label: national_id, say: paddedTo(national_id, digits) }
  }
  if (digits.length === 9 || digits.length === 8) {
    const reading = readOldIdNumber(cell)
    if ('refused' in reading) return reading
    const say = {
      reason: 'Số có 9 chữ số là số CMND cũ; ghi vào mục CMND.',
      fix: 'Bổ sung số định danh 12 chữ số.',
    }
    return { ...reading, say }
  }
  return {
    refused: {
      reason: `Số định danh phải có 12 chữ số, ô này có ${digits.length}.`,
      fix: 'Ghi lại theo thẻ căn cước; định dạng cột là Văn bản để không mất số 0 đầu.',
    },
  }
}

export function readOldIdNumber(cell: CellValue): Reading {
  const digits = digitsOf(cell)
  if (digits === undefined) return lostDigits(cell)
  if (digits.length >= 10) return readIdNumber(cell)
  if (digits.length < 8) {
    return {
      refused: {
        reason: `Số CMND phải có 9 chữ số, ô này có ${digits.length}.`,
        fix: 'Ghi lại theo giấy chứng minh nhân dân, hoặc để trống.',
      },
    }
  }
  const old_id_number = digits.padStart(9, '0')
  const say = digits.length === 9 ? undefined : paddedTo(old_id_number, digits)
  return { facts: { old_id_number }, label: old_id_number, say }
}

export function readPhone(cell: CellValue): Reading {
  const digits = (digitsOf(cell) ?? '').replace(/^84(?=\d{9}$)/, '0')
  const phone = digits.length === 9 ? `0${digits}` : digits
  if (/^0\d{9,10}$/.test(phone)) {
    const say = digits.length === 9 ? paddedTo(phone, digits) : undefined
    return { facts: { phone }, label: phone, say }
  }
  return {
    refused: {
      reason: `“${shown(cell)}” không phải một số điện thoại.`,
      fix: 'Ghi một số có 10 chữ số, bắt đầu bằng 0.',
    },
  }
}

export function readEmail(cell: CellValue): Reading {
  const email = shown(cell).toLowerCase()
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return { facts: { email }, label: email }
  return {
    refused: {
      reason: `“${email}” không phải địa chỉ thư điện tử.`,
      fix: 'Sửa hoặc để trống ô này.',
    },
  }
}

function digitsOf(cell: CellValue): string | undefined {
  if (typeof cell === 'number') return Number.isSafeInteger(cell) ? String(cell) : undefined
  const text = shown(cell)
  if (/\d[.,]?\d*e\+?\d+/i.test(text)) return undefined
  return text
    .replace(/[\s.'’+-]/g, '')
    .replace(/\D+$/, '')
    .replace(/^\D+/, '')
}

const lostDigits = (cell: CellValue): Reading => ({
  refused: {
    reason: `“${shown(cell)}” đã bị Excel làm tròn, không khôi phục được.`,
    fix: 'Định dạng cột là Văn bản rồi gõ lại đủ chữ số.',
  },
})

const paddedTo = (full: string, digits: string) => ({
  reason: `Ô chỉ có ${digits.length} chữ số, đã thêm số 0 ở đầu thành ${full}.`,
  fix: 'Đối chiếu với giấy tờ; định dạng cột là Văn bản để không mất số 0.',
})
