import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { UNITS } from '#server/cast.ts'
import type { Context } from '#server/kernel/context.ts'
import { accept, cancel, report as reportTask } from '#server/tasks/entries.ts'
import { answerExtension, askExtension } from '#server/tasks/extensions.ts'
import { ownTasks } from '#server/tasks/mine.ts'
import { test as base } from '#server/testing.ts'
import { fill, submit } from './commands.ts'
import { answer } from './decide.ts'
import { board, oneReport } from './questions.ts'

const PLAN = 'lang-son-12-kh-ubnd-2024'
const HEALTH = { report: 'ls-nam', unitId: UNITS.health.id, period: '2024-11-15' }
const TASK = { directive: PLAN, task: 'LS-K7', unitId: UNITS.health.id, period: '2024-11-15' }
const WHOLE = { report: 'ls-tong-hop', period: '2024-12-15', on: '2024-12-10' }
const TEXTS = { 'danh-gia-chung': 'Đã triển khai.', 'kho-khan': 'Ít người.', 'kien-nghi': 'Không.' }

const named = (ctx: Context, name: string, role = ctx.actor.role): Context => ({
  ...ctx,
  actor: { ...ctx.actor, name, role },
})

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

async function handIn(ctx: Context, on = '2024-11-10'): Promise<number> {
  const { version } = await fill(ctx, { ...HEALTH, on, version: 0, texts: TEXTS })
  return (await submit(ctx, { ...HEALTH, on, version, documentNo: '5/BC' })).version
}

const waitingFor = async (ctx: Context) =>
  (await oneReport(ctx, WHOLE)).checks.find(({ section }) => section === null)?.says

async function extended(ctx: Context, dueOn: string): Promise<void> {
  const ask = { ...TASK, dueOn, reason: 'chờ số liệu', on: '2024-11-01' }
  const { id } = await askExtension(named(ctx, 'van-thu'), ask)
  const grant = { ...TASK, requestId: id, granted: true, reason: 'được', on: '2024-11-02' }
  await answerExtension(ctx, grant)
}

describe('whoever hands a report in', () => {
  test('neither takes it in nor sends it back', async ({ year }) => {
    const version = await handIn(year)
    const verdict = { ...HEALTH, on: '2024-11-12', version, says: 'Được.' }
    for (const accepted of [true, false])
      await expect(answer(year, { ...verdict, accepted })).rejects.toMatchObject({
        kind: 'against_rule',
      })
    expect(await answer(named(year, 'lanh-dao'), { ...verdict, accepted: true })).toMatchObject({
      state: 'accepted',
    })
  })

  test('is known by the task too, where that was handed in by hand', async ({ year }) => {
    const own = { ...TASK, kind: 'submission', says: 'gửi', documentNo: '5/BC' } as const
    await reportTask(year, { ...own, on: '2024-11-09' })
    const version = await handIn(named(year, 'van-thu'))
    const verdict = { ...HEALTH, on: '2024-11-12', version, accepted: true }
    await expect(answer(year, verdict)).rejects.toMatchObject({ kind: 'against_rule' })
  })

  test('may do both at the command line of the server', async ({ year }) => {
    const local = named(year, 'local', 'system')
    const version = await handIn(local)
    expect(
      await answer(local, { ...HEALTH, on: '2024-11-12', version, accepted: true }),
    ).toMatchObject({ state: 'accepted' })
  })
})

describe('the consolidated report forgets no agency', () => {
  test('that was given more time', async ({ year }) => {
    await extended(year, '2024-12-31')
    expect(await waitingFor(year)).toMatch(/^3\/3 cơ quan.*Sở Y tế/)
    const version = await handIn(named(year, 'van-thu'))
    await answer(year, { ...HEALTH, on: '2024-11-12', version, accepted: true })
    expect(await waitingFor(year)).toMatch(/^2\/3 cơ quan/)
  })

  test('that handed in and has ended since', async ({ year }) => {
    const version = await handIn(named(year, 'van-thu'))
    await answer(year, { ...HEALTH, on: '2024-11-12', version, accepted: true })
    await sql`update unit set during = '[2000-01-01,2024-12-01)' where id = ${UNITS.health.id}`.execute(
      year.db,
    )
    const { content } = await oneReport(year, WHOLE)
    expect(content.sections.find(({ id }) => id === 'kho-khan')?.gathered).toEqual([
      { unit: 'Sở Y tế', says: 'Ít người.' },
    ])
    expect(await waitingFor(year)).toMatch(/^2\/2 cơ quan/)
  })
})

describe('a request for more time', () => {
  const ASK = { ...TASK, dueOn: '2024-12-31', reason: 'chờ số liệu', on: '2024-11-01' }
  const asks = async (ctx: Context) =>
    (await ownTasks(ctx, { asOf: '2024-11-12' })).items.map((item) => item.asks)

  test('ends with the acceptance', async ({ year }) => {
    const clerk = named(year, 'van-thu')
    const { id } = await askExtension(clerk, ASK)
    expect(await asks(year)).toEqual(['extend'])
    const own = { ...TASK, kind: 'submission', says: 'gửi', documentNo: '5/BC' } as const
    const sent = await reportTask(clerk, { ...own, on: '2024-11-09' })
    const verdict = { ...TASK, submissionId: sent.id, accepted: true, says: 'đủ' }
    await accept(year, { ...verdict, on: '2024-11-10' })
    expect(await asks(year)).toEqual([])
    const grant = { ...TASK, requestId: id, granted: true, reason: 'được', on: '2024-11-12' }
    await expect(answerExtension(year, grant)).rejects.toMatchObject({
      ...{ kind: 'against_rule', message: expect.stringContaining('Đã nghiệm thu') },
    })
  })

  test('sleeps while the task is taken off the unit', async ({ year }) => {
    await askExtension(named(year, 'van-thu'), ASK)
    const change = { ...TASK, reason: 'nhập cơ quan' }
    await cancel(year, { ...change, cancelled: true, on: '2024-11-05' })
    expect(await asks(year)).toEqual([])
    await cancel(year, { ...change, cancelled: false, on: '2024-11-06' })
    expect(await asks(year)).toEqual(['extend'])
  })
})

describe('an officer of one agency', () => {
  test('sees and writes the own reports only, and takes none in', async ({ year, as }) => {
    const version = await handIn(year)
    const home = {
      ...(await as({ role: 'unit_officer', scope: UNITS.home.scope, unitId: UNITS.home.id })),
      today: '2024-12-31',
    }
    const { rows } = await board(home, { asOf: '2024-12-01' })
    expect(rows.map(({ report, unit }) => [report, unit])).toEqual([['ls-nam', 'Sở Nội vụ']])
    await expect(oneReport(home, { ...HEALTH, on: '2024-11-12' })).rejects.toMatchObject({
      kind: 'not_found',
    })
    await expect(answer(home, { ...HEALTH, version, accepted: true })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    const own = { ...HEALTH, unitId: UNITS.home.id, on: '2024-11-12', version: 0 }
    expect(await fill(home, { ...own, texts: TEXTS })).toMatchObject({ state: 'opened' })
    const { rows: stored } = await sql`select id from periodic_report`.execute(home.db)
    expect(stored).toHaveLength(1)
  })
})
