import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { relationTo } from '#server/authority/conflicts.ts'
import { kinAmong, kinRulesOn } from '#server/authority/kin.ts'
import type { Context } from '#server/kernel/context.ts'
import { insertRows } from '#server/kernel/database.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { unchanged } from '#server/kernel/versions.ts'
import type { Rating } from './ratings.ts'
import type { OnSheet } from './sheet.ts'

export interface Given {
  evaluationId: number
  rating: Rating
  /** The version the reviewer was shown; a rule that rates was shown none. */
  version?: number | undefined
  reasonCode?: string | undefined
  comment?: string | undefined
  authoriserId?: number | undefined
}

export type Stage = NonNullable<OnSheet['person']['stage']>

/**
 * The one way a rating is given: the trail keeps what stood before and what the evidence proposed. The
 * account is recorded; nobody rates oneself or a relative.
 */
export async function rate(
  ctx: Context,
  people: readonly OnSheet[],
  given: readonly Given[],
  stage: Stage,
  account = ctx.actor.name,
  batch: string = randomUUID(),
): Promise<void> {
  const rated = given.map((one) => {
    const found = people.find(({ person }) => person.id === one.evaluationId)
    if (!found) throw notInCycle()
    if (one.version !== undefined)
      unchanged(
        { version: found.person.version, rating: found.person.rating },
        { version: one.version, rating: one.rating },
      )
    return { ...one, ...found }
  })
  const judges = rated.flatMap(({ authoriserId }) => authoriserId ?? [])
  await keptApart(ctx, rated, [...new Set([...judges, ctx.actor.cadreId ?? []].flat())])
  await lockedAgainst(ctx, rated)
  await insertRows(
    ctx.db,
    'rating_step',
    rated.map(({ person, proposal, rating, reasonCode, comment, authoriserId }) => ({
      evaluation_id: person.id,
      cadre_id: person.cadreId,
      stage,
      rating,
      points: proposal.total,
      proposed: proposal.band,
      was: { rating: person.rating, points: person.points, stage: person.stage, batch },
      reason_code: reasonCode ?? null,
      comment: comment ?? null,
      authoriser_id: authoriserId ?? null,
      account_name: account,
    })),
  )
  const rows = rated.map(({ person, proposal, rating }) => ({
    id: person.id,
    rating,
    points: proposal.total,
  }))
  await sql`update evaluation e set rating = r.rating, points = r.points, stage = ${stage},
      rated_at = now(), version = version + 1
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id integer, rating text, points numeric)
    where e.id = r.id`.execute(ctx.db)
}

/** Two reviewers at once: the second sees that a row has moved on since it was read. */
async function lockedAgainst({ db }: Context, rated: readonly OnSheet[]): Promise<void> {
  const { rows } = await sql<{ id: number; version: number; rating: Rating | null }>`
    select id, version, rating from evaluation
    where id = any(${rated.map(({ person }) => person.id)}::integer[]) order by id for update`.execute(
    db,
  )
  for (const { person } of rated) {
    const stored = rows.find(({ id }) => id === person.id)
    if (!stored) throw notInCycle()
    unchanged(stored, { version: person.version, rating: person.rating })
  }
}

async function keptApart(
  ctx: Context,
  rated: readonly OnSheet[],
  judges: readonly number[],
): Promise<void> {
  if (judges.length === 0) return
  const ids = rated.map(({ person }) => person.cadreId)
  const kin = await kinAmong(ctx, [...new Set([...judges, ...ids])], ctx.today)
  const rules = kin.length > 0 ? await kinRulesOn(ctx, ctx.today) : null
  for (const { person } of rated) {
    for (const judge of judges) {
      if (judge === person.cadreId)
        throw new Refusal(
          'against_rule',
          `${person.name} không được xếp loại, xác nhận hoặc cho phép sửa kết quả của chính mình. Việc này do người khác làm.`,
        )
      const relation = rules && relationTo(person.cadreId, judge, kin, rules)
      if (relation)
        throw new Refusal(
          'against_rule',
          `Người quyết định là ${relation} của ${person.name} nên không được xếp loại người này [${rules.dutiesClause}]. Hãy sửa người đánh giá trong kỳ.`,
        )
    }
  }
}

export const notInCycle = () =>
  new Refusal('not_found', 'Kỳ đánh giá này không có người đó. Hãy mở lại bảng đánh giá.')
