import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { PEOPLE, UNITS } from '#server/cast.ts'
import {
  BASIS,
  HEAD,
  later,
  opened,
  row,
  sheetOf,
  step,
  test,
  worked,
} from '#server/cast-of-evaluation.ts'
import {
  assignBreakthrough,
  breakthroughTasks,
  reportBreakthrough,
  verifyBreakthrough,
} from './breakthrough.ts'
import { calibrate } from './calibrate.ts'
import { rateUnit, setCharges } from './corrections.ts'
import { openCycle } from './open-cycle.ts'
import { acceptAll, review } from './review.ts'

const TASK = {
  cadreId: PEOPLE.lan,
  year: 2026,
  name: 'Số hóa hồ sơ cán bộ',
  product: 'Hồ sơ đã số hóa',
  wanted: 3,
  dueOn: '2026-12-15',
  decisionNo: '12/QĐ-UBND',
  assignedBy: 'UBND tỉnh',
}

describe('breakthrough tasks of heads', () => {
  test('only what somebody else verified counts, and a later report is verified again', async ({
    ctx,
    as,
  }) => {
    const completion = async () => (await breakthroughTasks(ctx, { year: 2026 })).completion
    expect(await completion()).toBeNull()
    const { id: taskId } = await assignBreakthrough(ctx, TASK)
    await expect(assignBreakthrough(ctx, TASK)).rejects.toMatchObject({ kind: 'conflict' })
    await expect(assignBreakthrough(ctx, { ...TASK, cadreId: PEOPLE.dung })).rejects.toThrow(
      'chỉ giao cho người đứng đầu',
    )
    const lan = await as(HEAD)
    await reportBreakthrough(lan, { taskId, version: 1, done: 2 })
    expect(await completion()).toBe(0)
    await expect(reportBreakthrough(lan, { taskId, version: 1, done: 3 })).rejects.toMatchObject({
      kind: 'conflict',
    })
    await expect(
      verifyBreakthrough(lan, { taskId, version: 2, verified: 2 }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
    const office = { role: 'unit_officer', scope: UNITS.home.scope, unitId: UNITS.home.id }
    const own = await as({ ...office, cadreId: PEOPLE.lan })
    await expect(verifyBreakthrough(own, { taskId, version: 2, verified: 2 })).rejects.toThrow(
      'không tự kiểm chứng',
    )
    const officer = await as(office)
    await expect(
      verifyBreakthrough(officer, { taskId, version: 2, verified: 3 }),
    ).rejects.toMatchObject({ kind: 'invalid' })
    const { version } = await verifyBreakthrough(officer, { taskId, version: 2, verified: 2 })
    expect(await completion()).toBeCloseTo(2 / 3)
    await reportBreakthrough(await as(HEAD), { taskId, version, done: 5 })
    expect(await completion()).toBe(0)
    await verifyBreakthrough(await as(office), { taskId, version: version + 1, verified: 5 })
    expect(await completion()).toBe(1)
  })

  test('whoever reported does not verify, nor a relative of the head', async ({ ctx, as }) => {
    const { id: taskId } = await assignBreakthrough(ctx, TASK)
    await reportBreakthrough(ctx, { taskId, version: 1, done: 3 })
    const asked = { taskId, version: 2, verified: 3 }
    await expect(verifyBreakthrough(ctx, asked)).rejects.toThrow('Người báo cáo')
    const office = { role: 'unit_officer', scope: UNITS.home.scope, unitId: UNITS.home.id }
    await sql`insert into kinship (cadre_id, relative_id, relation, declared_on)
      values (${PEOPLE.lan}, ${PEOPLE.hoa}, 'sibling', '2020-01-01')`.execute(ctx.db)
    const sister = await as({ ...office, name: 'hoa', cadreId: PEOPLE.hoa })
    await expect(verifyBreakthrough(sister, asked)).rejects.toMatchObject({ kind: 'against_rule' })
    const other = await as({ ...office, name: 'nam', cadreId: PEOPLE.nam })
    expect(await verifyBreakthrough(other, asked)).toEqual({ version: 3 })
  })

  test('an unverified task is an exception of the head; a province may forbid excellent', async ({
    ctx,
    as,
  }) => {
    const cycleId = await opened(ctx)
    await worked(ctx, cycleId)
    await sql`update evaluation set self_common = 28 where cadre_id = ${PEOPLE.lan}`.execute(ctx.db)
    await sql`update evaluation set rating = 'good', stage = 'review'
      where cadre_id <> ${PEOPLE.lan}`.execute(ctx.db)
    const { id: taskId } = await assignBreakthrough(ctx, { ...TASK, dueOn: '2026-10-15' })
    await reportBreakthrough(ctx, { taskId, version: 1, done: 3 })
    const lan = async () => (await sheetOf(ctx, cycleId)).of(PEOPLE.lan)
    const says = 'Nhiệm vụ đột phá “Số hóa hồ sơ cán bộ” mới kiểm chứng 0/3 sản phẩm'
    expect((await lan()).exceptions).toEqual([{ kind: 'breakthrough', says }])
    const about = async () =>
      (await sheetOf(ctx, cycleId)).violations.filter(
        ({ rule }) => rule === 'breakthrough_verified',
      )
    expect(await about()).toEqual([])
    await sql`insert into pack_adoption (pack_id, during, overrides) values
      ('quy-uoc-chung', '[2000-01-01,)', '{"evaluation_breakthrough": "not_excellent"}')`.execute(
      ctx.db,
    )
    expect(await about()).toMatchObject([
      { who: 'Vũ Thị Lan', says: expect.stringContaining('chưa xếp hoàn thành xuất sắc') },
    ])
    const other = await as({ name: 'other' })
    await verifyBreakthrough(other, { taskId, version: 2, verified: 3 })
    expect((await lan()).exceptions).toEqual([])
    expect(await about()).toEqual([])
  })

  test('a head of another unit is not there', async ({ ctx, as }) => {
    const { id: taskId } = await assignBreakthrough(ctx, TASK)
    const other = await as({
      role: 'unit_officer',
      scope: UNITS.health.scope,
      unitId: UNITS.health.id,
    })
    await expect(
      verifyBreakthrough(other, { taskId, version: 1, verified: 0 }),
    ).rejects.toMatchObject({ kind: 'not_found' })
    expect((await breakthroughTasks(other, { year: 2026 })).rows).toEqual([])
  })
})

test('a deputy is tied to the lowest of the fields and divisions in charge, until it is lowered', async ({
  ctx,
}) => {
  const divisionCycle = await opened(ctx)
  const { cycles } = await openCycle(ctx, { unitIds: [UNITS.home.id], period: '2026-10' })
  const cycleId = cycles[0]?.id ?? 0
  await worked(ctx, cycleId)
  const sheet = () => sheetOf(ctx, cycleId)
  const violations = async () =>
    (await sheet()).violations.filter(({ rule }) => rule === 'deputy_not_above_fields')
  const { of, cycle } = await sheet()
  await rateUnit(ctx, { cycleId, version: cycle.version, rating: 'good', basis: BASIS })
  await setCharges(ctx, {
    evaluationId: of(PEOPLE.hoa).evaluationId,
    charges: [
      { name: 'Cải cách hành chính', rating: 'good' },
      { name: 'Văn phòng', unitId: UNITS.homeStaff.id },
    ],
  })
  await setCharges(ctx, {
    evaluationId: of(PEOPLE.nam).evaluationId,
    charges: [{ name: 'Thanh tra', rating: 'good' }],
  })
  await expect(
    setCharges(ctx, { evaluationId: of(PEOPLE.binh).evaluationId, charges: [] }),
  ).rejects.toThrow('không phải cấp phó')
  await review(ctx, { cycleId, rows: [{ ...row(of(PEOPLE.hoa)), rating: 'good' }] })
  expect((await violations())[0]?.says).toContain('Chưa có mức xếp loại của: Văn phòng')

  // The division takes the rating of its own cycle of the same period.
  await rateUnit(ctx, { cycleId: divisionCycle, version: 1, rating: 'completed', basis: BASIS })
  expect(await violations()).toMatchObject([
    {
      who: 'Lê Thị Hoa',
      says: expect.stringMatching(/cao hơn mức thấp nhất.*Văn phòng: Hoàn thành/),
    },
  ])
  // The head of the whole is proposed once those below are rated, in their own cycles too.
  await sql`update evaluation set rating = 'completed', stage = 'review'
    where cycle_id = ${divisionCycle}`.execute(ctx.db)
  const end = later(ctx, '2026-11-01')
  await step(end, cycleId)
  await acceptAll(end, { cycleId })
  await step(end, cycleId)
  await expect(step(end, cycleId)).rejects.toThrow('Lê Thị Hoa')
  const hoa = (await sheet()).of(PEOPLE.hoa)
  await expect(
    review(end, { cycleId, rows: [{ ...row(hoa), rating: 'completed' }] }),
  ).rejects.toThrow(/Lê Thị Hoa đã có mức xếp loại.*Hội nghị cân đối/)
  const change = {
    rating: 'completed',
    ...{ ...row(hoa), reasonCode: 'coupling', authoriserId: PEOPLE.binh },
    comment: 'Mức của phòng phụ trách là hoàn thành',
  } as const
  await calibrate(end, { cycleId, changes: [change] })
  expect(await violations()).toEqual([])
  await step(end, cycleId)
  expect((await sheet()).cycle.step).toBe('publish')
})

test('the wider cap is for a unit rated excellent, by a document', async ({ ctx }) => {
  const cycleId = await opened(ctx)
  const asked = { cycleId, version: 1, basis: BASIS, outstanding: true }
  await expect(rateUnit(ctx, { ...asked, rating: 'completed' })).rejects.toThrow('Trần rộng hơn')
  await expect(rateUnit(ctx, { ...asked, basis: ' ', rating: 'excellent' })).rejects.toThrow(
    'Hãy ghi căn cứ',
  )
  await rateUnit(ctx, { ...asked, rating: 'excellent' })
  const { cycle } = await sheetOf(ctx, cycleId)
  expect(cycle).toMatchObject({ outstanding: true, unitBasis: BASIS })
  await rateUnit(ctx, { cycleId, version: cycle.version, rating: 'good', basis: BASIS })
  expect((await sheetOf(ctx, cycleId)).cycle.outstanding).toBe(false)
})
