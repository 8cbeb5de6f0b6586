import { unzipSync } from 'fflate'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { UNITS } from '#server/cast.ts'
import type { Context } from '#server/kernel/context.ts'
import { assignmentDetail } from '#server/tasks/detail.ts'
import { accept as acceptTask } from '#server/tasks/entries.ts'
import { taskList } from '#server/tasks/list.ts'
import { test as base } from '#server/testing.ts'
import { fill, openPeriod, submit } from './commands.ts'
import { answer, freeze } from './decide.ts'
import { board, oneReport, reportFileOf } from './questions.ts'

/** The province applies Lạng Sơn's plan, and the year is over. */
const test = base.extend<{ year: Context }>({
  year: async ({ ctx }, use) => {
    await ctx.db
      .insertInto('pack_adoption')
      .values({ pack_id: 'lang-son-12-kh-ubnd-2024', during: '[2024-01-17,)' })
      .execute()
    await use({ ...ctx, today: '2024-12-31' })
  },
})

const HEALTH = { report: 'ls-nam', unitId: UNITS.health.id, period: '2024-11-15' }
const WHOLE = { report: 'ls-tong-hop', period: '2024-12-15' }
const TEXTS = {
  'danh-gia-chung': 'Đã triển khai Kế hoạch đến các phòng.',
  'kho-khan': 'Thiếu nguồn cán bộ trẻ.',
  'kien-nghi': 'Đề nghị mở lớp bồi dưỡng.',
}

/** Whoever hands a report in does not take it in. */
const clerk = (ctx: Context): Context => ({ ...ctx, actor: { ...ctx.actor, name: 'van-thu' } })

async function handIn(ctx: Context, on = '2024-11-10'): Promise<number> {
  const written = await fill(ctx, { ...HEALTH, on, version: 0, texts: TEXTS })
  const sent = await submit(clerk(ctx), {
    ...HEALTH,
    on,
    version: written.version,
    documentNo: '5/BC',
  })
  return sent.version
}

const rowOf = async (ctx: Context, asOf: string, unit: string) =>
  (await board(ctx, { asOf, report: 'ls-nam' })).rows.find((row) => row.unit === unit)

describe('a period', () => {
  test('opens by itself for everyone the task is given to, with its own day', async ({ year }) => {
    const { rows } = await board(year, { asOf: '2024-11-01' })
    expect(rows.map(({ report, unit, due }) => [report, unit, due])).toEqual([
      ['ls-nam', 'Sở Nội vụ', '2024-11-15'],
      ['ls-nam', 'Sở Y tế', '2024-11-15'],
      ['ls-nam', 'Huyện An Bình', '2024-11-15'],
      ['ls-tong-hop', 'Sở Nội vụ', '2024-12-15'],
    ])
    expect(rows.every(({ late, state }) => !late && state === 'opened')).toBe(true)
  })

  test('is late the day after it was due, and stays so when handed in afterwards', async ({
    year,
  }) => {
    expect(await rowOf(year, '2024-11-15', 'Sở Y tế')).toMatchObject({ late: false })
    expect(await rowOf(year, '2024-11-16', 'Sở Y tế')).toMatchObject({ late: true })
    await handIn(year, '2024-11-20')
    expect(await rowOf(year, '2024-11-25', 'Sở Y tế')).toMatchObject({
      ...{ late: true, state: 'submitted', submittedOn: '2024-11-20' },
    })
  })

  test('“trước 15/11” ends the day before where the province reads it so', async ({ year }) => {
    await year.db
      .insertInto('pack_adoption')
      .values({
        ...{ pack_id: 'quy-uoc-chung', during: '[2024-01-01,)' },
        overrides: JSON.stringify({ before_day_counts: false }),
      })
      .execute()
    const asked = { due: '2024-11-14', period: '2024-11-15' }
    expect(await rowOf(year, '2024-11-14', 'Sở Y tế')).toMatchObject({ ...asked, late: false })
    expect(await rowOf(year, '2024-11-15', 'Sở Y tế')).toMatchObject({ ...asked, late: true })
    const tasks = await taskList(year, {
      directive: 'lang-son-12-kh-ubnd-2024',
      asOf: '2024-11-15',
    })
    expect(tasks.rows.find(({ id }) => id === 'LS-K7')).toMatchObject({
      ...{ due: '2024-11-14', state: 'overdue' },
    })
  })

  test('is written down once for all who owe it', async ({ year }) => {
    const asked = { report: 'ls-nam', on: '2024-11-01' }
    expect(await openPeriod(year, asked)).toMatchObject({ owed: 3, opened: 3 })
    expect(await openPeriod(year, asked)).toMatchObject({ owed: 3, opened: 0 })
  })

  test('says what there is when asked for something else', async ({ year }) => {
    await expect(oneReport(year, { report: 'khong-co', on: '2024-11-01' })).rejects.toMatchObject({
      kind: 'not_found',
      message: expect.stringContaining('ls-nam'),
    })
    await expect(
      oneReport(year, { report: 'ls-nam', unitId: 'Sở X', on: '2024-11-01' }),
    ).rejects.toMatchObject({ kind: 'not_found' })
    await expect(oneReport(year, { report: 'ls-nam', on: '2024-11-01' })).rejects.toMatchObject({
      kind: 'invalid',
    })
  })
})

describe('a report of an agency', () => {
  test('is filled from the records and asks only for what they do not hold', async ({ year }) => {
    const { content, checks } = await oneReport(year, { ...HEALTH, on: '2024-11-10' })
    const table = (id: string) => content.sections.find((section) => section.id === id)?.table
    // Ngô Thị Thu was appointed deputy of Health on 1 March 2024.
    expect(table('bo-nhiem')?.rows).toEqual([
      ['Bổ nhiệm', 1],
      ['Tổng số', 1],
    ])
    expect(table('chi-tieu')?.rows.map(([id]) => id)).toEqual(['LS-T4', 'LS-T7', 'LS-T9a'])
    expect(table('nhiem-vu')?.rows.map(([id]) => id)).toContain('LS-K7')
    expect(checks.filter(({ blocks }) => blocks).map(({ section }) => section)).toEqual([
      ...['danh-gia-chung', 'kho-khan', 'kien-nghi'],
    ])
  })

  test('is not handed in with something missing', async ({ year }) => {
    await expect(submit(year, { ...HEALTH, on: '2024-11-10', version: 0 })).rejects.toMatchObject({
      kind: 'against_rule',
      message: expect.stringContaining('Chưa viết'),
    })
  })

  test('sets a number of its own books against the records, and asks why', async ({ year }) => {
    const numbers = { texts: TEXTS, stated: { 'doi-chieu': 4 } }
    const { version } = await fill(year, { ...HEALTH, on: '2024-11-10', version: 0, ...numbers })
    const sending = { ...HEALTH, on: '2024-11-10' }
    await expect(submit(year, { ...sending, version })).rejects.toMatchObject({
      message: expect.stringContaining('ghi 4, hồ sơ đếm được 1'),
    })
    const why = { texts: { 'doi-chieu': 'Ba người mới nhận quyết định.' } }
    const explained = await fill(year, { ...sending, version, ...why })
    expect(await submit(year, { ...sending, version: explained.version })).toMatchObject({
      state: 'submitted',
    })
  })

  test('keeps the numbers it was handed in with, and says when the records moved', async ({
    year,
  }) => {
    await handIn(year)
    await sql`delete from cadre where full_name = 'Ngô Thị Thu'`.execute(year.db)
    const { content, checks } = await oneReport(year, { ...HEALTH, on: '2024-11-12' })
    expect(content.sections.find(({ id }) => id === 'bo-nhiem')?.table?.total).toBe(1)
    expect(checks.map(({ says }) => says).join()).toContain('(1 khi nộp, 0 khi đếm lại)')
  })

  test('one taken over with its words only shows the numbers of its own day', async ({ year }) => {
    await handIn(year)
    await sql`update periodic_report set content = jsonb_set(content, '{sections}', (
        select jsonb_agg(section || '{"table": null}') from jsonb_array_elements(
          content -> 'sections') section))`.execute(year.db)
    const { content, checks } = await oneReport(year, { ...HEALTH, on: '2024-12-01' })
    const of = (id: string) => content.sections.find((section) => section.id === id)
    expect(of('bo-nhiem')?.table?.total).toBe(1)
    expect(of('kho-khan')?.says).toBe(TEXTS['kho-khan'])
    expect(checks).toEqual([])
  })

  test('goes back with a reason, and comes again', async ({ year }) => {
    const version = await handIn(year)
    const back = { ...HEALTH, on: '2024-11-12', version, accepted: false }
    await expect(answer(year, back)).rejects.toMatchObject({ kind: 'invalid' })
    const returned = await answer(year, { ...back, says: 'Nêu rõ số lớp.' })
    expect(await rowOf(year, '2024-11-12', 'Sở Y tế')).toMatchObject({ state: 'returned' })
    const again = { ...HEALTH, on: '2024-11-13' }
    const texts = { 'kien-nghi': 'Đề nghị mở hai lớp.' }
    const { version: next } = await fill(year, { ...again, version: returned.version, texts })
    const sent = await submit(clerk(year), { ...again, version: next })
    await answer(year, { ...again, version: sent.version, accepted: true })
    const { steps, state } = await oneReport(year, again)
    expect(state).toBe('accepted')
    expect(steps.map(({ kind }) => kind)).toEqual([
      ...['opened', 'submitted', 'returned', 'submitted', 'accepted'],
    ])
  })

  test('tells the task it rests on', async ({ year }) => {
    const version = await handIn(year)
    const key = { directive: 'lang-son-12-kh-ubnd-2024', unitId: UNITS.health.id }
    const state = async () =>
      (await taskList(year, { ...key, asOf: '2024-11-14' })).rows.find(
        ({ id, period }) => id === 'LS-K7' && period === '2024-11-15',
      )?.state
    expect(await state()).toBe('submitted')
    await answer(year, { ...HEALTH, on: '2024-11-12', version, accepted: true })
    expect(await state()).toBe('accepted')
  })

  test('leaves a task alone that was decided by hand on a later day', async ({ year }) => {
    const version = await handIn(year)
    const key = { directive: 'lang-son-12-kh-ubnd-2024', unitId: UNITS.health.id }
    const task = { ...key, task: 'LS-K7', period: '2024-11-15' }
    const { submissionId } = await assignmentDetail(year, { ...task, asOf: '2024-11-12' })
    const officer = { ...year, actor: { ...year.actor, name: 'theo-doi' } }
    await acceptTask(officer, {
      ...{ ...task, submissionId: submissionId ?? 0, on: '2024-11-13' },
      ...{ accepted: true, says: 'Đã nhận.' },
    })
    await answer(year, { ...HEALTH, on: '2024-11-12', version, accepted: false, says: 'Thiếu.' })
    const { state } = await assignmentDetail(year, { ...task, asOf: '2024-11-13' })
    expect(state).toBe('accepted')
  })

  test('is saved by one of two who had it open', async ({ year }) => {
    const asked = { ...HEALTH, on: '2024-11-10', texts: TEXTS }
    const { version } = await fill(year, { ...asked, version: 0 })
    await fill(year, { ...asked, version })
    await expect(fill(year, { ...asked, version })).rejects.toMatchObject({ kind: 'conflict' })
    await expect(fill(year, { ...asked, version: 0 })).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('takes no section it does not ask for, and no day that has not come', async ({ year }) => {
    const asked = { ...HEALTH, version: 0, on: '2024-11-10' }
    await expect(fill(year, { ...asked, texts: { la: 'x' } })).rejects.toMatchObject({
      kind: 'invalid',
    })
    const early = { ...year, today: '2024-11-01' }
    await expect(fill(early, { ...asked, texts: TEXTS })).rejects.toMatchObject({ kind: 'invalid' })
  })
})

describe('the consolidated report', () => {
  test('counts the province anew, gathers words by heading, and is frozen with its files', async ({
    year,
  }) => {
    const version = await handIn(year)
    await answer(year, { ...HEALTH, on: '2024-11-12', version, accepted: true })
    const on = '2024-12-10'
    const before = await oneReport(year, { ...WHOLE, on })
    const section = (id: string) => before.content.sections.find((one) => one.id === id)
    // Since the plan began on 17 January: the deputies of Health and of Home Affairs.
    expect(section('bo-nhiem')?.table?.total).toBe(2)
    expect(section('kho-khan')?.gathered).toEqual([
      { unit: 'Sở Y tế', says: 'Thiếu nguồn cán bộ trẻ.' },
    ])
    expect(before.checks.map(({ says }) => says).join()).toContain('2/3 cơ quan chưa có báo cáo')
    const signing = { reportNo: '215/BC-SNV', signer: 'Giám đốc' }
    const signed = await freeze(year, { ...WHOLE, on, version: 0, ...signing })
    expect(signed.state).toBe('signed')
    await sql`delete from cadre where full_name = 'Ngô Thị Thu'`.execute(year.db)
    const after = await oneReport(year, { ...WHOLE, on: '2024-12-20' })
    expect(after.content).toEqual(before.content)
    const asked = { ...WHOLE, on: '2024-12-20' }
    const { bytes } = await reportFileOf(year, { ...asked, format: 'docx' })
    const word = new TextDecoder().decode(unzipSync(bytes)['word/document.xml'])
    expect(word).toContain('Số: 215/BC-SNV')
    expect(word).toContain('Thiếu nguồn cán bộ trẻ.')
    const pdf = await reportFileOf(year, { ...asked, format: 'pdf' })
    expect(new TextDecoder().decode(pdf.bytes.slice(0, 5))).toBe('%PDF-')
    const change = { ...WHOLE, on: '2024-12-20', version: signed.version }
    await expect(fill(year, { ...change, texts: TEXTS })).rejects.toMatchObject({
      kind: 'against_rule',
    })
  })

  test('a signed one is changed by nobody, not even in the database', async ({ year }) => {
    const texts = { 'danh-gia-chung': 'x', 'kho-khan': 'x', 'kien-nghi': 'x' }
    const on = '2024-12-10'
    const { id, version } = await fill(year, { ...WHOLE, on, version: 0, texts })
    await freeze(year, { ...WHOLE, on, version, reportNo: '1', signer: 'x' })
    for (const attempt of [
      sql`update periodic_report set signer = 'người khác' where id = ${id}`,
      sql`delete from periodic_report_file where report_id = ${id}`,
    ]) {
      await sql`savepoint attempt`.execute(year.db)
      await expect(attempt.execute(year.db)).rejects.toThrow(/signed report never changes/)
      await sql`rollback to savepoint attempt`.execute(year.db)
    }
  })
})
