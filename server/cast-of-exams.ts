/** A small bank, a blueprint and a round, for tests of the knowledge test. */
import { UNITS } from './cast.ts'
import { blueprints, setBlueprint } from './exams/blueprints.ts'
import { importQuestions } from './exams/import.ts'
import { openRound } from './exams/open-round.ts'
import { bank } from './exams/questions.ts'
import type { Context } from './kernel/context.ts'

const HEAD = 'Lĩnh vực\tChủ đề\tLoại câu\tMức độ\tCâu hỏi\tA\tB\tC\tD\tĐáp án\tCăn cứ'

export const RIGHT = 'Phương án đúng'

export const asFile = (text: string) => ({ name: 'dan.txt', bytes: new TextEncoder().encode(text) })

/** Six choices of one, two of several, two short answers; A is right, or A and C. */
export const LIST = [
  HEAD,
  ...Array.from(
    { length: 6 },
    (_, i) =>
      `Cán bộ\tTiêu chuẩn\t\tDễ\tCâu một đáp án số ${i}\t${RIGHT} ${i}\tSai b\tSai c\tSai d\tA\tLuật, Điều ${i}`,
  ),
  ...[1, 2].map(
    (i) =>
      `Cán bộ\tTiêu chuẩn\tNhiều đáp án\tTrung bình\tCâu nhiều đáp án ${i}\tĐúng a\tSai b\tĐúng c\t\tA, C\tLuật, Điều 9`,
  ),
  ...[1, 2].map(
    (i) =>
      `Cán bộ\tTiêu chuẩn\tTrả lời ngắn\tKhó\tCâu ngắn ${i}\t\t\t\t\tNêu đủ hai ý\tLuật, Điều 8`,
  ),
].join('\n')

/** Four of one answer, one of several, one short: 10 points; directors of the province take it. */
export async function withRound(ctx: Context, closesOn = '2024-10-31'): Promise<number> {
  await importQuestions(ctx, { file: asFile(LIST) })
  const topicId = (await bank(ctx, {})).topics[0]?.id ?? 0
  await setBlueprint(ctx, {
    name: 'Đề của giám đốc',
    titleCode: 'director',
    minutes: 30,
    passShare: 0.5,
    from: '2024-01-01',
    basis: 'KH 1',
    parts: [
      { topicId, difficulty: 'easy', questions: 4, points: 1 },
      { topicId, difficulty: 'medium', questions: 1, points: 2 },
      { topicId, difficulty: 'hard', questions: 1, points: 4 },
    ],
  })
  const [blueprint] = await blueprints(ctx, {})
  const { id } = await openRound(ctx, {
    name: 'Kiểm tra năm 2024',
    unitId: UNITS.province.id,
    blueprintId: blueprint?.id ?? 0,
    opensOn: '2024-10-01',
    closesOn,
    basis: 'KH 2',
  })
  return id
}
