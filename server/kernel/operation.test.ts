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
})
