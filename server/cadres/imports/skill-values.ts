import { IT_LEVELS, LANGUAGE_LEVELS } from '#server/cadres/code-lists.ts'
import { labelOf } from '#server/kernel/code-list.ts'
import { searchable } from '#server/kernel/text.ts'
import type { CellValue } from '#server/office/workbook.ts'
import { shown } from './cells.ts'
import { codeOf, codeWithRest } from './codes.ts'
import type { Reading } from './facts.ts'
import { labelsNear } from './nearness.ts'

const LANGUAGES: Record<string, string> = {
  anh: 'Tiếng Anh',
  av: 'Tiếng Anh',
  phap: 'Tiếng Pháp',
  nga: 'Tiếng Nga',
  trung: 'Tiếng Trung',
  'trung quoc': 'Tiếng Trung',
  duc: 'Tiếng Đức',
  nhat: 'Tiếng Nhật',
  han: 'Tiếng Hàn',
  lao: 'Tiếng Lào',
}

/** `B`, `Anh B`, `B1 tiếng Anh`, `ĐH Anh văn`: the level counts, the language is kept in words. */
export function readLanguage(cell: CellValue): Reading {
  const said = shown(cell)
  const words = searchable(said)
    .replace(/tieng|van bang|chung chi|\bcc\b|\bvan\b|trinh do|\(.*?\)/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  const language = Object.keys(LANGUAGES).find((name) => ` ${words} `.includes(` ${name} `))
  const rest = language ? ` ${words} `.replace(` ${language} `, ' ').trim() : words
  const level = codeOf(LANGUAGE_LEVELS, rest) ?? codeOf(LANGUAGE_LEVELS, said)
  const name = language && LANGUAGES[language]
  if (level) {
    const label = labelOf(LANGUAGE_LEVELS, level) ?? said
    const facts = {
      language: { level, ...(name && { name: `${name} ${rest.toUpperCase()}`.trim() }) },
    }
    return { facts, label: name ? `${name}: ${label}` : label }
  }
  return {
    refused: {
      reason: `Không rõ bậc ngoại ngữ trong “${said}”.`,
      fix: 'Ghi chứng chỉ A, B, C hoặc bậc A1 đến C2; điểm IELTS, TOEIC hãy quy đổi ra bậc.',
      options: labelsNear(said, LANGUAGE_LEVELS),
    },
  }
}

export function readIt(cell: CellValue): Reading {
  const said = shown(cell)
  const words = searchable(said)
    .replace(/chung chi|\bcc\b|tin hoc|trinh do|van phong|\bvp\b|ung dung|\bud|cntt/g, ' ')
    .trim()
  const level =
    codeOf(IT_LEVELS, said) ?? codeOf(IT_LEVELS, words) ?? codeWithRest(IT_LEVELS, words)?.code
  if (level) {
    return { facts: { it: { level, name: said } }, label: labelOf(IT_LEVELS, level) ?? said }
  }
  if (/^x$/i.test(said)) {
    return { facts: { it: { level: 'basic' } }, label: IT_LEVELS.basic.label }
  }
  return {
    refused: {
      reason: `Không rõ trình độ tin học trong “${said}”.`,
      fix: 'Ghi A, B, C, Cơ bản, Nâng cao hoặc Trung cấp trở lên.',
      options: labelsNear(said, IT_LEVELS),
    },
  }
}
