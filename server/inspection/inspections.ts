import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { codeOf, wholeNumber, yearNumber } from '#server/kernel/inputs.ts'
import { query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { ACTS, DIRECTIONS, DUTIES, KINDS } from './kinds.ts'
import { nameOn } from './names.ts'
import { recommendationRow, recommendationsOn } from './recommendations.ts'

const row = z.object({
  id: z.number(),
  kind: codeOf(KINDS),
  act: codeOf(ACTS),
  direction: codeOf(DIRECTIONS),
  title: z.string(),
  unitId: z.number(),
  unit: z.string(),
  byUnitId: z.number().nullable(),
  byUnit: z.string().nullable(),
  startsOn: z.string(),
  endsOn: z.string(),
  concludedOn: z.string().nullable(),
  state: z.enum(['coming', 'running', 'late', 'concluded']),
  findings: z.number(),
  openRecommendations: z.number(),
})

const inspectionsOn = (asOf: string) => sql<z.output<typeof row>>`
  select i.id, i.kind, i.act, i.direction, i.title, i.unit_id as "unitId",
    ${nameOn(sql`i.unit_id`, asOf)} as unit, i.by_unit_id as "byUnitId",
    case when i.by_unit_id is not null then ${nameOn(sql`i.by_unit_id`, asOf)} end as "byUnit",
    i.starts_on::text as "startsOn", i.ends_on::text as "endsOn",
    case when i.concluded_on <= ${asOf}::date then i.concluded_on::text end as "concludedOn",
    case when i.concluded_on <= ${asOf}::date then 'concluded'
      when i.starts_on > ${asOf}::date then 'coming'
      when i.direction = 'down' and i.ends_on < ${asOf}::date then 'late' else 'running' end as state,
    (select count(*)::integer from finding f where f.inspection_id = i.id
      and f.found_on <= ${asOf}::date) as findings,
    (select count(*)::integer from recommendation r where r.inspection_id = i.id and not exists (
      select from recommendation_step s where s.recommendation_id = r.id and s.kind = 'accepted'
        and s.on_day <= ${asOf}::date)) as "openRecommendations"
  from inspection i`

/** The year's plan and every inspection of the year, planned or not, upwards and downwards. */
export const inspectionList = query({
  name: 'inspection.list',
  input: z.strictObject({
    asOf: isoDate.optional(),
    year: yearNumber.optional(),
  }),
  output: z.object({
    asOf: z.string(),
    year: z.number(),
    plan: z
      .object({
        id: z.number(),
        title: z.string(),
        decisionNo: z.string(),
        decidedOn: z.string(),
        signedBy: z.string(),
      })
      .nullable(),
    rows: z.array(row),
  }),
  async run({ db, today }, { asOf = today, year = Number(asOf.slice(0, 4)) }) {
    const { rows: plans } = await sql<{
      id: number
      title: string
      decisionNo: string
      decidedOn: string
      signedBy: string
    }>`select id, title, decision_no as "decisionNo", decided_on::text as "decidedOn",
        signed_by as "signedBy" from inspection_plan where year = ${year}`.execute(db)
    const { rows } = await sql<z.output<typeof row>>`select * from (${inspectionsOn(asOf)}) i
      where "startsOn" like ${`${year}-%`} order by "startsOn", id`.execute(db)
    return { asOf, year, plan: plans[0] ?? null, rows }
  },
})

const person = z.object({ cadreId: z.number(), name: z.string(), duty: codeOf(DUTIES) })
const finding = z.object({
  id: z.number(),
  caseRef: z.string().nullable(),
  cadreId: z.number().nullable(),
  name: z.string().nullable(),
  says: z.string(),
  clause: z.string(),
  foundOn: z.string(),
})

/** One inspection: who, what was drawn and how, what was found, what is asked of whom. */
export const inspectionDetail = query({
  name: 'inspection.one',
  input: z.strictObject({ id: wholeNumber, asOf: isoDate.optional() }),
  output: row.extend({
    examines: z.string().nullable(),
    from: z.string(),
    to: z.string(),
    basis: z.string(),
    decisionNo: z.string().nullable(),
    signedBy: z.string().nullable(),
    conclusionNo: z.string().nullable(),
    conclusion: z.string().nullable(),
    version: z.number(),
    members: z.array(person),
    sample: z
      .object({
        seed: z.string(),
        method: z.string(),
        population: z.number(),
        sha256: z.string(),
        drawnOn: z.string(),
      })
      .nullable(),
    cases: z.array(
      z.object({ ref: z.string(), cadreId: z.number().nullable(), name: z.string().nullable() }),
    ),
    found: z.array(finding),
    recommendations: z.array(recommendationRow),
  }),
  async run(ctx, { id, asOf = ctx.today }) {
    const head = await inspectionNamed(ctx, id, asOf)
    const { db } = ctx
    const { rows: members } = await sql<z.output<typeof person>>`
      select m.cadre_id as "cadreId", m.duty, (select d.full_name from directory_entry d
        where d.cadre_id = m.cadre_id limit 1) as name
      from inspection_member m where m.inspection_id = ${id}
      order by array_position(array['lead', 'member', 'secretary'], m.duty), m.cadre_id`.execute(db)
    const { rows: samples } = await sql<{
      seed: string
      method: string
      population: number
      sha256: string
      drawnOn: string
    }>`select seed, method, population, population_sha256 as sha256, drawn_on::text as "drawnOn"
      from inspection_sample where inspection_id = ${id}`.execute(db)
    const { rows: cases } = await sql<{ ref: string; cadreId: number | null; name: string | null }>`
      select s.case_ref as ref, c.id as "cadreId", c.full_name as name from inspection_case s
      left join cadre c on c.id = s.cadre_id where s.inspection_id = ${id} order by s.place`.execute(
      db,
    )
    const { rows: found } = await sql<z.output<typeof finding>>`
      select f.id, f.case_ref as "caseRef", c.id as "cadreId", c.full_name as name, f.says,
        f.clause, f.found_on::text as "foundOn"
      from finding f left join cadre c on c.id = f.cadre_id
      where f.inspection_id = ${id} order by f.id`.execute(db)
    const recommendations = await recommendationsOn(ctx, asOf, { inspectionId: id })
    return { ...head, members, sample: samples[0] ?? null, cases, found, recommendations }
  },
})

export async function inspectionNamed({ db }: Context, id: number, asOf: string) {
  const { rows } = await sql<
    z.output<typeof row> & {
      examines: string | null
      from: string
      to: string
      basis: string
      decisionNo: string | null
      signedBy: string | null
      conclusionNo: string | null
      conclusion: string | null
      version: number
    }
  >`select i.*, o.examines, lower(o.examined)::text as "from", (upper(o.examined) - 1)::text as "to",
      o.basis, o.decision_no as "decisionNo", o.signed_by as "signedBy",
      o.conclusion_no as "conclusionNo", o.conclusion, o.version
    from (${inspectionsOn(asOf)}) i join inspection o on o.id = i.id where i.id = ${id}`.execute(db)
  const [found] = rows
  if (found) return found
  throw new Refusal(
    'not_found',
    'Không có cuộc kiểm tra, giám sát này trong phạm vi được xem. Hãy chọn lại trong danh sách.',
  )
}
