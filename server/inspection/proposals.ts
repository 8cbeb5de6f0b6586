import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { codeOf, wholeNumber } from '#server/kernel/inputs.ts'
import { query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { PROPOSAL_STATES, PROPOSAL_STEPS } from './kinds.ts'
import { nameOn } from './names.ts'

const row = z.object({
  id: z.number(),
  title: z.string(),
  cadreId: z.number(),
  name: z.string(),
  unitId: z.number(),
  unit: z.string(),
  registeredOn: z.string(),
  state: codeOf(PROPOSAL_STATES),
  /** The decision that protects whoever proposed it. */
  protectedBy: z.string().nullable(),
  pilotUntil: z.string().nullable(),
  version: z.number(),
})

export type Proposal = z.output<typeof row>

const proposalsOn = (asOf: string) => sql<Proposal>`
  select p.id, p.title, p.cadre_id as "cadreId", c.full_name as name, p.unit_id as "unitId",
    ${nameOn(sql`p.unit_id`, asOf)} as unit, p.registered_on::text as "registeredOn", p.version,
    last.protected_by as "protectedBy", last.pilot_until::text as "pilotUntil",
    case last.kind when 'learned' then 'learned' when 'refused' then 'refused'
      when 'evaluated' then case when last.achieved then 'succeeded' else 'fell_short' end
      when 'piloted' then case when last.pilot_until < ${asOf}::date then 'to_evaluate' else 'pilot' end
      when 'assessed' then 'assessed' else 'registered' end as state
  from daring_proposal p join cadre c on c.id = p.cadre_id
  cross join lateral (select
      (array_agg(s.kind order by s.id desc) filter (where s.kind <> 'protected'))[1] as kind,
      (array_agg(s.achieved order by s.id desc) filter (where s.kind = 'evaluated'))[1] as achieved,
      (array_agg(s.pilot_until order by s.id desc) filter (where s.kind = 'piloted'))[1] as pilot_until,
      (array_agg(s.decision_no order by s.id desc) filter (where s.kind = 'protected'))[1] as protected_by
    from proposal_step s where s.proposal_id = p.id and s.on_day <= ${asOf}::date) last
  where p.registered_on <= ${asOf}::date`

/** What cadres proposed to try, and how far each is. */
export const proposalList = query({
  name: 'inspection.proposals',
  input: z.strictObject({ asOf: isoDate.optional() }),
  output: z.object({ asOf: z.string(), rows: z.array(row) }),
  async run({ db, today }, { asOf = today }) {
    const { rows } = await sql<Proposal>`select * from (${proposalsOn(asOf)}) p
      order by "registeredOn" desc, id desc`.execute(db)
    return { asOf, rows }
  },
})

const step = z.object({
  kind: codeOf(PROPOSAL_STEPS),
  on: z.string(),
  says: z.string(),
  decisionNo: z.string().nullable(),
  signedBy: z.string().nullable(),
  achieved: z.boolean().nullable(),
})

export const proposalDetail = query({
  name: 'inspection.proposal',
  input: z.strictObject({ id: wholeNumber, asOf: isoDate.optional() }),
  output: row.extend({
    problem: z.string(),
    proposes: z.string(),
    beyond: z.string(),
    benefit: z.string(),
    steps: z.array(step),
  }),
  async run(ctx, { id, asOf = ctx.today }) {
    const head = await proposalNamed(ctx, id, asOf)
    const { rows: texts } = await sql<{
      problem: string
      proposes: string
      beyond: string
      benefit: string
    }>`select problem, proposes, beyond, benefit from daring_proposal where id = ${id}`.execute(
      ctx.db,
    )
    const { rows: steps } = await sql<z.output<typeof step>>`
      select kind, on_day::text as "on", says, decision_no as "decisionNo",
        signed_by as "signedBy", achieved
      from proposal_step where proposal_id = ${id} and on_day <= ${asOf}::date
      order by id`.execute(ctx.db)
    const text = texts[0] ?? { problem: '', proposes: '', beyond: '', benefit: '' }
    return { ...head, ...text, steps }
  },
})

export async function proposalNamed({ db }: Context, id: number, asOf: string): Promise<Proposal> {
  const { rows } = await sql<Proposal>`
    select * from (${proposalsOn(asOf)}) p where id = ${id}`.execute(db)
  if (rows[0]) return rows[0]
  throw new Refusal(
    'not_found',
    'Không có đề xuất này trong phạm vi được xem. Hãy chọn lại trong danh sách.',
  )
}
