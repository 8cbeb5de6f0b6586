import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { PEOPLE, UNITS } from '#server/cast.ts'
import { test } from '#server/testing.ts'
import { checklist } from './checklist.ts'
import { answerClearance, askClearance, clearanceChecks } from './clearance-checks.ts'
import { proposalDetail } from './proposals.ts'
import { registerProposal, stepProposal } from './propose.ts'
import { warningDetail, warningList } from './warnings.ts'

describe('early warning', () => {
  test('counts from the records and opens the people behind the count', async ({ ctx }) => {
    await ctx.db
      .insertInto('pack_adoption')
      .values({ pack_id: 'lang-son-12-kh-ubnd-2024', during: '[2024-01-18,)' })
      .execute()
    await sql`update tenure set term_until = '2024-06-30', decision_no = null
      where cadre_id = ${PEOPLE.thu}`.execute(ctx.db)
    await sql`insert into kinship (cadre_id, relative_id, relation, declared_on)
      values (${PEOPLE.thu}, ${PEOPLE.minh}, 'sibling', '2020-01-01')`.execute(ctx.db)
    const counts = Object.fromEntries(
      (await warningList(ctx, {})).rows.map((row) => [row.id, row.count]),
    )
    expect(counts).toMatchObject({
      term: 1,
      number: 1,
      relatives: 1,
      older: 1,
      cap: 0,
      recommendations: 0,
    })
    const older = await warningDetail(ctx, { id: 'older' })
    expect(older).toMatchObject({ limit: 40, clause: '12/KH-UBND · Mục III.3.5' })
    expect(older.rows[0]?.name).toContain('Ngô Thị Thu')
    const { rows } = await checklist(ctx, { case: older.rows[0]?.caseRef ?? '' })
    expect(rows.find(({ step }) => step === 'older')?.state).toBe('not_met')
  })

  test('ends a row with the reader’s scope, and says where it may not look', async ({
    ctx,
    as,
  }) => {
    await sql`update tenure set term_until = '2024-06-30' where cadre_id = ${PEOPLE.thu}`.execute(
      ctx.db,
    )
    const home = await as({ role: 'unit_officer', scope: UNITS.home.scope, unitId: UNITS.home.id })
    const rows = (await warningList(home, {})).rows
    expect(rows.find(({ id }) => id === 'term')?.count).toBe(0)
    const inspector = await as({ role: 'inspector' })
    const seen = (await warningList(inspector, {})).rows
    expect(seen.find(({ id }) => id === 'term')?.count).toBe(1)
    expect(seen.find(({ id }) => id === 'relatives')?.count).toBeNull()
    await expect(warningDetail(home, { id: 'nothing' })).rejects.toMatchObject({
      kind: 'not_found',
    })
  })
})

const IDEA = {
  title: 'Trả kết quả qua bưu điện',
  problem: 'Người dân đi xa',
  proposes: 'Ủy quyền bưu điện xã',
  beyond: 'Quy chế chưa cho ủy quyền',
  benefit: 'Giảm đi lại',
}

test('an agency where everybody is good is named', async ({ ctx }) => {
  await ctx.db
    .insertInto('pack_adoption')
    .values({
      pack_id: 'quy-uoc-chung',
      during: '[2000-01-01,)',
      overrides: JSON.stringify({ warn_good_people: 2 }),
    })
    .execute()
  await sql`insert into rating (cadre_id, year, level) values (${PEOPLE.minh}, 2023, 'good'),
    (${PEOPLE.thu}, 2023, 'excellent'), (${PEOPLE.binh}, 2023, 'good'),
    (${PEOPLE.hoa}, 2023, 'completed')`.execute(ctx.db)
  const { rows } = await warningDetail(ctx, { id: 'too_good' })
  expect(rows.map(({ unit }) => unit)).toEqual(['Sở Y tế'])
})

test('a meeting of too few is found and fails the checklist; two thirds are enough', async ({
  ctx,
  as,
}) => {
  const held = [
    { unit: UNITS.home, period: '2024-08', on: '2024-08-30', present: 3 },
    { unit: UNITS.health, period: '2024-09', on: '2024-09-30', present: 4 },
    { unit: UNITS.district, period: '2023-05', on: '2023-05-31', present: 1 },
  ]
  for (const [place, { unit, period, on, present }] of held.entries()) {
    await sql`insert into evaluation_cycle (id, unit_id, period, kind, during, scheme, step,
        opinions_from, opened_on, opened_by)
      values (${800 + place}, ${unit.id}, ${period}, 'month', daterange(${on}::date - 20, ${on}::date),
        'nd335-2025', 'head', 5, ${on}::date - 20, 'x')`.execute(ctx.db)
    await sql`insert into evaluation_meeting (cycle_id, held_on, place, chair, secretary, summoned,
        present, minutes)
      values (${800 + place}, ${on}, 'Phòng họp', 'x', 'x', 6, ${present}, 'x')`.execute(ctx.db)
  }
  const found = await warningDetail(ctx, { id: 'quorum' })
  expect(found).toMatchObject({ count: 1, limit: 0.6666 })
  expect(found.rows).toMatchObject([
    {
      unit: 'Sở Nội vụ',
      caseRef: 'evaluation:800',
      says: 'Kỳ 2024-08, họp ngày 30/08/2024: 3/6 người có mặt.',
    },
  ])
  const meeting = async (id: number) =>
    (await checklist(ctx, { case: `evaluation:${id}` })).rows.find(({ step }) => step === 'meeting')
  expect([(await meeting(800))?.state, (await meeting(801))?.state]).toEqual(['not_met', 'met'])
  const health = await as({ role: 'unit_officer', scope: UNITS.health.scope })
  expect((await warningDetail(health, { id: 'quorum' })).rows).toEqual([])
})

describe('a proposal of one who dares', () => {
  test('is registered, assessed, tried, protected, evaluated, learned from', async ({
    ctx,
    as,
  }) => {
    const own = await as({ role: 'cadre', scope: { from: -1, to: -1 }, cadreId: PEOPLE.thu })
    const { id } = await registerProposal(own, { ...IDEA, registeredOn: '2024-05-02' })
    const officer = await as({})
    const step = (version: number, more: object) =>
      stepProposal(officer, {
        id,
        version,
        kind: 'assessed',
        says: 'Nội dung',
        on: '2024-06-01',
        ...more,
      })
    await expect(step(1, { kind: 'piloted' })).rejects.toMatchObject({ kind: 'conflict' })
    await step(1, {})
    const decided = { decisionNo: '5/QĐ', signedBy: 'Chủ tịch' }
    await expect(step(2, { kind: 'piloted', ...decided })).rejects.toMatchObject({
      kind: 'invalid',
    })
    await step(2, { kind: 'piloted', ...decided, pilotUntil: '2024-12-31' })
    await expect(step(2, { kind: 'protected', ...decided })).rejects.toMatchObject({
      kind: 'conflict',
    })
    await step(3, { kind: 'protected', ...decided })
    expect(await proposalDetail(officer, { id })).toMatchObject({
      state: 'pilot',
      protectedBy: '5/QĐ',
    })
    const { rows } = await sql<{
      id: number
    }>`select id from tenure where cadre_id = ${PEOPLE.thu}`.execute(ctx.db)
    const { protections } = await checklist(officer, { case: String(rows[0]?.id) })
    expect(protections).toMatchObject([{ id, decisionNo: '5/QĐ' }])
    await step(4, { kind: 'evaluated', achieved: false })
    await step(5, { kind: 'learned' })
    expect(await proposalDetail(officer, { id })).toMatchObject({ state: 'learned' })
  })

  test('is decided by somebody else, and seen by its own circle', async ({ as }) => {
    const own = await as({ cadreId: PEOPLE.thu })
    const { id } = await registerProposal(own, { ...IDEA, registeredOn: '2024-05-02' })
    await expect(
      stepProposal(own, { id, version: 1, kind: 'assessed', says: 'Tốt' }),
    ).rejects.toMatchObject({ kind: 'against_rule' })
    const home = await as({ role: 'unit_officer', scope: UNITS.home.scope, unitId: UNITS.home.id })
    await expect(proposalDetail(home, { id })).rejects.toMatchObject({ kind: 'not_found' })
  })
})

describe('verification of a question of political protection', () => {
  test('is asked and answered by who was granted the group, and logged', async ({ ctx, as }) => {
    const officer = await as({})
    const { id } = await askClearance(officer, {
      cadreId: PEOPLE.thu,
      question: 'Thân nhân ở nước ngoài',
      basis: 'Quy hoạch, bổ nhiệm năm 2024',
      askedOn: '2024-09-01',
      dueOn: '2024-10-01',
    })
    const look = { reason: 'chuẩn bị hồ sơ bổ nhiệm' }
    expect((await clearanceChecks(officer, look)).rows[0]).toMatchObject({ id, state: 'overdue' })
    await answerClearance(officer, { id, version: 1, answer: 'Không vi phạm', documentNo: '8-CV' })
    await expect(
      answerClearance(officer, { id, version: 2, answer: 'Lại', documentNo: '9-CV' }),
    ).rejects.toMatchObject({ kind: 'conflict' })
    await expect(clearanceChecks(officer, { reason: 'xem' })).rejects.toMatchObject({
      kind: 'invalid',
    })
    const inspector = await as({ role: 'inspector' })
    await expect(clearanceChecks(inspector, look)).rejects.toMatchObject({ kind: 'forbidden' })
    const { rows } =
      await sql`select from audit_entry where operation = 'inspection.clearance_checks'`.execute(
        ctx.db,
      )
    expect(rows.length).toBeGreaterThan(0)
  })
})
