import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { PEOPLE, UNITS } from '#server/cast.ts'
import { issueDirective } from '#server/tasks/issue.ts'
import { test } from '#server/testing.ts'
import { agenda, agendaCalendar } from './agenda.ts'

const AUTUMN = { asOf: '2024-10-31', from: '2024-11-01', to: '2024-12-31' }

describe('one calendar', () => {
  test('holds tasks of directives and dates of people, by unit', async ({ ctx, as }) => {
    const pack_id = 'lang-son-12-kh-ubnd-2024'
    await ctx.db.insertInto('pack_adoption').values({ pack_id, during: '[2024-01-18,)' }).execute()
    await ctx.db
      .insertInto('movement')
      .values({
        cadre_id: PEOPLE.thu,
        kind: 'secondment',
        to_place: 'Huyện An Bình',
        during: '[2022-12-01,2024-12-20)',
        decision_no: '1/QĐ',
      })
      .execute()
    const { rows } = await agenda(ctx, AUTUMN)
    const seen = rows.map(({ date, kind, unit }) => [date, kind, unit])
    expect(seen).toContainEqual(['2024-11-15', 'task', 'Sở Y tế'])
    expect(seen).toContainEqual(['2024-12-15', 'task', 'Sở Nội vụ'])
    expect(seen).toContainEqual(['2024-12-19', 'secondment_end', 'Sở Y tế'])
    const byName = await agenda(ctx, { ...AUTUMN, unitId: 'Sở Y tế' })
    expect(byName.rows.map(({ date }) => date)).toEqual(['2024-11-15', '2024-12-19'])
    const { bytes } = await agendaCalendar(ctx, { ...AUTUMN, unitId: UNITS.health.id })
    const text = new TextDecoder().decode(bytes)
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2)
    expect(text).toContain('UID:lang-son-12-kh-ubnd-2024-LS-K7-4-2024-11-15@')
    const officer = await as({
      role: 'unit_officer',
      scope: UNITS.health.scope,
      unitId: UNITS.health.id,
    })
    const own = await agenda(officer, AUTUMN)
    expect(own.rows.map(({ unit }) => unit)).toEqual(['Sở Y tế', 'Sở Nội vụ', 'Sở Y tế'])
  })

  test('holds answers owed, briefings and recommendations, for who may see them', async ({
    ctx,
    as,
  }) => {
    const { health } = UNITS
    await sql`insert into petition (kind, channel, received_on, due_on, says, named, assigned_unit_id)
      values ('denunciation', 'web', '2024-10-20', '2024-11-20', 'Nội dung kín', false, ${health.id}),
        ('comment', 'web', '2024-10-20', '2024-11-04', 'Đã trả lời', false, ${health.id})`.execute(
      ctx.db,
    )
    await sql`update petition set closed_on = '2024-10-25' where kind = 'comment'`.execute(ctx.db)
    await sql`insert into briefing (title, unit_id, held_on, place, mode, audience, code_key, account_name)
      values ('Quán triệt Kế hoạch', ${health.id}, '2024-11-08', 'Hội trường', 'in_person', '{"ranks": [], "levels": []}', 'x', 'tinh')`.execute(
      ctx.db,
    )
    await sql`with one as (insert into inspection (kind, act, direction, title, unit_id, examined,
        starts_on, ends_on, basis, account_name)
      values ('unscheduled', 'inspection', 'down', 'Kiểm tra', ${health.id},
        '[2024-01-01,2024-10-01)', '2024-10-01', '2024-10-10', 'Mục III.7', 'tinh') returning id)
      insert into recommendation (inspection_id, unit_id, cadre_id, kind, asks, due_on, account_name)
      select id, ${health.id}, ${PEOPLE.thu}, 'handle_person', 'Kiểm điểm', '2024-12-05', 'tinh' from one`.execute(
      ctx.db,
    )
    const kinds = ['petition', 'briefing', 'recommendation']
    const own = { ...AUTUMN, unitId: health.id }
    const seen = (await agenda(ctx, own)).rows.filter(({ kind }) => kinds.includes(kind))
    expect(seen.map(({ date, kind }) => [date, kind])).toEqual([
      ['2024-11-08', 'briefing'],
      ['2024-11-20', 'petition'],
      ['2024-12-05', 'recommendation'],
    ])
    const file = new TextDecoder().decode((await agendaCalendar(ctx, own)).bytes)
    expect(file).toContain('Trả lời góp ý')
    expect(file).not.toContain('Nội dung kín')
    expect(file).not.toContain('Kiểm điểm')
    const { district } = UNITS
    const other = await as({ role: 'unit_officer', scope: district.scope, unitId: district.id })
    const elsewhere = (await agenda(other, AUTUMN)).rows
    expect(elsewhere.filter(({ kind }) => kinds.includes(kind))).toEqual([])
  })

  test('a calendar kept elsewhere tells every directive apart, and what is overdue', async ({
    ctx,
  }) => {
    const pasted = 'Nhiệm vụ\tChủ trì\tThời hạn\nLập đề án\tSở Y tế\t15/10/2024'
    const head = { title: 'Kế hoạch', issuer: 'UBND tỉnh', followedBy: 'Sở Nội vụ', pasted }
    const days = { issuedOn: '2024-03-01', from: '2024-03-01' }
    await issueDirective(ctx, { ...head, ...days, number: '45/KH-UBND' })
    await issueDirective(ctx, { ...head, ...days, number: '46/KH-UBND' })
    const feed = async (asked: object) =>
      new TextDecoder().decode((await agendaCalendar(ctx, asked)).bytes)
    const text = await feed({ to: '2025-10-31', unitId: 'Sở Y tế' })
    const uids = text.match(/UID:.*TT-K1.*/g) ?? []
    expect(new Set(uids).size).toBe(2)
    expect(text).toContain('SUMMARY:Quá hạn: Sở Y tế: Lập đề án')
    expect(await feed(AUTUMN)).not.toContain('Lập đề án')
  })

  test('an upside-down period and an unknown unit are refused', async ({ ctx }) => {
    await expect(agenda(ctx, { from: '2024-12-31', to: '2024-11-01' })).rejects.toMatchObject({
      kind: 'invalid',
    })
    await expect(agenda(ctx, { ...AUTUMN, unitId: 'Sở Không Có' })).rejects.toMatchObject({
      kind: 'not_found',
    })
  })
})
