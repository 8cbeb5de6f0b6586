import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'
import type { Facts, Level } from './facts.ts'
import type { Seat } from './postings.ts'

/** Dated rows a list gives for a person, without the person: the same shape new and known. */
export interface Rows {
  employment: { kind: string; during: string }[]
  grade_holding: {
    grade_code: string
    step: number | null
    coefficient: number | null
    beyond_frame_percent: number | null
    during: string
  }[]
  tenure: (Seat & { during: string; entry: string })[]
  qualification: {
    level: string
    field: string | null
    major: string | null
    mode: string | null
    school: string | null
  }[]
  certificate: { kind: string; level: string; name: string | null }[]
  party_membership: { joined_on: string | null; official_on: string | null }[]
  rating: { year: number; level: string }[]
  succession_entry: { title_code: string; unit_id: number | null; term: string; during: string }[]
}

export type RowTable = keyof Rows

/** In the order they are written. */
export const ROW_TABLES = [
  'employment',
  'grade_holding',
  'tenure',
  'qualification',
  'certificate',
  'party_membership',
  'rating',
  'succession_entry',
] as const satisfies readonly RowTable[]

/** What a list says, as rows; `since` begins what has no date of its own. */
export function rowsOf(
  facts: Facts,
  seats: readonly Seat[],
  plan: { title_code: string; unit_id: number | null } | undefined,
  since: string,
): Rows {
  const from = (date: string | undefined) => `[${date ?? since},)`
  return {
    employment: facts.employment_kind
      ? [
          {
            kind: facts.employment_kind,
            during: from(facts.first_recruited_on ?? facts.post_since),
          },
        ]
      : [],
    grade_holding: facts.grade
      ? [
          {
            grade_code: facts.grade,
            step: facts.step ?? null,
            coefficient: facts.coefficient ?? null,
            beyond_frame_percent: facts.beyond_frame_percent ?? null,
            during: from(undefined),
          },
        ]
      : [],
    tenure: seats.map((seat) => ({ ...seat, during: from(facts.post_since), entry: 'import' })),
    qualification: facts.degree
      ? [
          {
            level: facts.degree,
            field: facts.major ? fieldOfMajor(facts.major) : null,
            major: facts.major ?? null,
            mode: facts.study_mode ?? null,
            school: facts.school ?? null,
          },
        ]
      : [],
    certificate: (['political_theory', 'state_management', 'language', 'it'] as const).flatMap(
      (kind) => (facts[kind] ? [certificate(kind, facts[kind])] : []),
    ),
    party_membership: facts.party_member
      ? [{ joined_on: facts.party_joined ?? null, official_on: facts.party_official ?? null }]
      : [],
    rating: [...(facts.ratings ?? [])],
    succession_entry:
      plan && facts.planned ? [{ ...plan, term: facts.planned.term, during: `[${since},)` }] : [],
  }
}

const certificate = (kind: string, { level, name }: Level) => ({ kind, level, name: name ?? null })

const MAJORS: readonly [RegExp, string][] = [
  [/sư phạm|giáo dục|quản lý giáo dục/iu, 'education'],
  [/luật/iu, 'law'],
  [/\by (khoa|tế|học)|bác sĩ|dược|điều dưỡng|y sĩ/iu, 'health'],
  [/quân sự|công an|an ninh|cảnh sát/iu, 'military_police'],
  [/nông|lâm|thú y|trồng trọt|chăn nuôi|thủy sản|khuyến nông/iu, 'agriculture'],
  [/chính trị|xây dựng đảng|triết|tư tưởng|công tác (đảng|dân vận|tổ chức)/iu, 'politics'],
  [/kinh tế|kế toán|tài chính|quản trị kinh doanh|ngân hàng|thương mại|QLKT/iu, 'economics'],
  [
    /kỹ thuật|xây dựng|giao thông|cơ khí|điện|công nghệ thông tin|CNTT|cầu đường|thủy lợi/iu,
    'engineering',
  ],
  [/toán|vật lý|hóa|sinh học|môi trường|địa chính|địa lý/iu, 'natural_science'],
  [
    /văn|sử|xã hội|hành chính|quản lý (công|nhà nước)|ngoại ngữ|tiếng anh|lưu trữ/iu,
    'social_science',
  ],
]

/** The group of fields the figures count by; none when the words do not say. */
const fieldOfMajor = (major: string): string | null =>
  MAJORS.find(([form]) => form.test(major))?.[1] ?? null

export interface KnownRows {
  employment: { id: number; kind: string; from: string | null; until: string | null }[]
  grade_holding: {
    id: number
    grade_code: string
    step: number | null
    coefficient: number | null
    beyond_frame_percent: number | null
    until: string | null
  }[]
  tenure: {
    title: string
    unit_id: number
    holding: string
    from: string | null
    until: string | null
  }[]
  qualification: { level: string }[]
  certificate: { kind: string; level: string }[]
  party_membership: { joined_on: string | null; official_on: string | null }[]
  rating: { id: number; year: number; level: string }[]
  succession_entry: { title_code: string; term: string }[]
}

const COLUMNS: Record<RowTable, RawBuilder<unknown>> = {
  employment: sql`id, kind, lower(during)::text as "from", upper(during)::text as until`,
  grade_holding: sql`id, grade_code, step, coefficient, beyond_frame_percent::float8,
    upper(during)::text as until`,
  tenure: sql`title, unit_id, holding, lower(during)::text as "from", upper(during)::text as until`,
  qualification: sql`level`,
  certificate: sql`kind, level`,
  party_membership: sql`joined_on::text, official_on::text`,
  rating: sql`id, year, level`,
  succession_entry: sql`title_code, term`,
}

/** All dated rows of the matched people: one question a table, whatever their number. */
export async function knownRows(db: Db, ids: readonly number[]): Promise<Map<number, KnownRows>> {
  const known = new Map(ids.map((id) => [id, nothingKnown()]))
  if (ids.length === 0) return known
  for (const table of ROW_TABLES) {
    const { rows } = await sql<{ cadre_id: number }>`select cadre_id, ${COLUMNS[table]}
      from ${sql.table(table)}
      where cadre_id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::integer)`.execute(
      db,
    )
    for (const row of rows) (known.get(row.cadre_id)?.[table] as object[] | undefined)?.push(row)
  }
  return known
}

const nothingKnown = (): KnownRows => ({
  employment: [],
  grade_holding: [],
  tenure: [],
  qualification: [],
  certificate: [],
  party_membership: [],
  rating: [],
  succession_entry: [],
})

export const gradeLabel = (row: Omit<KnownRows['grade_holding'][number], 'id' | 'until'>) =>
  [
    row.grade_code,
    row.step && `bậc ${row.step}`,
    row.coefficient && `hệ số ${row.coefficient}`,
    row.beyond_frame_percent && `vượt khung ${row.beyond_frame_percent}%`,
  ]
    .filter(Boolean)
    .join(', ')
