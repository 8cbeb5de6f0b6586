import { describe, expect } from 'vitest'
import { UNITS } from '#server/cast.ts'
import type { Context } from '#server/kernel/context.ts'
import { recordEvent } from '#server/tasks/events.ts'
import { test as base } from '#server/testing.ts'
import { fill, submit } from './commands.ts'
import { freeze } from './decide.ts'
import { board, oneReport } from './questions.ts'

const PLAN = 'lang-son-12-kh-ubnd-2024'
const INTERIM = { report: 'ls-so-ket', on: '2024-12-10' }

/** The province applies Lạng Sơn's plan, and the year is over. */
const test = base.extend<{ year: Context }>({
  year: async ({ ctx }, use) => {
    await ctx.db
      .insertInto('pack_adoption')
      .values({ pack_id: PLAN, during: '[2024-01-17,)' })
      .execute()
    await use({ ...ctx, today: '2024-12-31' })
  },
})

describe('an interim review (Mục IV.7.3)', () => {
  test('counts the province, not the department that writes it', async ({ year }) => {
    await recordEvent(year, { event: 'interim_review_guidance', on: '2024-11-20' })
    const { content } = await oneReport(year, INTERIM)
    const table = (id: string) => content.sections.find((one) => one.id === id)?.table
    expect(content.unit).toBe('Sở Nội vụ')
    // The deputies of Home Affairs and of Health.
    expect(table('bo-nhiem')?.total).toBe(2)
    expect(table('nhiem-vu')?.rows.find(([id]) => id === 'LS-K7')?.[2]).toBe('3 lượt giao')
  })

  test('is signed by the province, which hands it in to nobody', async ({ year }) => {
    await recordEvent(year, { event: 'interim_review_guidance', on: '2024-11-20' })
    const texts = { 'danh-gia-chung': 'x', 'kho-khan': 'x', 'kien-nghi': 'x' }
    const { version } = await fill(year, { ...INTERIM, version: 0, texts })
    await expect(submit(year, { ...INTERIM, version })).rejects.toMatchObject({
      kind: 'against_rule',
    })
    const signing = { reportNo: '216/BC-SNV', signer: 'Giám đốc' }
    const signed = await freeze(year, { ...INTERIM, version, ...signing })
    expect(signed.state).toBe('signed')
    expect(await oneReport(year, INTERIM)).toMatchObject({ counts: 'province', state: 'signed' })
  })

  test('is not asked of who sees a part of the province', async ({ year, as }) => {
    await recordEvent(year, { event: 'interim_review_guidance', on: '2024-11-20' })
    const home = await as({ role: 'unit_officer', scope: UNITS.home.scope, unitId: UNITS.home.id })
    const { rows } = await board({ ...home, today: '2024-12-31' }, { asOf: INTERIM.on })
    expect(rows.map(({ report }) => report)).toEqual(['ls-nam'])
  })
})
