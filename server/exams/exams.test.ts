import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { PEOPLE, UNITS } from '#server/cast.ts'
import { asFile, LIST, RIGHT, withRound } from '#server/cast-of-exams.ts'
import type { Context } from '#server/kernel/context.ts'
import { test } from '#server/testing.ts'
import { vocabulary } from '#server/vocabulary.ts'
import { board } from './board.ts'
import { collectPapers } from './hand-in.ts'
import { importQuestions, previewQuestions } from './import.ts'
import { markAnswer, toMark } from './marking.ts'
import { ownExams, ownPaperOver } from './own.ts'
import { openPaper, saveAnswers, submitPaper, takeOverPaper } from './papers.ts'
import { bank, supersedeQuestion } from './questions.ts'
import { statistics } from './statistics.ts'

const PHONE = 'a'.repeat(32)
const DESK = 'b'.repeat(32)
const cadre = { role: 'cadre', scope: { from: -1, to: -1 } }
const MINH = { ...cadre, cadreId: PEOPLE.minh, name: 'minh' }
const BINH = { ...cadre, cadreId: PEOPLE.binh, name: 'binh' }

async function ownId(ctx: Context): Promise<number> {
  return (await ownExams(ctx, {}))[0]?.id ?? 0
}

type Items = Awaited<ReturnType<typeof openPaper>>['items']

/** Right where the options say so; the short answer as given. */
const answersTo = (items: Items, short: string) =>
  items.map(({ position, kind, options }) => ({
    position,
    answer:
      kind === 'short'
        ? short
        : options
            .filter(({ text }) => text.startsWith(RIGHT) || text.startsWith('Đúng'))
            .map(({ no }) => no),
  }))

describe('the bank', () => {
  test('says each problem with its cell and writes nothing until it is settled', async ({
    ctx,
  }) => {
    const wrong = `${LIST}\nCán bộ\tTiêu chuẩn\tđố vui\tDễ\tThiếu đáp án\tMột\tHai\t\t\tD\t`
    const { rows, good } = await previewQuestions(ctx, { file: asFile(wrong) })
    expect(good).toBe(10)
    expect(rows.at(-1)?.problems.map(({ cell }) => cell)).toEqual(['K12', 'C12', 'J12'])
    await expect(importQuestions(ctx, { file: asFile(wrong) })).rejects.toThrow('K12')
    expect((await bank(ctx, {})).questions).toEqual([])
    expect(await importQuestions(ctx, { file: asFile(wrong), skip: 'true' })).toEqual({
      added: 10,
      left: 1,
    })
    const again = await previewQuestions(ctx, { file: asFile(LIST) })
    expect(again.rows[0]?.problems[0]?.says).toContain('đã có trong ngân hàng')
    await expect(previewQuestions(ctx, { file: asFile('x\ty') })).rejects.toThrow('dòng tiêu đề')
  })

  test('supersedes a question that was asked and never rewrites it', async ({ ctx }) => {
    await withRound(ctx)
    const first = (await bank(ctx, {})).questions.find(
      ({ used, kind }) => used > 0 && kind === 'single',
    )
    const next = {
      stem: 'Câu hỏi sửa lại',
      options: ['Có', 'Không'],
      correct: [2],
      clause: 'Luật mới',
    }
    const { id } = await supersedeQuestion(ctx, { id: first?.id ?? 0, ...next })
    const after = (await bank(ctx, {})).questions
    expect(after.find((one) => one.id === id)).toMatchObject({ version: 2, used: 0 })
    expect(after.some((one) => one.id === first?.id)).toBe(false)
    await expect(supersedeQuestion(ctx, { id: first?.id ?? 0, ...next })).rejects.toMatchObject({
      kind: 'conflict',
    })
    await expect(
      sql`update exam_question set stem = 'khác' where id = ${first?.id}`.execute(ctx.db),
    ).rejects.toThrow('stays as it is')
  })
})

describe('a paper', () => {
  test('is taken on one device at a time, marked, and put on the record', async ({ ctx, as }) => {
    const round = await withRound(ctx)
    const minh = await as(MINH)
    const id = await ownId(minh)
    const { items } = await openPaper(minh, { id, device: PHONE })
    expect(items).toHaveLength(6)
    await expect(openPaper(minh, { id, device: DESK })).rejects.toMatchObject({ kind: 'conflict' })
    await takeOverPaper(minh, { id, device: DESK })
    const answers = answersTo(items, 'Hai ý')
    await expect(saveAnswers(minh, { id, device: PHONE, answers })).rejects.toThrow('thiết bị khác')
    await expect(
      saveAnswers(minh, {
        id,
        device: DESK,
        answers: [
          { position: 1, answer: 'x'.repeat(3) },
          { position: 2, answer: 'y' },
        ],
      }),
    ).rejects.toMatchObject({ kind: 'invalid' })
    expect(await saveAnswers(minh, { id, device: DESK, answers })).toMatchObject({ saved: 6 })
    await submitPaper(minh, { id, device: DESK })
    await expect(saveAnswers(minh, { id, device: DESK, answers })).rejects.toThrow('đã nộp')
    expect((await ownExams(minh, {}))[0]).toMatchObject({ state: 'to_mark', score: null })

    const officer = await as({})
    const [waiting] = await toMark(officer, {})
    expect(JSON.stringify(waiting)).not.toContain('Minh')
    const item = waiting?.item ?? ''
    await expect(markAnswer(officer, { item, points: 5 })).rejects.toThrow('nhiều nhất 4')
    expect(await markAnswer(officer, { item, points: 3 })).toEqual({ left: 0 })
    await expect(markAnswer(officer, { item, points: 1 })).rejects.toMatchObject({
      kind: 'conflict',
    })
    const { people } = await board(officer, { id: round })
    expect(people.find(({ cadreId }) => cadreId === PEOPLE.minh)).toMatchObject({
      score: 9,
      passed: true,
    })
    const { rows } = await sql<{ result: string }>`select result from training_record r
      join training_course k on k.id = r.course_id
      where topic = 'knowledge_test' and cadre_id = ${PEOPLE.minh}`.execute(ctx.db)
    expect(rows).toEqual([{ result: '9/10' }])
    expect(vocabulary.serving_cadre?.facts.took_knowledge_test).toBeDefined()
    const log = await ctx.db.selectFrom('audit_entry').select(['operation', 'input']).execute()
    expect(log.map(({ operation }) => operation)).toContain('exams.take_over_paper')
    expect(JSON.stringify(log)).not.toContain('Hai ý')
  })

  test('is handed in by the server when its time is over', async ({ ctx, as }) => {
    await withRound(ctx)
    const minh = await as(MINH)
    const id = await ownId(minh)
    const { items } = await openPaper(minh, { id, device: PHONE })
    const choices = answersTo(items, '').filter(({ answer }) => answer !== '')
    await saveAnswers(minh, { id, device: PHONE, answers: choices })
    await sql`update exam_paper set ends_at = clock_timestamp() - interval '1 second' where id = ${id}`.execute(
      ctx.db,
    )
    await expect(saveAnswers(minh, { id, device: PHONE, answers: choices })).rejects.toThrow(
      'hết giờ',
    )
    const server = await as({})
    expect(await collectPapers(server, {})).toEqual({ papers: [id] })
    expect(await collectPapers(server, {})).toEqual({ papers: [] })
    const again = await as(MINH)
    expect((await ownExams(again, {}))[0]).toMatchObject({
      state: 'marked',
      score: 6,
      passed: true,
    })
  })

  test('nobody reads or writes the paper of another', async ({ ctx, as }) => {
    const round = await withRound(ctx)
    const minh = await as(MINH)
    const id = await ownId(minh)
    const { items } = await openPaper(minh, { id, device: PHONE })
    await saveAnswers(minh, { id, device: PHONE, answers: answersTo(items, 'Chỉ tôi biết') })
    const binh = await as(BINH)
    for (const act of [openPaper, takeOverPaper, submitPaper])
      await expect(act(binh, { id, device: PHONE })).rejects.toMatchObject({ kind: 'not_found' })
    await expect(ownPaperOver(binh, { id })).rejects.toMatchObject({ kind: 'not_found' })
    const unread = await sql`select * from exam_item where paper_id = ${id}`.execute(binh.db)
    expect(unread.rows).toEqual([])
    expect((await sql`select * from exam_key`.execute(binh.db)).rows).toEqual([])
    const unit = await as({ role: 'unit_officer', scope: UNITS.health.scope })
    const seen = await board(unit, { id: round })
    expect(seen.people.map(({ cadreId }) => cadreId)).toEqual([PEOPLE.minh])
    expect((await sql`select * from exam_item`.execute(unit.db)).rows).toEqual([])
  })

  test('tells what was right only after the last day of the round', async ({ ctx, as }) => {
    await withRound(ctx, '2024-10-31')
    const minh = await as(MINH)
    const id = await ownId(minh)
    const { items } = await openPaper(minh, { id, device: PHONE })
    await saveAnswers(minh, { id, device: PHONE, answers: answersTo(items, 'x') })
    await submitPaper(minh, { id, device: PHONE })
    const today = await ownPaperOver(minh, { id })
    expect(today.keysFrom).toBe('2024-11-01')
    expect(today.items.flatMap(({ options }) => options).every(({ right }) => right === null)).toBe(
      true,
    )
    const tomorrow = await ownPaperOver({ ...minh, today: '2024-11-01' }, { id })
    expect(
      tomorrow.items.flatMap(({ options }) => options).filter(({ right }) => right),
    ).toHaveLength(6)
  })

  test('is not opened before its day or after', async ({ ctx, as }) => {
    await withRound(ctx, '2024-10-30')
    const minh = await as(MINH)
    await expect(openPaper(minh, { id: await ownId(minh), device: PHONE })).rejects.toThrow(
      '30/10/2024',
    )
  })
})

test('statistics wait until enough papers are marked', async ({ ctx }) => {
  await withRound(ctx)
  const { items, from } = await statistics(ctx, {})
  expect(from).toBe(10)
  expect(items).toEqual([])
  const share = (n: number) => sql`(${n} % 3) * points / 2`
  await sql`insert into exam_paper (round_id, cadre_id, unit_id, seed, max_score)
    select r.id, c.id, c.unit_id, 'x', 10 from exam_round r, cadre c on conflict do nothing`.execute(
    ctx.db,
  )
  await sql`insert into exam_item (paper_id, position, cadre_id, question_id, options_order, points)
    select p.id, n, p.cadre_id, q.id, '{}', 5 from exam_paper p,
      (select id, row_number() over (order by id) as n from exam_question limit 2) q
    where seed = 'x'`.execute(ctx.db)
  await sql`update exam_item i set awarded = ${share(0)} + points * (p.id % 2)
    from exam_paper p where p.id = i.paper_id and p.seed = 'x'`.execute(ctx.db)
  await sql`update exam_paper p set score = 10 * (id % 2) where seed = 'x'`.execute(ctx.db)
  const told = (await statistics(ctx, {})).items
  expect(told).toHaveLength(2)
  expect(told[0]).toMatchObject({ asked: 10, ease: 0.5, discrimination: 1, flags: [] })
})
