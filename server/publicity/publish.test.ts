import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { PEOPLE, UNITS } from '#server/cast.ts'
import type { Context } from '#server/kernel/context.ts'
import { limitTo } from '#server/kernel/operation.ts'
import { PROVINCE, TODAY, test } from '#server/testing.ts'
import { ANYBODY, publicPage } from './public-page.ts'
import { preview, publish, withdraw } from './publish.ts'
import { publication, publications } from './published.ts'

const decided = { decisionNo: '12/QĐ', decidedOn: TODAY, signedBy: 'Trưởng ban', asOf: TODAY }
const CADRE = { role: 'cadre', scope: { from: -1, to: -1 } }

async function visit(ctx: Context) {
  await limitTo(ctx.db, PROVINCE, ANYBODY)
  return publicPage({ ...ctx, actor: ANYBODY }, {})
}

async function names({ db }: Context): Promise<string[]> {
  const { rows } = await sql<{ said: string }>`select full_name as said from cadre
    union select record_no from cadre union select decision_no from tenure
      where decision_no is not null`.execute(db)
  return rows.map(({ said }) => said)
}

describe('the public page', () => {
  test('shows what was published to everybody, and not a fact about one person', async ({
    ctx,
  }) => {
    const secrets = await names(ctx)
    for (const item of ['structure', 'vacancies', 'appointments', 'own_rating'])
      await publish(ctx, { item, ...decided }).catch(() => undefined)
    const page = await visit(ctx)
    expect(page.publications.map(({ item }) => item).toSorted()).toEqual(['structure', 'vacancies'])
    const said = JSON.stringify(page)
    expect(secrets.filter((secret) => said.includes(secret))).toEqual([])
    expect(said).toContain('Tổng số người đang công tác')
  })

  test('says no group under five: the cast is so small that nearly all is hidden', async ({
    ctx,
  }) => {
    const { lines } = await preview(ctx, { item: 'structure', asOf: TODAY })
    const numbers = lines
      .map(({ cells }) => cells)
      .filter(([heading]) => heading !== 'Tổng số người đang công tác')
      .map(([, , said]) => Number(said))
    expect(numbers.filter((people) => people > 0 && people < 5)).toEqual([])
  })

  test('a visitor performs nothing else', async ({ ctx }) => {
    await publish(ctx, { item: 'structure', ...decided })
    await limitTo(ctx.db, PROVINCE, ANYBODY)
    const visitor = { ...ctx, actor: ANYBODY }
    await expect(publications(visitor, {})).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(publish(visitor, { item: 'structure', ...decided })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })

  test('a line about a person cannot be stored for everybody', async ({ ctx }) => {
    const { id } = await publish(ctx, { item: 'structure', ...decided })
    await expect(
      sql`insert into publication_line (publication_id, circle, place, unit_id, cadre_id, cells)
        values (${id}, 'public', 999, 2, 1, '{}')`.execute(ctx.db),
    ).rejects.toThrow(/check constraint/)
  })
})

describe('inside', () => {
  test('an agency reads who was appointed there; its neighbour does not', async ({ ctx, as }) => {
    const { id } = await publish(ctx, { item: 'appointments', ...decided })
    const home = await as({ ...CADRE, cadreId: PEOPLE.dung })
    const seen = JSON.stringify(await publication(home, { id }))
    expect(seen).toContain('Lê Thị Hoa')
    expect(seen).not.toContain('Ngô Thị Thu')
    const health = await as({
      role: 'unit_officer',
      scope: UNITS.health.scope,
      unitId: UNITS.health.id,
    })
    expect(JSON.stringify(await publication(health, { id }))).toContain('Ngô Thị Thu')
    const commune = await as({ ...CADRE, cadreId: PEOPLE.son })
    await expect(publication(commune, { id })).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('a discipline is made known in its agency, without what was done (LS III.2)', async ({
    ctx,
    as,
  }) => {
    await ctx.db
      .insertInto('pack_adoption')
      .values({ pack_id: 'lang-son-12-kh-ubnd-2024', during: '[2024-01-17,)' })
      .execute()
    await sql`insert into discipline (cadre_id, system, form, offence, decided_on, decision_no) values
      (${PEOPLE.hoa}, 'state', 'warning', 'nghỉ không phép', '2024-05-06', '9/QĐ-SNV'),
      (${PEOPLE.thu}, 'state', 'reprimand', 'chậm việc', '2024-06-06', '8/QĐ-SYT'),
      (${PEOPLE.hoa}, 'state', 'reprimand', 'chậm việc', '2023-05-06', '7/QĐ-SNV')`.execute(ctx.db)
    const { id } = await publish(ctx, { item: 'disciplines', ...decided })
    const home = await publication(await as({ ...CADRE, cadreId: PEOPLE.dung }), { id })
    expect(home.lines).toEqual([['Lê Thị Hoa', 'Cảnh cáo', '06/05/2024', '', '9/QĐ-SNV']])
  })

  test('a rating is shown to its person alone', async ({ ctx, as }) => {
    await sql`insert into rating (cadre_id, year, level, decided_on) values
      (${PEOPLE.dung}, 2023, 'good', '2023-12-20'), (${PEOPLE.hoa}, 2023, 'excellent', '2023-12-20')`.execute(
      ctx.db,
    )
    const { id } = await publish(ctx, { item: 'own_rating', ...decided })
    const own = await publication(await as({ ...CADRE, cadreId: PEOPLE.dung }), { id })
    expect(own.lines.map(([name]) => name)).toEqual(['Đặng Dũng'])
  })
})

describe('a publication', () => {
  test('is frozen: what is recorded later does not change it', async ({ ctx }) => {
    const { id } = await publish(ctx, { item: 'structure', ...decided })
    const before = await publication(ctx, { id })
    await sql`delete from tenure where cadre_id = ${PEOPLE.dung}`.execute(ctx.db)
    expect((await publication(ctx, { id })).lines).toEqual(before.lines)
  })

  test('gives way to a later one, never to one from the same day', async ({ ctx }) => {
    await publish(ctx, { item: 'structure', ...decided })
    await expect(publish(ctx, { item: 'structure', ...decided })).rejects.toMatchObject({
      kind: 'conflict',
    })
    await publish(ctx, { item: 'structure', ...decided, from: '2024-12-01' })
    const { rows } = await publications(ctx, { asOf: '2024-12-02' })
    expect(rows.map(({ from }) => from)).toEqual(['2024-12-01'])
  })

  test('taken back is read by nobody, once', async ({ ctx }) => {
    const { id } = await publish(ctx, { item: 'structure', ...decided })
    await withdraw(ctx, { id, reason: 'Số liệu phải rà lại' })
    expect((await visit(ctx)).publications).toEqual([])
    await limitTo(ctx.db, PROVINCE, ctx.actor)
    await expect(withdraw(ctx, { id, reason: 'lần hai' })).rejects.toMatchObject({
      kind: 'conflict',
    })
  })

  test('taken back on its first day, or later, makes room for another', async ({ ctx }) => {
    const publishFrom = (from: string) =>
      publish(ctx, {
        item: 'structure',
        ...decided,
        asOf: '2024-10-01',
        decidedOn: '2024-10-01',
        from,
      })
    const shown = async (asOf: string) =>
      (await publications(ctx, { asOf })).rows.map(({ from, withdrawnOn }) => [from, withdrawnOn])
    const first = await publishFrom('2024-10-10')
    await withdraw(ctx, { id: first.id, on: '2024-10-10', reason: 'Nhầm số liệu' })
    const second = await publishFrom('2024-10-10')
    expect(await shown('2024-10-10')).toEqual([['2024-10-10', null]])
    await withdraw(ctx, { id: second.id, on: '2024-10-15', reason: 'Nhầm lần nữa' })
    await expect(publishFrom('2024-10-10')).rejects.toThrow(/từ 15\/10\/2024/)
    const third = await publishFrom('2024-10-15')
    expect(await shown('2024-10-14')).toEqual([['2024-10-10', '2024-10-15']])
    expect(await shown('2024-10-15')).toEqual([['2024-10-15', null]])
    const future = { id: third.id, on: '2024-11-01', reason: 'Sau này' }
    await expect(withdraw(ctx, future)).rejects.toMatchObject({ kind: 'invalid' })
  })

  test('needs a decision before its first day, and a matter that a text names', async ({ ctx }) => {
    await expect(
      publish(ctx, { item: 'structure', ...decided, decidedOn: '2024-12-31' }),
    ).rejects.toMatchObject({ kind: 'invalid' })
    await expect(publish(ctx, { item: 'salaries', ...decided })).rejects.toThrow(
      /không văn bản nào/,
    )
  })
})
