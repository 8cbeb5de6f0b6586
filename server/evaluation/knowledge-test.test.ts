import { sql } from 'kysely'
import { expect } from 'vitest'
import { opened, own, sheetOf, test, worked } from '#server/cast-of-evaluation.ts'
import type { Context } from '#server/kernel/context.ts'
import { withExams } from '#server/matrix-exams.ts'
import { evaluationOf, ownEvaluationShown } from './person.ts'
import { scoreCommon } from './review.ts'

const take = ({ db }: Context, cadreId: number, on: string) =>
  sql`insert into exam_paper (id, round_id, cadre_id, unit_id, seed, max_score, score, started_at, ends_at,
      submitted_at, submitted_by)
    values (${cadreId}, 1, ${cadreId}, 1, 'x', 20, 16, ${`${on} 08:00+07`}::timestamptz,
      ${`${on} 09:00+07`}::timestamptz, ${`${on} 08:30+07`}::timestamptz, 'person')`.execute(db)

test('a test taken in the period counts by the share a province sets, and by none before', async ({
  ctx,
  as,
}) => {
  const cycleId = await opened(ctx)
  await worked(ctx, cycleId)
  await withExams(ctx.db)
  await take(ctx, 100, '2026-10-12')
  await take(ctx, 101, '2026-09-30')
  const common = async (cadreId: number) => (await sheetOf(ctx, cycleId)).of(cadreId).common
  expect(await common(100)).toBe(15)

  await sql`insert into pack_adoption (pack_id, during, overrides)
    values ('quy-uoc-chung', '[2020-01-01,)', '{"evaluation_test_share": 20}')`.execute(ctx.db)
  // 80 % of 15 given, and 20 % of 30 × 16/20.
  expect(await common(100)).toBe(16.8)
  expect(await common(101)).toBe(15)
  const { evaluationId, version, commonGiven } = (await sheetOf(ctx, cycleId)).of(100)
  expect(commonGiven).toBe(15)
  await scoreCommon(ctx, { evaluationId, version, common: 20 })
  expect(await common(100)).toBe(20.8)

  const shown = await evaluationOf(ctx, { evaluationId })
  const evidence = shown.steps.find(({ text }) => text.startsWith('Đợt, 12/10/2026'))
  expect(evidence?.text).toContain('16/20 điểm = 24/30, chiếm 20 % tiêu chí chung')
  expect(evidence?.clause).toBe('335/2025/NĐ-CP, Tiêu chí chung 30 điểm')
  const mine = await ownEvaluationShown(await as(own(100)), { evaluationId })
  expect(mine).toMatchObject({ common: 20.8, total: 90.8 })
})

test('a share beyond the common points is refused in words', async ({ ctx }) => {
  const cycleId = await opened(ctx)
  await sql`insert into pack_adoption (pack_id, during, overrides)
    values ('quy-uoc-chung', '[2020-01-01,)', '{"evaluation_test_share": 120}')`.execute(ctx.db)
  await expect(sheetOf(ctx, cycleId)).rejects.toThrow('score.common.test.share')
})
