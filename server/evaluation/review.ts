import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { acceptProposals } from './accept.ts'
import { caseRef, cycleNamed, stillRated } from './cycle.ts'
import { type Given, notInCycle, rate } from './rate.ts'
import { givenRating } from './shapes.ts'
import { type OnSheet, sheetOf } from './sheet.ts'

const counted = z.object({ rated: z.number(), left: z.number() })

/** The direct head accepts the proposals of many rows, or gives one row another rating. */
export const review = command({
  name: 'evaluation.review',
  input: z.strictObject({
    cycleId: wholeNumber,
    rows: z
      .array(
        z.strictObject({
          evaluationId: wholeNumber,
          version: z.number().int(),
          /** Left out: the proposal is accepted. */
          rating: givenRating.optional(),
          comment: z.string().trim().max(2000).optional(),
        }),
      )
      .min(1, 'Hãy chọn ít nhất một người.')
      .max(2000),
  }),
  output: counted,
  about: ({ cycleId }) => ({ caseRef: caseRef(cycleId) }),
  async run(ctx, { cycleId, rows }) {
    const cycle = await cycleNamed(ctx, cycleId, 'share')
    stillRated(cycle)
    const { people } = await sheetOf(ctx, cycle)
    const given = rows.map((row) => accepted(ctx, people, row))
    if (cycle.step === 'authority') onlyUnrated(people, given)
    await rate(ctx, people, given, 'review')
    return left(people, given)
  },
})

/** Everybody without an exception, in one go: what the evidence says is what they get. */
export const acceptAll = command({
  name: 'evaluation.accept_all',
  input: z.strictObject({ cycleId: wholeNumber }),
  output: counted,
  about: ({ cycleId }) => ({ caseRef: caseRef(cycleId) }),
  async run(ctx, { cycleId }) {
    const cycle = await cycleNamed(ctx, cycleId, 'share')
    stillRated(cycle)
    const { rated, left } = await acceptProposals(
      ctx,
      cycle,
      ({ person, exceptions }) => exceptions.length === 0 && isReviewer(ctx, person),
    )
    if (rated > 0) return { rated, left }
    throw new Refusal(
      'conflict',
      'Không còn dòng nào không có ngoại lệ. Hãy mở từng ngoại lệ để xem và xếp loại.',
    )
  },
})

/** The points only a head can give: common criteria, and the two of a leader. */
export const scoreCommon = command({
  name: 'evaluation.score_common',
  input: z.strictObject({
    evaluationId: wholeNumber,
    version: z.number().int(),
    common: z.number().min(0).max(100),
    organise: z.number().min(0).max(100).nullable().optional(),
    unite: z.number().min(0).max(100).nullable().optional(),
  }),
  output: z.object({ version: z.number() }),
  async run(ctx, { evaluationId, version, common, organise = null, unite = null }) {
    const { cycle, person, citing } = await onSheet(ctx, evaluationId)
    stillRated(cycle)
    if (!isReviewer(ctx, person)) throw notReviewer(person)
    const most = citing.scheme.score?.common.points ?? 0
    if (common > most)
      throw new Refusal('invalid', `Điểm tiêu chí chung tối đa là ${most}. Hãy chấm lại.`)
    const { rows } = await sql<{ version: number }>`
      update evaluation set common = ${common}, organise = ${organise}, unite = ${unite},
        version = version + 1
      where id = ${evaluationId} and version = ${version} returning version`.execute(ctx.db)
    if (rows[0]) return rows[0]
    throw new Refusal('conflict', 'Người khác vừa sửa dòng này. Hãy mở lại rồi chấm. Chưa ghi gì.')
  },
})

/** A person with the cycle around, locked against its next step. */
export async function onSheet(ctx: Context, evaluationId: number) {
  const { rows } = await sql<{ cycleId: number }>`
    select cycle_id as "cycleId" from evaluation where id = ${evaluationId}`.execute(ctx.db)
  const [found] = rows
  if (!found) throw notInCycle()
  const cycle = await cycleNamed(ctx, found.cycleId, 'share')
  const sheet = await sheetOf(ctx, cycle)
  const own = sheet.people.find(({ person }) => person.id === evaluationId)
  if (!own) throw notInCycle()
  return { cycle, ...sheet, ...own }
}

type Person = OnSheet['person']

/** An account without a record of its own writes down what the head decided. */
export const isReviewer = ({ actor }: Context, { reviewerId }: Person) =>
  actor.cadreId === null || actor.cadreId === reviewerId

export const notReviewer = ({ name, reviewerName }: Person) =>
  new Refusal(
    'forbidden',
    `${name} do ${reviewerName ?? 'người khác'} đánh giá. Nếu ghi sai người đánh giá, hãy nhờ cán bộ tổ chức sửa trong kỳ.`,
  )

function accepted(
  ctx: Context,
  people: readonly OnSheet[],
  {
    rating,
    ...row
  }: {
    evaluationId: number
    version: number
    rating?: Given['rating'] | undefined
    comment?: string | undefined
  },
): Given {
  const found = people.find(({ person }) => person.id === row.evaluationId)
  if (!found) throw notInCycle()
  const { person, proposal } = found
  if (!isReviewer(ctx, person)) throw notReviewer(person)
  const given = rating ?? proposal.band
  if (given === null)
    throw new Refusal(
      'invalid',
      `${person.name}: chưa tính được mức đề nghị (${proposal.open.join('; ')}). Hãy bổ sung hoặc chọn một mức.`,
    )
  return { ...row, rating: given }
}

/** From here on a given rating changes with a reason, a comment and somebody who answers for it. */
function onlyUnrated(people: readonly OnSheet[], given: readonly Given[]): void {
  const ids = new Set(given.map(({ evaluationId }) => evaluationId))
  const names = people
    .filter(({ person }) => ids.has(person.id) && person.rating !== null)
    .map(({ person }) => person.name)
  if (names.length === 0) return
  throw new Refusal(
    'against_rule',
    `${names.join(', ')} đã có mức xếp loại. Ở bước cấp có thẩm quyền quyết định, hãy sửa ở Hội nghị cân đối, kèm lý do, ý kiến và người cho phép. Chưa ghi gì.`,
  )
}

const left = (people: readonly OnSheet[], given: readonly Given[]) => ({
  rated: given.length,
  left: people.filter(
    ({ person }) =>
      person.rating === null && !given.some(({ evaluationId }) => evaluationId === person.id),
  ).length,
})
