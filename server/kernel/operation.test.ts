import { describe, expect } from 'vitest'
import { z } from 'zod'
import { UNITS } from '#server/cast.ts'
import { test } from '#server/testing.ts'
import { command, query } from './operation.ts'
import { Refusal } from './refusal.ts'

const countCadres = query({
  name: 'cadres.count',
  input: z.object({}),
  output: z.object({ people: z.number() }),
  async run({ db }) {
    const { people } = await db
      .selectFrom('cadre')
      .select(({ fn }) => fn.countAll<number>().as('people'))
      .executeTakeFirstOrThrow()
    return { people, secret: 'not declared' }
  },
})

const renameCadre = command({
  name: 'cadres.rename',
  input: z.object({ id: z.number(), name: z.string(), finish: z.enum(['refuse', 'keep']) }),
  output: z.object({}),
  async run({ db }, { id, name, finish }) {
    await db.updateTable('cadre').set({ full_name: name }).where('id', '=', id).execute()
    if (finish === 'refuse') throw new Refusal('conflict', 'Không được.')
    return {}
  },
})

const takeAway = query({
  name: 'cadres.take_away',
  records: 'export',
  input: z.object({ id: z.number(), does: z.enum(['read', 'write', 'refuse']) }),
  output: z.object({ name: z.string() }),
  about: ({ id }) => ({ cadreId: id }),
  async run({ db }, { id, does }) {
    if (does === 'write') await db.deleteFrom('rating').execute()
    if (does === 'refuse') throw new Refusal('not_found', 'Không có.')
    return db
      .selectFrom('cadre')
      .select('full_name as name')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  },
})

describe('the door', () => {
  test('answers with nothing the output does not declare', async ({ ctx }) => {
    expect(await countCadres(ctx, {})).toEqual({ people: 12 })
  })

  test('refuses a role that was not given the operation', async ({ ctx }) => {
    const asker = { ...ctx, actor: { ...ctx.actor, role: 'cadre' } }
    await expect(countCadres(asker, {})).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('shows a unit officer only the people of the subtree', async ({ as }) => {
    const officer = await as({ role: 'province_officer', scope: UNITS.district.scope })
    expect(await countCadres(officer, {})).toEqual({ people: 4 })
  })

  test('shows a cadre only the own record', async ({ as }) => {
    const cadre = await as({ role: 'province_officer', scope: { from: -1, to: -1 }, cadreId: 5 })
    expect(await countCadres(cadre, {})).toEqual({ people: 1 })
  })

  test('writes one audit entry for a command, none for a refused one', async ({ ctx }) => {
    await expect(renameCadre(ctx, { id: 1, name: 'X', finish: 'refuse' })).rejects.toMatchObject({
      kind: 'conflict',
    })
    await renameCadre(ctx, { id: 1, name: 'Y', finish: 'keep' })
    const entries = await ctx.db.selectFrom('audit_entry').select(['operation', 'actor']).execute()
    expect(entries).toEqual([{ operation: 'cadres.rename', actor: 'officer' }])
    const { full_name } = await ctx.db
      .selectFrom('cadre')
      .select('full_name')
      .where('id', '=', 1)
      .executeTakeFirstOrThrow()
    expect(full_name).toBe('Y')
  })

  test('a recorded question leaves an entry about its subject, and still cannot write', async ({
    ctx,
  }) => {
    await expect(takeAway(ctx, { id: 2, does: 'write' })).rejects.toThrow(/read-only/)
    await expect(takeAway(ctx, { id: 2, does: 'refuse' })).rejects.toMatchObject({
      kind: 'not_found',
    })
    expect(await takeAway(ctx, { id: 2, does: 'read' })).toEqual({ name: 'Lê Thị Hoa' })
    const entries = await ctx.db
      .selectFrom('audit_entry')
      .select(['operation', 'act', 'cadre_id', 'actor_name'])
      .execute()
    expect(entries).toEqual([
      { operation: 'cadres.take_away', act: 'export', cadre_id: 2, actor_name: 'Phan Thị Bích' },
    ])
  })

  test('an ordinary question leaves none', async ({ ctx }) => {
    await countCadres(ctx, {})
    expect(await ctx.db.selectFrom('audit_entry').selectAll().execute()).toEqual([])
  })
})
