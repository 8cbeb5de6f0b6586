import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { query } from '#server/kernel/operation.ts'
import { peopleOn } from '../roster-joins.ts'
import { agenciesOn } from './agencies.ts'

const STATES = ['done', 'waiting', 'unanswered', 'overdue'] as const

/** One person in sight, with the state of the answer: done when nothing of it waits any more. */
const answersTo = ({ today }: Context, roundId: number) => sql`
  select c.id, c.full_name, c.name_key, t.title, a.agency_id, a.agency_name, a.tree_from,
    s.declaration_id, s.answered_at,
    case when s.round_id is null then
        case when r.deadline < ${today}::date then 'overdue' else 'unanswered' end
      when w.waits then 'waiting' else 'done' end as state
  from supplement_round r cross join ${peopleOn(today, true, new Set())}
  join ${agenciesOn(today)} a on a.unit_id = t.unit_id
  left join supplement_answer s on s.round_id = r.id and s.cadre_id = c.id
  left join lateral (select bool_or(state in ('waiting_unit', 'waiting_managing_body')) as waits
    from declaration_item where declaration_id = s.declaration_id) w on true
  where r.id = ${roundId}`

const counts = {
  total: z.number(),
  done: z.number(),
  /** Of those who answered: who declared something. */
  declared: z.number(),
  waiting: z.number(),
  unanswered: z.number(),
  overdue: z.number(),
}

/** How far each agency in sight is with a round. */
export const supplementProgress = query({
  name: 'cadres.supplement_progress',
  input: z.strictObject({ roundId: wholeNumber }),
  output: z.object({
    all: z.object(counts),
    units: z.array(z.object({ unitId: z.number(), unitName: z.string(), ...counts })),
  }),
  async run(ctx, { roundId }) {
    const { rows } = await sql<UnitRow>`
      select agency_id as "unitId", agency_name as "unitName", count(*) as total,
        count(declaration_id) as declared,
        ${sql.join(STATES.map((state) => sql`count(*) filter (where state = ${state}) as ${sql.id(state)}`))}
      from (${answersTo(ctx, roundId)}) answers
      group by agency_id, agency_name, tree_from order by tree_from`.execute(ctx.db)
    const sum = (name: keyof typeof counts) => rows.reduce((all, row) => all + row[name], 0)
    return {
      all: {
        total: sum('total'),
        done: sum('done'),
        declared: sum('declared'),
        waiting: sum('waiting'),
        unanswered: sum('unanswered'),
        overdue: sum('overdue'),
      },
      units: rows,
    }
  },
})

type UnitRow = { unitId: number; unitName: string } & Record<keyof typeof counts, number>

/** The names behind a number of the board. */
export const supplementPeople = query({
  name: 'cadres.supplement_people',
  input: z.strictObject({
    roundId: wholeNumber,
    unitId: wholeNumber.optional(),
    state: z.enum(STATES).optional(),
    offset: wholeNumber.default(0),
    limit: wholeNumber.refine((rows) => rows <= 500).default(100),
  }),
  output: z.object({
    total: z.number(),
    rows: z.array(
      z.object({
        id: z.number(),
        fullName: z.string(),
        title: z.string(),
        unitId: z.number(),
        unitName: z.string(),
        state: z.enum(STATES),
        declarationId: z.number().nullable(),
      }),
    ),
  }),
  async run(ctx, { roundId, unitId = null, state = null, offset, limit }) {
    const { rows } = await sql<{
      id: number
      fullName: string
      title: string
      unitId: number
      unitName: string
      state: (typeof STATES)[number]
      declarationId: number | null
      total: number
    }>`select id, full_name as "fullName", title, agency_id as "unitId",
        agency_name as "unitName", state, declaration_id as "declarationId",
        count(*) over () as total
      from (${answersTo(ctx, roundId)}) answers
      where (${unitId}::integer is null or agency_id = ${unitId}::integer)
        and (${state}::text is null or state = ${state}::text)
      order by tree_from, name_key, id limit ${limit} offset ${offset}`.execute(ctx.db)
    return { total: rows[0]?.total ?? 0, rows }
  },
})
