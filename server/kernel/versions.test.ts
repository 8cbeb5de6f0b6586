import { describe, expect } from 'vitest'
import { z } from 'zod'
import { test } from '#server/testing.ts'
import { command } from './operation.ts'
import { unchanged } from './versions.ts'

const editCadre = command({
  name: 'cadres.edit',
  input: z.object({ id: z.number(), version: z.number(), full_name: z.string() }),
  output: z.object({ version: z.number() }),
  async run({ db }, { id, ...sent }) {
    const stored = await db
      .selectFrom('cadre')
      .select(['full_name', 'version'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirstOrThrow()
    unchanged(stored, sent)
    return db
      .updateTable('cadre')
      .set({ full_name: sent.full_name })
      .where('id', '=', id)
      .returning('version')
      .executeTakeFirstOrThrow()
  },
})

describe('two officers with the same record open', () => {
  test('the second to save gets both versions, and saves after seeing them', async ({ as }) => {
    const first = await as({ name: 'first' })
    expect(await editCadre(first, { id: 1, version: 1, full_name: 'Trần Bình' })).toEqual({
      version: 2,
    })
    const second = await as({ name: 'second' })
    await expect(
      editCadre(second, { id: 1, version: 1, full_name: 'Trần Văn Bính' }),
    ).rejects.toMatchObject({
      kind: 'conflict',
      details: {
        stored: { full_name: 'Trần Bình', version: 2 },
        sent: { full_name: 'Trần Văn Bính', version: 1 },
      },
    })
    expect(await editCadre(second, { id: 1, version: 2, full_name: 'Trần Văn Bính' })).toEqual({
      version: 3,
    })
  })

  test('any change of the row counts, also one that says no version', async ({ ctx }) => {
    await ctx.db.updateTable('cadre').set({ religion: null }).where('id', '=', 1).execute()
    await expect(editCadre(ctx, { id: 1, version: 1, full_name: 'X' })).rejects.toMatchObject({
      kind: 'conflict',
    })
  })
})
