import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { z } from 'zod'
import { test } from '#server/testing.ts'
import { answeredOnce, keyOf } from './answered.ts'
import { command } from './operation.ts'
import { Refusal } from './refusal.ts'

let done = 0
const appoint = command({
  name: 'cadres.appoint',
  input: z.object({ name: z.string(), refuse: z.boolean().optional() }),
  output: z.object({ number: z.number(), name: z.string() }),
  async run(_ctx, { name, refuse }) {
    done++
    if (refuse) throw new Refusal('conflict', 'Không được.')
    return { number: done, name }
  },
})

const KEY = 'press-0001'

describe('a command sent twice with one key', () => {
  test('is done once and answered twice the same', async ({ ctx }) => {
    done = 0
    const first = await answeredOnce(ctx, KEY, appoint, { name: 'Bình' })
    expect(await answeredOnce(ctx, KEY, appoint, { name: 'Bình' })).toEqual(first)
    expect(done).toBe(1)
    const entries = await ctx.db.selectFrom('audit_entry').select('operation').execute()
    expect(entries).toHaveLength(1)
  })

  test('is another command when another account sends it', async ({ as }) => {
    done = 0
    const first = await as({ name: 'first' })
    await answeredOnce(first, KEY, appoint, { name: 'Bình' })
    const second = await as({ name: 'second' })
    expect(await answeredOnce(second, KEY, appoint, { name: 'Hoa' })).toMatchObject({ number: 2 })
  })

  test('is refused when it asks for something else', async ({ ctx }) => {
    await answeredOnce(ctx, KEY, appoint, { name: 'Bình' })
    await expect(answeredOnce(ctx, KEY, appoint, { name: 'Hoa' })).rejects.toMatchObject({
      kind: 'conflict',
    })
  })

  test('is answered no more to an account that lost the right', async ({ ctx }) => {
    await answeredOnce(ctx, KEY, appoint, { name: 'Bình' })
    const demoted = { ...ctx, actor: { ...ctx.actor, role: 'cadre' } }
    await expect(answeredOnce(demoted, KEY, appoint, { name: 'Bình' })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })

  test('is done anew after a day', async ({ ctx }) => {
    done = 0
    await answeredOnce(ctx, KEY, appoint, { name: 'Bình' })
    await sql`update answered_command set answered_at = now() - interval '25 hours'`.execute(ctx.db)
    await answeredOnce(ctx, KEY, appoint, { name: 'Bình' })
    expect(done).toBe(2)
  })

  test('may be tried again after a refusal, in a transaction of its own', async ({ ctx }) => {
    await sql`savepoint request`.execute(ctx.db)
    await expect(
      answeredOnce(ctx, KEY, appoint, { name: 'Bình', refuse: true }),
    ).rejects.toMatchObject({ kind: 'conflict' })
    await sql`rollback to savepoint request`.execute(ctx.db)
    expect(await answeredOnce(ctx, KEY, appoint, { name: 'Bình' })).toMatchObject({ name: 'Bình' })
  })
})

describe('the key', () => {
  test('may be missing, but not be rubbish', () => {
    expect(keyOf({})).toBeUndefined()
    expect(keyOf({ 'idempotency-key': KEY })).toBe(KEY)
    expect(() => keyOf({ 'idempotency-key': 'ngắn' })).toThrow('Idempotency-Key')
  })
})
