import { sql } from 'kysely'
import { z } from 'zod'
import { inVietnamese, isoDate } from '#server/kernel/dates.ts'
import { codeOf } from '#server/kernel/inputs.ts'
import { command, query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { UNIT_KINDS } from './code-lists.ts'
import { POSITION_KINDS } from './position-kinds.ts'

export const positionKind = codeOf(POSITION_KINDS)
const unitKind = codeOf(UNIT_KINDS)
export const written = (problem: string) => z.string().trim().min(1, problem).max(500)

const position = z.object({
  id: z.number(),
  code: z.string(),
  name: z.string(),
  kind: positionKind,
  unitKind: z.string().nullable(),
  unitId: z.number().nullable(),
  unitName: z.string().nullable(),
  titleCode: z.string().nullable(),
  titleName: z.string().nullable(),
  gradeCode: z.string().nullable(),
  places: z.number(),
  description: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  decisionNo: z.string(),
  /** People the reader may see who hold it that day. */
  held: z.number(),
})

/**
 * The catalogue of job positions as decided for a day, and the titles they can go with. Who holds one
 * holds it under every decision about its code.
 */
export const positions = query({
  name: 'organisation.positions',
  input: z.strictObject({ asOf: isoDate.optional() }),
  output: z.object({
    asOf: z.string(),
    rows: z.array(position),
    titles: z.array(z.object({ code: z.string(), name: z.string() })),
  }),
  async run({ db, today }, { asOf = today }) {
    const { rows } = await sql<z.output<typeof position>>`
      select p.id, p.code, p.name, p.kind, p.unit_kind as "unitKind", p.unit_id as "unitId",
        n.name as "unitName", p.title_code as "titleCode", j.name as "titleName",
        p.grade_code as "gradeCode", p.places, p.description, lower(p.during)::text as "from",
        (upper(p.during) - 1)::text as "to", p.decision_no as "decisionNo",
        (select count(*)::integer from position_holding h
          join job_position held on held.id = h.position_id
          where held.code = p.code and held.unit_id is not distinct from p.unit_id
            and h.during @> ${asOf}::date) as held
      from job_position p
      left join job_title j on j.code = p.title_code
      left join unit_name n on n.unit_id = p.unit_id and n.during @> ${asOf}::date
      where p.during @> ${asOf}::date
      order by array_position(${Object.keys(POSITION_KINDS)}::text[], p.kind), p.code`.execute(db)
    const titles = await sql<{ code: string; name: string }>`
      select code, name from job_title order by sort_order`.execute(db)
    return { asOf, rows, titles: titles.rows }
  },
})

/** A position decided anew: the one of that code in force ends the day before, its history stays. */
export const decidePosition = command({
  name: 'organisation.decide_position',
  input: z.strictObject({
    code: z
      .string()
      .trim()
      .regex(/^[\p{L}\p{N}.-]{2,40}$/u, 'Mã chỉ gồm chữ, số, dấu chấm và gạch nối, ví dụ NV-01.'),
    name: written('Hãy ghi tên vị trí việc làm.'),
    kind: positionKind,
    unitKind: unitKind.nullable().default(null),
    unitId: z.number().int().nullable().default(null),
    titleCode: z.string().nullable().default(null),
    gradeCode: z.string().trim().max(20).nullable().default(null),
    places: z.number().int().min(0).max(10_000),
    description: z.string().trim().max(2000).default(''),
    from: isoDate,
    decisionNo: written('Hãy ghi số quyết định phê duyệt.'),
  }),
  output: z.object({ id: z.number() }),
  about: (_, { id }) => ({ caseRef: `position:${id}` }),
  async run({ db }, asked) {
    if ((asked.unitKind === null) === (asked.unitId === null))
      throw new Refusal('invalid', 'Hãy chọn một: loại đơn vị có vị trí này, hoặc một đơn vị.')
    if (asked.titleCode) await mustExist(db, asked.titleCode)
    const later = await sql<{ from: string }>`select lower(during)::text as "from" from job_position
      where code = ${asked.code} and lower(during) >= ${asked.from}::date for update`.execute(db)
    if (later.rows[0])
      throw new Refusal(
        'conflict',
        `Vị trí ${asked.code} đã có quyết định hiệu lực từ ${inVietnamese(later.rows[0].from)}. Ngày hiệu lực mới phải sau ngày đó.`,
      )
    await sql`update job_position set during = daterange(lower(during), ${asked.from}::date)
      where code = ${asked.code} and during @> ${asked.from}::date`.execute(db)
    const { rows } = await sql<{ id: number }>`insert into job_position
        (code, name, kind, unit_kind, unit_id, title_code, grade_code, places, description, during, decision_no)
      values (${asked.code}, ${asked.name}, ${asked.kind}, ${asked.unitKind}, ${asked.unitId},
        ${asked.titleCode}, ${asked.gradeCode}, ${asked.places}, ${asked.description},
        daterange(${asked.from}::date, null), ${asked.decisionNo}) returning id`.execute(db)
    return { id: rows[0]?.id ?? 0 }
  },
})

type Db = Parameters<typeof decidePosition>[0]['db']

export async function mustExist(db: Db, titleCode: string): Promise<void> {
  const { rows } = await sql`select 1 from job_title where code = ${titleCode}`.execute(db)
  if (rows.length === 0)
    throw new Refusal('invalid', 'Không có chức danh này trong danh mục. Hãy chọn lại.')
}
