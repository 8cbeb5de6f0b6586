import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Context } from '#server/kernel/context.ts'
import { test } from '#server/testing.ts'
import { surplusBorne } from './surplus.ts'

const followed = (ctx: Context, from: number, to: number, relation: string, on: string) =>
  sql`insert into unit_succession values (${from}, ${to}, ${relation}, ${on}::date, 'Nghị quyết')`.execute(
    ctx.db,
  )
const borneOn = async (ctx: Context, unitId: number, asOf: string) =>
  (await surplusBorne(ctx.db, asOf, 5))(unitId)

test('a small merger within the five years does not begin them anew, one after does', async ({
  ctx,
}) => {
  await followed(ctx, 4, 2, 'merged_into', '2016-03-01')
  await followed(ctx, 5, 2, 'tasks_to', '2020-01-01')
  await followed(ctx, 6, 2, 'merged_into', '2023-01-01')
  expect(await borneOn(ctx, 2, '2015-12-31')).toMatchObject({ state: 'without_basis' })
  expect(await borneOn(ctx, 2, '2021-03-01')).toEqual({
    since: '2016-03-01',
    until: '2021-03-01',
    state: 'borne',
  })
  expect(await borneOn(ctx, 2, '2022-01-01')).toMatchObject({ state: 'past' })
  expect(await borneOn(ctx, 2, '2024-01-01')).toMatchObject({ until: '2028-01-01', state: 'borne' })
})

test('a change of name neither begins nor ends it; a division goes by its agency', async ({
  ctx,
}) => {
  await followed(ctx, 4, 2, 'renamed_to', '2022-03-01')
  expect(await borneOn(ctx, 2, '2024-01-01')).toMatchObject({ state: 'without_basis' })
  await followed(ctx, 5, 4, 'merged_into', '2020-07-01')
  expect(await borneOn(ctx, 2, '2024-01-01')).toMatchObject({ since: '2020-07-01' })
  expect(await borneOn(ctx, 3, '2024-01-01')).toMatchObject({ since: '2020-07-01' })
})
