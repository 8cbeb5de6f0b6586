import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { test } from '#server/testing.ts'
import { appendAudit, chained } from './append.ts'

describe('the audit chain', () => {
  test('each entry covers the one before it', async ({ ctx }) => {
    await appendAudit(ctx, 'cadres.import', { rows: 3 })
    await appendAudit(ctx, 'cadres.undo_import', { importId: 1 })
    const entries = await ctx.db.selectFrom('audit_entry').selectAll().orderBy('id').execute()
    let previous = ''
    for (const entry of entries) {
      expect(entry.previous_hash).toBe(previous)
      expect(entry.hash).toBe(chained(previous, entry))
      previous = entry.hash
    }
    expect(entries).toHaveLength(2)
  })

  test('fields cannot be shifted into each other', () => {
    const entry = {
      id: 1,
      at: 't',
      actor: 'ab',
      actor_name: 'c',
      actor_position: null,
      operation: 'd',
      act: 'view',
      cadre_id: 5,
      case_ref: null,
      input: '',
    }
    const hash = chained('', entry)
    expect(chained('', { ...entry, actor: 'a', actor_name: 'bc' })).not.toBe(hash)
    expect(chained('', { ...entry, actor_position: '' })).not.toBe(hash)
    expect(chained('', { ...entry, cadre_id: null, case_ref: '5' })).not.toBe(hash)
  })

  test('keeps no password, no identity number and no file, but the hash of the file', async ({
    ctx,
  }) => {
    await appendAudit(ctx, 'access.remove_second_factor', {
      password: 'bi-mat',
      code: 'abcd-efgh',
      row: { national_id: '001086000123' },
      file: { name: 'a.xlsx', bytes: new Uint8Array([1, 2]) },
    })
    const { input } = await ctx.db
      .selectFrom('audit_entry')
      .select('input')
      .executeTakeFirstOrThrow()
    expect(input).not.toContain('bi-mat')
    expect(input).not.toMatch(/001086000123|abcd-efgh/)
    expect(JSON.parse(input).file).toMatchObject({
      name: 'a.xlsx',
      bytes: 2,
      sha256: expect.any(String),
    })
  })

  test.for([
    'update audit_entry set actor = $$x$$',
    'delete from audit_entry',
    'truncate audit_entry',
  ])('the application cannot: %s', async (statement, { ctx }) => {
    await sql`savepoint before`.execute(ctx.db)
    await expect(sql.raw(statement).execute(ctx.db)).rejects.toThrow(/permission denied/)
    await sql`rollback to savepoint before`.execute(ctx.db)
  })
})
