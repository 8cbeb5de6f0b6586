import { describe, expect } from 'vitest'
import { PEOPLE, UNITS } from '#server/cast.ts'
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
    expect(seen).toContainEqual(['2024-12-20', 'secondment_end', 'Sở Y tế'])
    const byName = await agenda(ctx, { ...AUTUMN, unitId: 'Sở Y tế' })
    expect(byName.rows.map(({ date }) => date)).toEqual(['2024-11-15', '2024-12-20'])
    const { bytes } = await agendaCalendar(ctx, { ...AUTUMN, unitId: UNITS.health.id })
    const text = new TextDecoder().decode(bytes)
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2)
    expect(text).toContain('UID:LS-K7-4-2024-11-15@')
    const officer = await as({
      role: 'unit_officer',
      scope: UNITS.health.scope,
      unitId: UNITS.health.id,
    })
    const own = await agenda(officer, AUTUMN)
    expect(own.rows.map(({ unit }) => unit)).toEqual(['Sở Y tế', 'Sở Nội vụ', 'Sở Y tế'])
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
