import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { PEOPLE } from '#server/cast.ts'
import { test } from '#server/testing.ts'
import { cadreFile } from './file.ts'

describe('a file as of a day', () => {
  test('shows the person, the post held and the end of working life', async ({ ctx }) => {
    const file = await cadreFile(ctx, { id: PEOPLE.hoa, asOf: '2024-10-31' })
    expect(file).toMatchObject({
      recordNo: 'TN-000002',
      born: '20/02/1986',
      age: 38,
      ethnicity: 'Tày',
      religion: 'Không',
      serving: true,
      current: {
        title: 'Phó Giám đốc',
        unitName: 'Sở Nội vụ',
        since: '2024-01-15',
        managedByLabel: 'Diện Ban Thường vụ Tỉnh ủy quản lý',
      },
      retiresOn: '2046-02-28',
      retirement: { age: { years: 60, months: 0 }, pensionFrom: '2046-03-01' },
    })
    expect(file.qualifications).toMatchObject([{ levelLabel: 'Thạc sĩ', modeLabel: 'Chính quy' }])
  })

  test('knows nothing of what came later', async ({ ctx }) => {
    await sql`insert into tenure (cadre_id, unit_id, title, rank, during, entry) values
      (${PEOPLE.hoa}, 3, 'Trưởng phòng', 'division_head', '[2015-01-01,2024-01-15)', 'appointment')`.execute(
      ctx.db,
    )
    await sql`insert into rating (cadre_id, year, level, decided_on) values
      (${PEOPLE.hoa}, 2022, 'good', '2022-12-20'), (${PEOPLE.hoa}, 2023, 'excellent', '2023-12-20')`.execute(
      ctx.db,
    )
    await sql`insert into party_membership (cadre_id, joined_on, official_on)
      values (${PEOPLE.hoa}, '2011-02-03', '2012-02-03')`.execute(ctx.db)
    const before = await cadreFile(ctx, { id: PEOPLE.hoa, asOf: '2023-12-19' })
    expect(before.current).toMatchObject({ title: 'Trưởng phòng', unitName: 'Phòng Công chức' })
    expect(before.tenures).toMatchObject([{ from: '2015-01-01', to: null }])
    expect(before.ratings.map(({ year }) => year)).toEqual([2022])
    const after = await cadreFile(ctx, { id: PEOPLE.hoa, asOf: '2024-01-15' })
    expect(after.tenures).toMatchObject([
      { title: 'Phó Giám đốc', to: null },
      { title: 'Trưởng phòng', to: '2024-01-15' },
    ])
    expect(after.ratings).toMatchObject([
      { year: 2023, label: 'Hoàn thành xuất sắc nhiệm vụ' },
      { year: 2022 },
    ])
    const early = await cadreFile(ctx, { id: PEOPLE.hoa, asOf: '2011-06-01' })
    expect(early).toMatchObject({
      serving: false,
      current: null,
      tenures: [],
      qualifications: [],
      party: { joinedOn: '2011-02-03', officialOn: null },
    })
  })

  test('lists other posts held at the same time', async ({ ctx }) => {
    await sql`insert into tenure (cadre_id, unit_id, title, rank, holding, during, entry) values
      (${PEOPLE.binh}, 1, 'Tỉnh ủy viên', 'member', 'concurrent', '[2020-10-01,)', 'nomination')`.execute(
      ctx.db,
    )
    const file = await cadreFile(ctx, { id: PEOPLE.binh, asOf: '2024-10-31' })
    expect(file.current?.title).toBe('Giám đốc')
    expect(file.concurrent).toMatchObject([{ title: 'Tỉnh ủy viên', since: '2020-10-01' }])
  })

  test('reads certificates, grades, plans and courses with their words', async ({ ctx }) => {
    await sql`insert into certificate (cadre_id, kind, level) values
      (${PEOPLE.lan}, 'it', 'basic'), (${PEOPLE.lan}, 'state_management', 'none')`.execute(ctx.db)
    await sql`insert into grade_holding (cadre_id, grade_code, step, coefficient, during) values
      (${PEOPLE.lan}, '01.003', 3, 3.00, '[2018-01-01,2021-01-01)'),
      (${PEOPLE.lan}, '01.002', 1, 4.40, '[2021-01-01,)')`.execute(ctx.db)
    await sql`insert into succession_entry (cadre_id, title_code, unit_id, term, during) values
      (${PEOPLE.lan}, 'deputy_director', 2, '2025-2030', '[2023-08-01,)')`.execute(ctx.db)
    await sql`insert into training_course (id, code, topic, name) values
      (1, 'KT-2024', 'knowledge_test', 'Kiểm tra kiến thức năm 2024')`.execute(ctx.db)
    await sql`insert into training_record (cadre_id, course_id, completed_on, result) values
      (${PEOPLE.lan}, 1, '2024-05-05', 'Đạt')`.execute(ctx.db)
    const file = await cadreFile(ctx, { id: PEOPLE.lan, asOf: '2024-10-31' })
    expect(file.certificates).toMatchObject([
      { kindLabel: 'Quản lý nhà nước', levelLabel: 'Chưa bồi dưỡng' },
      { kindLabel: 'Tin học', levelLabel: 'Ứng dụng CNTT cơ bản (A, B)' },
    ])
    expect(file.grades).toMatchObject([
      { label: 'Chuyên viên chính', coefficient: 4.4, to: null },
      { label: 'Chuyên viên', to: '2021-01-01' },
    ])
    expect(file.succession).toMatchObject([
      { title: 'Phó Giám đốc', unitName: 'Sở Nội vụ', term: '2025-2030' },
    ])
    expect(file.trainings).toMatchObject([{ completedOn: '2024-05-05', result: 'Đạt' }])
    expect(file.employments).toMatchObject([{ label: 'Công chức', from: '2000-01-01', to: null }])
  })

  test('leaves the end of working life open when the sex is not on record', async ({ ctx }) => {
    await sql`update cadre set sex = null where id = ${PEOPLE.lan}`.execute(ctx.db)
    const file = await cadreFile(ctx, { id: PEOPLE.lan, asOf: '2024-10-31' })
    expect(file).toMatchObject({ sex: null, retiresOn: null, retirement: null })
  })

  test('opens the file of somebody who has left', async ({ ctx }) => {
    const file = await cadreFile(ctx, { id: PEOPLE.duc, asOf: '2024-10-31' })
    expect(file).toMatchObject({ serving: false, current: null })
    expect(file.tenures).toMatchObject([{ to: '2022-02-01' }])
  })

  test('answers hidden and absent alike', async ({ as }) => {
    const cadre = await as({ role: 'cadre', scope: { from: -1, to: -1 }, cadreId: PEOPLE.dung })
    const hidden = await cadreFile(cadre, { id: PEOPLE.binh }).catch((refusal) => refusal)
    const absent = await cadreFile(cadre, { id: 123456 }).catch((refusal) => refusal)
    expect(hidden).toMatchObject({ kind: 'not_found', message: absent.message })
    expect(await cadreFile(cadre, { id: PEOPLE.dung })).toMatchObject({ fullName: 'Đặng Dũng' })
  })
})
