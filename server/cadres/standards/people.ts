import { type RawBuilder, sql } from 'kysely'
import { factsOf, factTable } from '#rules/compile.ts'
import type { FactRow } from '#rules/explain.ts'
import type { Question, Subject } from '#rules/vocabulary.ts'
import type { Context } from '#server/kernel/context.ts'
import { type Asked, standardsOn } from '#server/organisation/standards.ts'
import { unitsOn } from '#server/organisation/units.ts'
import type { Confirmation } from './confirm.ts'
import { type Ladder, type LadderPost, ladderOn } from './ladder.ts'
import { type Standing, standingOf } from './standing.ts'
import { conditionOf, standardSubject } from './words.ts'

/** Somebody serving, with what the standards ask about, read once. */
export interface Candidate extends FactRow {
  cadre_id: number
  unit_id: number
  full_name: string
  title: string
  unit_name: string
  rank_now: string
  post_id: number | null
  position_code: string | null
}

export interface Weighing {
  asOf: string
  question: Question
  subject: Subject
  asked: readonly Asked[]
  ladder: Ladder
}

/** Standards, words and posts of a day. */
export async function weighingOn(ctx: Context, asOf: string): Promise<Weighing> {
  const parameter = await ctx.house.parametersOn(ctx, asOf)
  const asked = await standardsOn(ctx.db, asOf)
  return {
    asOf,
    question: { asOf, since: asOf, parameter },
    subject: standardSubject(asked),
    asked,
    ladder: await ladderOn(ctx.db, asOf),
  }
}

/** The people a reader may see that serve that day, narrowed by SQL over `t` and `c`. */
export async function candidates(
  { db }: Pick<Context, 'db'>,
  { asOf, asked, question, subject }: Weighing,
  narrowed: RawBuilder<unknown> = sql`true`,
): Promise<Candidate[]> {
  const facts = factTable(subject, factsOf(asked.map(conditionOf)), question)
  const { rows } = await sql<Candidate>`
    with alive as materialized (${unitsOn(asOf)}), row_facts as (${facts})
    select f.*, c.full_name, a.name as unit_name, t.rank as rank_now, t.post_id,
      k.code as position_code
    from row_facts f join cadre c on c.id = f.cadre_id
    join tenure t on t.cadre_id = c.id and t.holding = 'main' and t.during @> ${asOf}::date
    left join alive a on a.id = t.unit_id
    left join position_holding h on h.cadre_id = c.id and h.during @> ${asOf}::date
    left join job_position k on k.id = h.position_id
    where ${narrowed} order by c.name_key, c.id`.execute(db)
  return rows
}

/** What a title asks, and the job position held beside it. */
export const askedOf = (
  { asked }: Weighing,
  titleCode: string | null,
  positionCode: string | null,
): Asked[] =>
  asked.filter(
    (one) =>
      (titleCode !== null && one.titleCode === titleCode) ||
      (positionCode !== null && one.positionCode === positionCode),
  )

/** The person against the own post and position. */
export function ownStanding(
  weighing: Weighing,
  person: Candidate,
  confirmed?: ReadonlyMap<string, Confirmation>,
): Standing {
  const post = person.post_id === null ? undefined : weighing.ladder.byId.get(person.post_id)
  const asked = askedOf(weighing, post?.titleCode ?? null, person.position_code)
  return standingOf(asked, weighing.subject, weighing.question, person, confirmed)
}

/** The person against the next post up, and which that is. */
export function nextStanding(
  weighing: Weighing,
  person: Candidate,
  confirmed?: ReadonlyMap<string, Confirmation>,
): { post: LadderPost; standing: Standing } | null {
  const post = weighing.ladder.above(person.unit_id, person.rank_now)
  if (!post) return null
  const asked = askedOf(weighing, post.titleCode, null)
  const { subject, question } = weighing
  return { post, standing: standingOf(asked, subject, question, person, confirmed) }
}
