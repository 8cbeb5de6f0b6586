import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { PEOPLE, UNITS } from '#server/cast.ts'
import type { Context } from '#server/kernel/context.ts'
import { TODAY, test } from '#server/testing.ts'
import { attendanceCode } from './attendance-code.ts'
import { briefingDetail, briefings, missing } from './briefings.ts'
import { closeBriefing, currentCode, markAttendance, planBriefing } from './hold-briefing.ts'
import { answerQuiz, checkIn, ownLearning } from './own-learning.ts'

const PLAN = {
  title: 'Quán triệt kế hoạch công tác cán bộ',
  unitId: UNITS.province.id,
  heldOn: TODAY,
  place: 'Hội trường tỉnh',
  mode: 'in_person',
  audience: { ranks: [], levels: ['province'] },
  questions: [{ asks: 'Hạn báo cáo?', choices: ['15/11', '30/6'], right: 0 }],
} as const
const plan = (ctx: Context, more: object = {}) =>
  planBriefing(ctx, { ...PLAN, audience: { ranks: [], levels: ['province'] }, ...more } as never)
const DUNG = { role: 'cadre', scope: { from: -1, to: -1 }, cadreId: PEOPLE.dung }

describe('the audience', () => {
  test('is counted from the organisation by rule, and who is missing has a name', async ({
    ctx,
  }) => {
    const { id, invited } = await plan(ctx)
    expect(invited).toBe(7)
    await markAttendance(ctx, { id, cadreIds: [PEOPLE.hoa, PEOPLE.son] })
    const { coverage, attended } = await briefingDetail(ctx, { id })
    expect(attended).toBe(1)
    const home = coverage.find(({ unitId }) => unitId === UNITS.home.id)
    expect(home).toMatchObject({ invited: 5, attended: 1 })
    const { rows } = await missing(ctx, { id, unitId: UNITS.home.id })
    expect(rows.map(({ cadreId }) => cadreId)).not.toContain(PEOPLE.hoa)
    expect(rows).toHaveLength(4)
  })

  test('of nobody is refused', async ({ ctx }) => {
    await expect(plan(ctx, { unitId: UNITS.commune.id })).rejects.toThrow(
      /Không ai thuộc thành phần/,
    )
  })

  test('a unit opens its own briefings only, and names nobody outside', async ({ ctx, as }) => {
    const { id } = await plan(ctx)
    const health = await as({
      role: 'unit_officer',
      scope: UNITS.health.scope,
      unitId: UNITS.health.id,
    })
    await expect(plan(health)).rejects.toMatchObject({ kind: 'forbidden' })
    expect((await missing(health, { id, unitId: UNITS.home.id })).rows).toEqual([])
    expect((await briefingDetail(health, { id })).invited).toBe(2)
  })
})

test('a briefing is opened by exactly those who find it in their list', async ({ ctx, as }) => {
  const held = [
    await plan(ctx),
    await plan(ctx, { unitId: UNITS.home.id }),
    await plan(ctx, { unitId: UNITS.district.id, audience: { ranks: [], levels: [] } }),
  ]
  const officer = (unit: (typeof UNITS)[keyof typeof UNITS]) => ({
    role: 'unit_officer',
    scope: unit.scope,
    unitId: unit.id,
  })
  const seen: Record<string, number> = {}
  for (const [who, actor] of Object.entries({
    province: {},
    inspector: { role: 'inspector' },
    home: officer(UNITS.home),
    health: officer(UNITS.health),
    district: officer(UNITS.district),
  })) {
    const reader = await as(actor)
    const listed = (await briefings(reader, {})).rows.map(({ id }) => id)
    seen[who] = listed.length
    for (const { id } of held) {
      const opened = [
        await briefingDetail(reader, { id }).then(
          () => true,
          () => false,
        ),
        await missing(reader, { id, unitId: UNITS.home.id }).then(
          () => true,
          () => false,
        ),
      ]
      expect(opened).toEqual([listed.includes(id), listed.includes(id)])
    }
  }
  expect(seen).toEqual({ province: 3, inspector: 3, home: 2, health: 1, district: 1 })
})

describe('the code on the screen', () => {
  test('counts whoever scans it in time, once', async ({ ctx, as }) => {
    const { id } = await plan(ctx)
    const { code } = await currentCode(ctx, { id })
    const dung = await as(DUNG)
    expect(await checkIn(dung, { code })).toMatchObject({ already: false })
    expect(await checkIn(dung, { code })).toMatchObject({ already: true })
    expect(await answerQuiz(dung, { id, answers: [0] })).toEqual({ right: 1, of: 1, passed: true })
    await expect(answerQuiz(dung, { id, answers: [1] })).rejects.toMatchObject({
      kind: 'against_rule',
    })
  })

  test('is refused changed, ended, or to somebody not meant', async ({ ctx, as }) => {
    const { id } = await plan(ctx)
    const { code } = await currentCode(ctx, { id })
    const { rows } = await sql<{ key: string; now: number }>`select code_key as key,
      extract(epoch from now())::int as now from briefing where id = ${id}`.execute(ctx.db)
    const { key = '', now = 0 } = rows[0] ?? {}
    const dung = await as(DUNG)
    const later = code.replace(/\.(\d+)\./, (_, until) => `.${Number(until) + 600}.`)
    await expect(checkIn(dung, { code: later })).rejects.toThrow(/không đúng/)
    await expect(checkIn(dung, { code: attendanceCode(key, id, now - 1) })).rejects.toThrow(
      /hết hạn/,
    )
    await expect(checkIn(dung, { code: 'x' })).rejects.toMatchObject({ kind: 'invalid' })
    const son = await as({ ...DUNG, cadreId: PEOPLE.son })
    await expect(checkIn(son, { code })).rejects.toThrow(/không thuộc thành phần/)
  })

  test('its key and the right answers are in no answer', async ({ ctx, as }) => {
    const { id } = await plan(ctx)
    const { rows } = await sql<{ key: string }>`select code_key as key from briefing`.execute(
      ctx.db,
    )
    const detail = await briefingDetail(ctx, { id })
    expect(detail.questions).toEqual([{ asks: 'Hạn báo cáo?', choices: ['15/11', '30/6'] }])
    const said = JSON.stringify([detail, await currentCode(ctx, { id })])
    expect(said).not.toContain(rows[0]?.key)
    const own = await ownLearning(await as(DUNG), {})
    expect(own.briefings).toHaveLength(1)
    expect(JSON.stringify(own)).not.toContain('"right"')
  })
})

describe('a class', () => {
  test('is written down with those who passed, where a target counts it', async ({ ctx, as }) => {
    const { id } = await plan(ctx, { topic: 'public_service_culture' })
    await markAttendance(ctx, { id, cadreIds: [PEOPLE.hoa, PEOPLE.dung] })
    await answerQuiz(await as(DUNG), { id, answers: [0] })
    const officer = await as({})
    expect(await closeBriefing(officer, { id, version: 1 })).toEqual({ attended: 2, trained: 1 })
    const { rows } = await sql<{ topic: string; cadre_id: number }>`select topic, cadre_id
      from training_course k join training_record r on r.course_id = k.id`.execute(ctx.db)
    expect(rows).toEqual([{ topic: 'public_service_culture', cadre_id: PEOPLE.dung }])
    await expect(markAttendance(officer, { id, cadreIds: [PEOPLE.nam] })).rejects.toMatchObject({
      kind: 'conflict',
    })
  })

  test('nobody came to does not end', async ({ ctx }) => {
    const { id } = await plan(ctx)
    await expect(closeBriefing(ctx, { id, version: 1 })).rejects.toMatchObject({
      kind: 'against_rule',
    })
  })
})
