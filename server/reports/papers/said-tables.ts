import { addDays, inVietnamese } from '#server/kernel/dates.ts'
import type { Read, RecordRead } from './record-read.ts'
import { spoken } from './said.ts'
import type { Row } from './said-tags.ts'

const RECENT = 5

/** The tables of `SAID_TABLES` about one person, oldest first. */
export function saidTables(record: RecordRead): Record<string, Row[]> {
  const career = careerOf(record)
  return {
    career,
    career_recent: career.slice(-RECENT),
    schooling: schoolingOf(record),
    relatives_own: familyOf(record, 'own'),
    relatives_spouse: familyOf(record, 'spouse'),
    pay_history: record.pay.toReversed().map(({ values, texts }) => ({
      since: inVietnamese(String(values.from ?? '').slice(0, 7)),
      grade_step: spoken(texts.grade_code, texts.step && `bậc ${texts.step}`),
      coefficient: texts.coefficient ?? '',
    })),
    merits: meritsOf(record),
  }
}

interface Stage {
  from: string
  row: Row
}

/** Work before recruitment, posts held, and posts in the party and the organisations. */
function careerOf({ earlier_work, posts, political_posts }: RecordRead): Row[] {
  const stage = (from: unknown, to: string, said: string): Stage => ({
    from: String(from ?? ''),
    row: { period: `${month(from)} – ${to || 'nay'}`, said },
  })
  const stages = [
    ...earlier_work.map(({ values, texts }) =>
      stage(values.began, month(values.ended), spoken(texts.occupation, texts.place)),
    ),
    ...posts.map(({ values, texts }) =>
      stage(values.from, lastMonth(values.until), spoken(texts.title, texts.unit_id)),
    ),
    ...political_posts.map(({ values, texts }) =>
      stage(values.from, month(values.until), spoken(texts.title, texts.body)),
    ),
  ]
  return stages.sort((a, b) => (a.from < b.from ? -1 : 1)).map(({ row }) => row)
}

/** 2024-10-31 → 10/2024; a year stays a year. */
const month = (date: unknown): string => (date ? inVietnamese(String(date).slice(0, 7)) : '')

/** The day kept of a post is the first one no longer in it. */
const lastMonth = (until: unknown): string => (until ? month(addDays(String(until), -1)) : '')

function schoolingOf({ degrees, certificates, courses, other_training }: RecordRead): Row[] {
  const row = (read: Read, major: string, from: unknown, to: unknown, paper: string) => ({
    at: String(to ?? from ?? ''),
    row: {
      school: read.texts.school ?? '',
      major,
      period: [month(from), month(to)].filter(Boolean).join(' – '),
      mode: read.texts.mode ?? '',
      paper,
    },
  })
  const learned = [
    ...degrees.map((read) =>
      row(
        read,
        read.texts.major ?? '',
        read.values.began,
        read.values.awarded_on,
        read.texts.level ?? '',
      ),
    ),
    ...certificates
      .filter(({ values }) => values.level !== 'none')
      .map((read) =>
        row(
          read,
          spoken(read.texts.kind, read.texts.name),
          null,
          read.values.awarded_on,
          read.texts.level ?? '',
        ),
      ),
    ...courses.map((read) =>
      row(
        read,
        read.texts.course_id ?? '',
        null,
        read.values.completed_on,
        read.texts.result ?? '',
      ),
    ),
    ...other_training.map((read) =>
      row(
        read,
        read.texts.name ?? '',
        read.values.began,
        read.values.ended,
        read.texts.certificate_no ?? '',
      ),
    ),
  ]
  return learned.sort((a, b) => (a.at < b.at ? -1 : 1)).map((one) => one.row)
}

const familyOf = ({ relatives }: RecordRead, side: string): Row[] =>
  relatives
    .filter(({ values }) => values.side === side)
    .map(({ texts }) => ({
      relation: texts.relation ?? '',
      full_name: texts.full_name || texts.relative_id || '',
      born: texts.born ?? '',
      said: spoken(
        texts.home_place,
        texts.occupation,
        texts.workplace,
        texts.residence,
        texts.lives_abroad && `ở nước ngoài: ${texts.lives_abroad}`,
        texts.died && `mất năm ${texts.died}`,
      ),
    }))

/** A line a year in which anything was decided. */
function meritsOf({ ratings, emulation, awards }: RecordRead): Row[] {
  const years = new Map<string, Row>()
  const note = (year: string, name: 'rating' | 'emulation' | 'award', text = '') => {
    const row = years.get(year) ?? { year, rating: '', emulation: '', award: '' }
    years.set(year, { ...row, [name]: [row[name], text].filter(Boolean).join('; ') })
  }
  for (const { texts } of ratings) note(texts.year ?? '', 'rating', texts.level)
  for (const { texts } of emulation) note(texts.year ?? '', 'emulation', texts.title)
  for (const { values, texts } of awards)
    note(String(values.awarded ?? '').slice(0, 4), 'award', texts.kind)
  return [...years.values()].sort((a, b) => ((a.year ?? '') < (b.year ?? '') ? -1 : 1))
}
