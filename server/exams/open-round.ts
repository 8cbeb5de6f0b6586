import { randomBytes } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { openTestCourse } from '#server/cadres/knowledge-tests.ts'
import type { Context } from '#server/kernel/context.ts'
import { type Db, insertRows } from '#server/kernel/database.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { type Drawable, draw, type Part, shortOf } from './draw.ts'
import { DIFFICULTIES } from './words.ts'

const id = wholeNumber

/** Draws a paper for everybody of the unit who holds the title that day; questions too few are named. */
export const openRound = command({
  name: 'exams.open_round',
  dear: true,
  input: z
    .strictObject({
      name: z.string().trim().min(1, 'Hãy đặt tên đợt kiểm tra.').max(200),
      unitId: id,
      blueprintId: id,
      opensOn: isoDate,
      closesOn: isoDate,
      basis: z.string().trim().min(1, 'Hãy ghi căn cứ: số kế hoạch, quyết định.').max(300),
    })
    .refine(({ opensOn, closesOn }) => opensOn <= closesOn, {
      error: 'Ngày cuối phải từ ngày mở trở đi.',
      path: ['closesOn'],
    }),
  output: z.object({ id: z.number(), people: z.number() }),
  about: (_, { id }) => ({ caseRef: `exam_round:${id}` }),
  run: (ctx, input) => openRoundIn(ctx, input),
})

export interface Opening {
  name: string
  unitId: number
  blueprintId: number
  opensOn: string
  closesOn: string
  basis: string
}

export async function openRoundIn(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  input: Opening,
  seedOf: (cadreId: number) => string = () => randomBytes(16).toString('hex'),
): Promise<{ id: number; people: number }> {
  const blueprint = await blueprintOn(db, input.blueprintId, input.opensOn)
  const pool = await poolOf(db)
  const short = shortOf(pool, blueprint.parts)
  if (short.length > 0) throw tooFew(short)
  const people = await peopleFor(db, input, blueprint.titleCode)
  if (people.length === 0)
    throw new Refusal(
      'invalid',
      'Ngày mở đợt, trong đơn vị này không có ai giữ chức danh của cấu trúc đề. Hãy chọn đơn vị hoặc cấu trúc khác.',
    )
  const round = await addRound(db, actor.name, input, pool)
  const papers = people.map((person) => ({ ...person, seed: seedOf(person.cadreId) }))
  await addPapers(db, round, papers, pool, blueprint.parts)
  return { id: round, people: people.length }
}

async function blueprintOn(db: Db, blueprintId: number, on: string) {
  const { rows } = await sql<{ titleCode: string | null; parts: Part[] | null }>`
    select b.title_code as "titleCode", (select jsonb_agg(jsonb_build_object('topicId', topic_id,
      'difficulty', difficulty, 'questions', questions, 'points', points))
      from exam_blueprint_part where blueprint_id = b.id) as parts
    from exam_blueprint b where id = ${blueprintId} and during @> ${on}::date`.execute(db)
  const [found] = rows
  if (found?.parts) return { titleCode: found.titleCode, parts: found.parts }
  throw new Refusal(
    'invalid',
    'Cấu trúc đề này không áp dụng vào ngày mở đợt. Hãy chọn cấu trúc đang áp dụng.',
  )
}

async function poolOf(db: Db): Promise<Drawable[]> {
  const { rows } = await sql<Drawable>`
    select id, topic_id as "topicId", difficulty, cardinality(options) as options
    from exam_question where retired_on is null order by id`.execute(db)
  return rows
}

/** Whose main post that day is the title; without a title every professional civil servant (VP-T3). */
async function peopleFor(db: Db, { unitId, opensOn }: Opening, titleCode: string | null) {
  const wanted: RawBuilder<unknown> = titleCode
    ? sql`p.title_code = ${titleCode}`
    : sql`t.rank = 'specialist' and exists (select from employment e where e.cadre_id = t.cadre_id
        and e.during @> ${opensOn}::date and e.kind in ('official', 'civil_servant'))`
  const { rows } = await sql<{ cadreId: number; unitId: number }>`
    select t.cadre_id as "cadreId", t.unit_id as "unitId" from tenure t
    join unit u on u.id = t.unit_id join unit top on top.id = ${unitId}
      and u.tree_from between top.tree_from and top.tree_to
    left join post p on p.id = t.post_id
    where t.holding = 'main' and t.during @> ${opensOn}::date and ${wanted}
    order by t.cadre_id`.execute(db)
  return rows
}

async function addRound(
  db: Db,
  openedBy: string,
  input: Opening,
  pool: readonly Drawable[],
): Promise<number> {
  const next = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence('exam_round', 'id'))::int as id`.execute(db)
  const round = next.rows[0]?.id ?? 0
  const course = await openTestCourse(db, {
    code: `SAT-HACH-${round}`,
    name: input.name,
    endedOn: input.closesOn,
  })
  await sql`insert into exam_round
      (id, name, unit_id, blueprint_id, opens_on, closes_on, basis, pool, course_id, opened_by)
    values (${round}, ${input.name}, ${input.unitId}, ${input.blueprintId}, ${input.opensOn}::date,
      ${input.closesOn}::date, ${input.basis}, ${pool.map(({ id }) => id)}::integer[], ${course}, ${openedBy})`.execute(
    db,
  )
  return round
}

async function addPapers(
  db: Db,
  round: number,
  people: readonly { cadreId: number; unitId: number; seed: string }[],
  pool: readonly Drawable[],
  parts: readonly Part[],
): Promise<void> {
  const most = parts.reduce((sum, { questions, points }) => sum + questions * points, 0)
  await insertRows(
    db,
    'exam_paper',
    people.map(({ cadreId, unitId, seed }) => ({
      ...{ round_id: round, cadre_id: cadreId, unit_id: unitId, seed, max_score: most },
    })),
  )
  const { rows } = await sql<{ id: number; cadreId: number; seed: string }>`
    select id, cadre_id as "cadreId", seed from exam_paper where round_id = ${round}`.execute(db)
  const items = rows.flatMap((paper) =>
    draw(paper.seed, pool, parts).map(({ questionId, optionsOrder, points }, index) => ({
      paper_id: paper.id,
      position: index + 1,
      cadre_id: paper.cadreId,
      question_id: questionId,
      options_order: optionsOrder,
      points,
    })),
  )
  await insertRows(db, 'exam_item', items)
}

function tooFew(short: ReturnType<typeof shortOf>): Refusal {
  const said = short.map(
    ({ topicId, difficulty, questions, has }) =>
      `chủ đề số ${topicId}, mức ${DIFFICULTIES[difficulty].label.toLowerCase()}: cần ${questions} câu, có ${has}`,
  )
  return new Refusal(
    'against_rule',
    `Ngân hàng chưa đủ câu hỏi cho cấu trúc đề (${said.join('; ')}). Hãy nhập thêm câu hỏi rồi mở đợt. Chưa ghi gì.`,
    short,
  )
}
