import {
  EMPLOYMENT_KINDS,
  POLITICAL_THEORY,
  RELIGIONS,
  SEXES,
  STATE_MANAGEMENT,
  STUDY_MODES,
} from '#server/cadres/code-lists.ts'
import { ETHNICITIES } from '#server/cadres/ethnicities.ts'
import { type CodeList, labelOf } from '#server/kernel/code-list.ts'
import type { CellValue } from '#server/office/workbook.ts'
import { isBrokenFormula, isMark, type Say, shown } from './cells.ts'
import { codeOf, codeWithRest } from './codes.ts'
import { birth, day, membership, notAMark, partyDates } from './date-values.ts'
import type { About, Facts, Reader, Reading } from './facts.ts'
import { type FieldName, fieldOf, type Target } from './fields.ts'
import { readEmail, readIdNumber, readName, readOldIdNumber, readPhone } from './identity-values.ts'
import { labelsNear } from './nearness.ts'
import { readCoefficient, readGrade, readStep } from './pay-values.ts'
import { readDegree, readGeneralEducation, readPlan, readRating } from './schooling-values.ts'
import { readIt, readLanguage } from './skill-values.ts'

/** One cell as one field of one person. */
export function readValue({ field, marked }: Target, cell: CellValue, about: About): Reading {
  if (isBrokenFormula(shown(cell))) {
    return {
      refused: {
        reason: `Ô chứa công thức bị lỗi (${shown(cell)}).`,
        fix: 'Mở tệp gốc, chép giá trị đúng vào ô rồi lưu lại.',
      },
    }
  }
  if (marked !== undefined) return readMark(field, marked, cell, about)
  return READERS[field](cell, about)
}

const nothing: Reader = () => ({ facts: {}, label: '' })

const READERS: Record<FieldName, Reader> = {
  ordinal: nothing,
  note: nothing,
  full_name: readName,
  other_names: text('other_names'),
  birth_date: (cell, about) => birth(cell, about),
  birth_date_male: (cell, about) => birth(cell, about, 'male'),
  birth_date_female: (cell, about) => birth(cell, about, 'female'),
  sex: code(SEXES, (sex) => ({ sex: sex === 'female' ? 'female' : 'male' })),
  ethnicity: code(ETHNICITIES, (ethnicity) => ({ ethnicity })),
  religion: code(RELIGIONS, (religion) => ({ religion })),
  home_place: text('home_place'),
  birth_place: text('birth_place'),
  permanent_address: text('permanent_address'),
  current_address: text('current_address'),
  national_id: readIdNumber,
  old_id_number: readOldIdNumber,
  staff_number: text('staff_number'),
  phone: readPhone,
  email: readEmail,
  social_insurance_no: text('social_insurance_no'),
  unit: text('unit'),
  post: text('post'),
  post_since: day((post_since) => ({ post_since })),
  employment_kind: code(EMPLOYMENT_KINDS, (employment_kind) => ({ employment_kind })),
  first_recruited_on: day((first_recruited_on) => ({ first_recruited_on })),
  party_member: membership,
  party_joined: partyDates,
  party_official: day((party_official) => ({ party_official, party_member: true })),
  degree: readDegree,
  major: text('major'),
  study_mode: code(STUDY_MODES, (study_mode) => ({ study_mode })),
  school: text('school'),
  political_theory: code(POLITICAL_THEORY, (level) => ({ political_theory: { level } })),
  state_management: code(STATE_MANAGEMENT, (level) => ({ state_management: { level } })),
  language: readLanguage,
  it: readIt,
  general_education: readGeneralEducation,
  grade: readGrade,
  step: readStep,
  coefficient: readCoefficient,
  rating: readRating,
  planned_title: readPlan,
}

type TextField = {
  [Name in FieldName & keyof Facts]: Facts[Name] extends string | undefined ? Name : never
}[FieldName & keyof Facts]

function text(field: TextField): Reader {
  return (cell) => {
    const said = shown(cell)
    if (/^(nt|như trên|-nt-|")$/iu.test(said)) {
      return {
        refused: {
          reason: `“${said}” không nói rõ giá trị.`,
          fix: 'Ghi đầy đủ giá trị vào ô này.',
        },
      }
    }
    return { facts: { [field]: said }, label: said }
  }
}

function code(list: CodeList, facts: (code: string) => Facts): Reader {
  return (cell) => {
    const said = shown(cell)
    const found = codeOf(list, said) ?? codeOf(list, said.replace(/\(.*\)/, ''))
    if (found) return { facts: facts(found), label: labelOf(list, found) ?? said }
    const partly = codeWithRest(list, said)
    if (partly) {
      const label = labelOf(list, partly.code) ?? said
      const say = {
        reason: `Chỉ hiểu được phần “${label}”, chưa hiểu “${partly.rest}”.`,
        fix: `Nếu đúng là ${label} thì giữ nguyên; nếu không, sửa ô này.`,
      }
      return { facts: facts(partly.code), label, say }
    }
    return { refused: unknownCode(said, list) }
  }
}

function unknownCode(said: string, list: CodeList): Say {
  const known = Object.values(list).slice(0, 7)
  return {
    reason: `“${said}” không có trong danh mục.`,
    fix: `Ghi một trong các giá trị: ${known.map(({ label }) => label).join(', ')}${known.length < Object.keys(list).length ? '…' : ''}.`,
    options: labelsNear(said, list),
  }
}

function readMark(field: FieldName, marked: string, cell: CellValue, about: About): Reading {
  const list: CodeList = fieldOf(field).marks ?? {}
  const label = labelOf(list, marked) ?? marked
  const said = shown(cell)
  if (!isMark(said) && codeOf(list, said) !== marked) {
    return { refused: notAMark(said) }
  }
  const reading = READERS[field](label, about)
  return 'facts' in reading ? { facts: reading.facts, label } : reading
}
