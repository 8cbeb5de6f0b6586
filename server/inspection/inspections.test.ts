import { unzipSync } from 'fflate'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { PEOPLE, UNITS } from '#server/cast.ts'
import type { Context } from '#server/kernel/context.ts'
import { test } from '#server/testing.ts'
import { concludeInspection, recommend, recordFinding } from './findings.ts'
import { inspectionDetail, inspectionList } from './inspections.ts'
import { conclusionFile, planFile } from './letters.ts'
import { openInspection, planInspections } from './open-inspection.ts'
import { drawn, drawSample } from './samples.ts'

const PLAN = {
  year: 2024,
  title: 'Kế hoạch kiểm tra công tác cán bộ năm 2024',
  decisionNo: '15/KH-SNV',
  decidedOn: '2024-01-25',
  signedBy: 'Giám đốc Sở Nội vụ',
}
const asked = (more: object = {}) => ({
  kind: 'planned' as const,
  title: 'Kiểm tra bổ nhiệm tại Sở Y tế',
  unitId: UNITS.health.id,
  examines: 'appointment' as const,
  from: '2019-01-01',
  to: '2024-09-30',
  startsOn: '2024-10-01',
  endsOn: '2024-10-20',
  basis: '12/KH-UBND, Mục III.7',
  decisionNo: '120/QĐ-SNV',
  signedBy: 'Giám đốc Sở Nội vụ',
  members: [
    { cadreId: PEOPLE.lan, duty: 'lead' as const },
    { cadreId: PEOPLE.dung, duty: 'member' as const },
  ],
  ...more,
})

const wordsIn = (docx: Uint8Array) =>
  new TextDecoder().decode(unzipSync(docx)['word/document.xml']).replace(/<[^>]+>/g, ' ')

async function opened(ctx: Context): Promise<number> {
  await planInspections(ctx, PLAN)
  return (await openInspection(ctx, asked())).id
}

describe('an inspection', () => {
  test('goes from plan to draw, finding, recommendation and conclusion', async ({ ctx }) => {
    const id = await opened(ctx)
    expect(await drawSample(ctx, { id, size: 1, seed: 'thu' })).toMatchObject({
      population: 2,
      taken: 1,
    })
    const before = await inspectionDetail(ctx, { id })
    const [one] = before.cases
    expect(one?.ref).toMatch(/^appointment:\d+$/)
    const { findingId } = await recordFinding(ctx, {
      id,
      case: one?.ref ?? '',
      says: 'Không có trong quy hoạch',
      clause: '138/2020/NĐ-CP, Điều 42',
    })
    await recommend(ctx, {
      id,
      findingId,
      kind: 'handle_person',
      asks: 'Xem xét trách nhiệm',
      dueOn: '2024-10-25',
    })
    const closing = {
      id,
      version: before.version,
      concludedOn: '2024-10-20',
      conclusionNo: '9/KL',
      conclusion: 'Có thiếu sót',
    }
    await concludeInspection(ctx, closing)
    await expect(concludeInspection(ctx, closing)).rejects.toMatchObject({ kind: 'conflict' })
    const after = await inspectionDetail(ctx, { id })
    expect(after).toMatchObject({ state: 'concluded', findings: 1, openRecommendations: 1 })
    expect(after.recommendations[0]).toMatchObject({
      state: 'overdue',
      cadreId: one?.cadreId,
      left: false,
    })
    const { plan, rows } = await inspectionList(ctx, { asOf: '2024-10-31' })
    expect(plan?.decisionNo).toBe('15/KH-SNV')
    expect(rows).toHaveLength(1)
  })

  test('holds its team apart from the unit and from relatives of its leaders', async ({ ctx }) => {
    await planInspections(ctx, PLAN)
    const team = (cadreId: number) => asked({ members: [{ cadreId, duty: 'lead' }] })
    await expect(openInspection(ctx, team(PEOPLE.thu))).rejects.toMatchObject({
      kind: 'against_rule',
    })
    await sql`insert into kinship (cadre_id, relative_id, relation, declared_on)
      values (${PEOPLE.lan}, ${PEOPLE.minh}, 'spouse', '2020-01-01')`.execute(ctx.db)
    await expect(openInspection(ctx, asked())).rejects.toMatchObject({ kind: 'against_rule' })
    await expect(
      openInspection(ctx, asked({ members: [{ cadreId: PEOPLE.dung, duty: 'member' }] })),
    ).rejects.toMatchObject({ kind: 'invalid' })
  })

  test('a plan is one a year, and nothing is planned without it', async ({ ctx }) => {
    await expect(openInspection(ctx, asked())).rejects.toMatchObject({ kind: 'against_rule' })
    await planInspections(ctx, PLAN)
    await expect(planInspections(ctx, PLAN)).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('and its plan go out as letters: a draft first, then with number and day', async ({
    ctx,
    as,
  }) => {
    const purpose = 'Kịp thời phát hiện thiếu sót.'
    await planInspections(ctx, { ...PLAN, byUnitId: UNITS.home.id, purpose })
    const { id } = await openInspection(ctx, asked({ byUnitId: UNITS.home.id }))
    const plan = wordsIn((await planFile(ctx, { year: 2024 })).bytes)
    expect(plan).toContain('SỞ NỘI VỤ')
    expect(plan).toContain('Số: 15/KH-SNV')
    expect(plan).toContain('I. MỤC ĐÍCH, YÊU CẦU')
    expect(plan).toContain('II. NỘI DUNG, ĐỐI TƯỢNG, THỜI GIAN')
    expect(plan).not.toContain('TỔ CHỨC THỰC HIỆN')
    const draft = wordsIn((await conclusionFile(ctx, { id })).bytes)
    expect(draft).toContain('KẾT LUẬN KIỂM TRA (DỰ THẢO)')
    expect(draft).toContain('Không ghi nhận vi phạm, thiếu sót.')
    await recordFinding(ctx, { id, cadreId: PEOPLE.duc, says: 'Thiếu hồ sơ', clause: 'Điều 42' })
    const on = { concludedOn: '2024-10-20', conclusionNo: '9/KL', conclusion: 'Có thiếu sót.' }
    await concludeInspection(ctx, { id, version: 1, ...on })
    const letter = wordsIn((await conclusionFile(ctx, { id })).bytes)
    expect(letter).toContain('ngày 20 tháng 10 năm 2024')
    expect(letter).toContain('Thiếu hồ sơ')
    expect(letter).not.toContain('DỰ THẢO')
    const health = await as({ role: 'unit_officer', ...UNITS.health, unitId: UNITS.health.id })
    await expect(planFile(health, { year: 2024 })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(planFile(ctx, { year: 2031 })).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('is seen by the unit it looks at and by no other', async ({ ctx, as }) => {
    const id = await opened(ctx)
    const health = await as({
      role: 'unit_officer',
      scope: UNITS.health.scope,
      unitId: UNITS.health.id,
    })
    expect((await inspectionDetail(health, { id })).members).toHaveLength(2)
    const home = await as({
      role: 'unit_officer',
      scope: UNITS.district.scope,
      unitId: UNITS.district.id,
    })
    await expect(inspectionDetail(home, { id })).rejects.toMatchObject({ kind: 'not_found' })
  })
})

describe('a draw', () => {
  const population = Array.from({ length: 200 }, (_, index) => ({ ref: `appointment:${index}` }))

  test('is the same with the same seed, in whatever order the cases come', () => {
    const first = drawn(population, 'a', 10)
    expect(drawn([...population].reverse(), 'a', 10)).toEqual(first)
    expect(drawn(population, 'b', 10)).not.toEqual(first)
    expect(drawn(population, 'a', 20).slice(0, 10)).toEqual(first)
  })

  test('is drawn once', async ({ ctx }) => {
    const id = await opened(ctx)
    await drawSample(ctx, { id, size: 1 })
    await expect(drawSample(ctx, { id, size: 2 })).rejects.toMatchObject({ kind: 'conflict' })
  })
})
