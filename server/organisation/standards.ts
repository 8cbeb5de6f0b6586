import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#server/kernel/database.ts'
import { inVietnamese, isoDate } from '#server/kernel/dates.ts'
import { codeOf } from '#server/kernel/inputs.ts'
import { command, query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { REQUIREMENTS, type Requirement } from './position-kinds.ts'
import { mustExist, written } from './positions.ts'

const requirement = codeOf(REQUIREMENTS)

/** What a title or a job position asks on a day. */
export interface Asked {
  titleCode: string | null
  positionCode: string | null
  requirement: Requirement
  level: string
  clause: string
  since: string
}

export async function standardsOn(db: Db, asOf: string): Promise<Asked[]> {
  const { rows } = await sql<Asked>`
    select title_code as "titleCode", position_code as "positionCode", requirement, level, clause,
      lower(during)::text as since
    from title_standard where during @> ${asOf}::date
    order by title_code, position_code,
      array_position(${Object.keys(REQUIREMENTS)}::text[], requirement)`.execute(db)
  return rows
}

/** All standards in force on a day, by title and by job position. */
export const standards = query({
  name: 'organisation.standards',
  input: z.strictObject({ asOf: isoDate.optional() }),
  output: z.object({
    asOf: z.string(),
    rows: z.array(
      z.object({
        titleCode: z.string().nullable(),
        positionCode: z.string().nullable(),
        name: z.string(),
        requirement,
        level: z.string(),
        clause: z.string(),
        since: z.string(),
      }),
    ),
  }),
  async run({ db, today }, { asOf = today }) {
    const named = await sql<{ code: string; name: string; title: boolean }>`
      select code, name, true as title from job_title
      union all select code, name, false from job_position where during @> ${asOf}::date`.execute(
      db,
    )
    const names = new Map(named.rows.map(({ code, name, title }) => [`${title} ${code}`, name]))
    const rows = await standardsOn(db, asOf)
    return {
      asOf,
      rows: rows.map((row) => ({
        ...row,
        name:
          names.get(row.titleCode ? `true ${row.titleCode}` : `false ${row.positionCode}`) ??
          row.titleCode ??
          row.positionCode ??
          '',
      })),
    }
  },
})

/** A standard set anew from a day on; without a level it is asked no more. */
export const decideStandard = command({
  name: 'organisation.decide_standard',
  input: z.strictObject({
    titleCode: z.string().nullable().default(null),
    positionCode: z.string().nullable().default(null),
    requirement,
    level: z.string().trim().min(1).max(500).nullable(),
    from: isoDate,
    clause: written('Hãy ghi căn cứ: văn bản và điều, khoản.'),
    decisionNo: written('Hãy ghi số quyết định.'),
  }),
  output: z.object({ from: z.string() }),
  async run({ db, house, ...ctx }, asked) {
    const { titleCode, positionCode, level, from } = asked
    if ((titleCode === null) === (positionCode === null))
      throw new Refusal('invalid', 'Hãy chọn một: chức danh, hoặc vị trí việc làm.')
    if (titleCode) await mustExist(db, titleCode)
    if (positionCode) await mustStand(db, positionCode, from)
    if (level !== null) {
      const read = await house.parametersOn({ db, house, ...ctx }, from)
      const problem = mistakeIn(asked.requirement, level, (name) => read(name) as string[])
      if (problem) throw new Refusal('invalid', problem)
    }
    const same = sql`coalesce(title_code, '') = ${titleCode ?? ''}
      and coalesce(position_code, '') = ${positionCode ?? ''} and requirement = ${asked.requirement}`
    const later = await sql<{ from: string }>`select lower(during)::text as "from"
      from title_standard where ${same} and lower(during) >= ${from}::date`.execute(db)
    if (later.rows[0])
      throw new Refusal(
        'conflict',
        `Tiêu chuẩn này đã được đặt lại từ ${inVietnamese(later.rows[0].from)}. Ngày hiệu lực mới phải sau ngày đó.`,
      )
    await sql`update title_standard set during = daterange(lower(during), ${from}::date)
      where ${same} and during @> ${from}::date`.execute(db)
    if (level !== null)
      await sql`insert into title_standard
          (title_code, position_code, requirement, level, during, clause, decision_no)
        values (${titleCode}, ${positionCode}, ${asked.requirement}, ${level},
          daterange(${from}::date, null), ${asked.clause}, ${asked.decisionNo})`.execute(db)
    return { from }
  },
})

async function mustStand(db: Db, code: string, on: string): Promise<void> {
  const { rows } = await sql`select 1 from job_position
    where code = ${code} and during @> ${on}::date`.execute(db)
  if (rows.length === 0)
    throw new Refusal(
      'invalid',
      `Ngày ${inVietnamese(on)} chưa có vị trí việc làm mã ${code}. Hãy chọn lại.`,
    )
}

/** Levels are read against the orders of the parameters in force; fields are checked where they are weighed. */
function mistakeIn(asked: Requirement, level: string, order: (name: string) => string[]) {
  if (asked === 'other') return null
  if (asked === 'fields')
    return /^[a-z_]+(,[a-z_]+)*$/.test(level)
      ? null
      : 'Ngành đào tạo ghi bằng mã, cách nhau dấu phẩy.'
  if (asked === 'experience_years')
    return /^\d{1,2}$/.test(level) ? null : 'Số năm công tác là số nguyên, ví dụ 5.'
  return order(`${asked}_order`).includes(level)
    ? null
    : `Không có mức “${level}” trong thứ tự đang dùng. Hãy chọn lại mức.`
}
