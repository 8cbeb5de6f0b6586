import { sql } from 'kysely'
import { z } from 'zod'
import { type CodeList, labelOf } from '#server/kernel/code-list.ts'
import type { Db } from '#server/kernel/database.ts'
import {
  DEGREES,
  FIELDS,
  IT_LEVELS,
  LANGUAGE_LEVELS,
  POLITICAL_THEORY,
  SKILL_LEVELS,
  STATE_MANAGEMENT,
  STUDY_MODES,
} from './code-lists.ts'

const text = z.string().nullable()

export const qualificationShape = z.object({
  level: z.string(),
  levelLabel: text,
  field: text,
  fieldLabel: text,
  major: text,
  mode: text,
  modeLabel: text,
  school: text,
  awardedOn: text,
})

/** Degrees held that day, highest first; without a date they count as held before all we know. */
export async function qualificationsOf(db: Db, cadreId: number, asOf: string) {
  const { rows } = await sql<{
    level: string
    field: string | null
    major: string | null
    mode: string | null
    school: string | null
    awardedOn: string | null
  }>`select level, field, major, mode, school, awarded_on as "awardedOn"
    from qualification
    where cadre_id = ${cadreId} and (awarded_on is null or awarded_on <= ${asOf}::date)
    order by array_position(${Object.keys(DEGREES)}::text[], level) desc nulls last,
      awarded_on desc nulls last, id`.execute(db)
  return rows.map((row) => ({
    ...row,
    levelLabel: labelOf(DEGREES, row.level),
    fieldLabel: labelOf(FIELDS, row.field),
    modeLabel: labelOf(STUDY_MODES, row.mode),
  }))
}

/** Kinds of certificate, each with the list its levels come from. */
const CERTIFICATES: Record<string, { label: string; levels: CodeList }> = {
  political_theory: { label: 'Lý luận chính trị', levels: POLITICAL_THEORY },
  state_management: { label: 'Quản lý nhà nước', levels: STATE_MANAGEMENT },
  language: { label: 'Ngoại ngữ', levels: LANGUAGE_LEVELS },
  it: { label: 'Tin học', levels: IT_LEVELS },
  skills: { label: 'Kỹ năng làm việc', levels: SKILL_LEVELS },
  defence: { label: 'Quốc phòng, an ninh', levels: {} },
  ethnic_language: { label: 'Tiếng dân tộc thiểu số', levels: {} },
}

export const certificateShape = z.object({
  kind: z.string(),
  kindLabel: z.string(),
  level: z.string(),
  levelLabel: text,
  name: text,
  awardedOn: text,
})

export async function certificatesOf(db: Db, cadreId: number, asOf: string) {
  const { rows } = await sql<{
    kind: string
    level: string
    name: string | null
    awardedOn: string | null
  }>`select kind, level, name, awarded_on as "awardedOn" from certificate
    where cadre_id = ${cadreId} and (awarded_on is null or awarded_on <= ${asOf}::date)
    order by array_position(${Object.keys(CERTIFICATES)}::text[], kind),
      awarded_on desc nulls last, id`.execute(db)
  return rows.map((row) => ({
    ...row,
    kindLabel: CERTIFICATES[row.kind]?.label ?? row.kind,
    levelLabel: labelOf(CERTIFICATES[row.kind]?.levels ?? {}, row.level),
  }))
}

export const trainingShape = z.object({
  name: z.string(),
  topic: z.string(),
  completedOn: z.string(),
  result: text,
})

export async function trainingsOf(db: Db, cadreId: number, asOf: string) {
  const { rows } = await sql<z.output<typeof trainingShape>>`
    select course.name, course.topic, r.completed_on as "completedOn", r.result
    from training_record r join training_course course on course.id = r.course_id
    where r.cadre_id = ${cadreId} and r.completed_on <= ${asOf}::date
    order by r.completed_on desc, course.name`.execute(db)
  return rows
}
