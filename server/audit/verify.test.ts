import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import type { Context } from '#server/kernel/context.ts'
import { test } from '#server/testing.ts'
import { appendAudit } from './append.ts'
import { auditExport, auditHead } from './export.ts'
import { auditVerification } from './verify.ts'

const FOLDER = mkdtempSync(join(tmpdir(), 'ngangtam-audit-'))
const VERIFIER = join(import.meta.dirname, '../../tools/verify-audit.mjs')

/** Five entries, then what someone with the whole database in hand does to them. */
async function tampered(ctx: Context, ...statements: string[]): Promise<void> {
  for (const rows of [1, 2, 3, 4, 5]) {
    await appendAudit(ctx, 'cadres.import', { rows }, { caseRef: `import:${rows}`, cadreId: rows })
  }
  await sql`set local role none`.execute(ctx.db)
  for (const statement of statements) await sql.raw(statement).execute(ctx.db)
}

const run = (args: string[]) =>
  execFileSync(process.execPath, [VERIFIER, ...args], { encoding: 'utf8', stdio: 'pipe' })

function independently(...args: string[]): unknown {
  try {
    return JSON.parse(run(args))
  } catch (error) {
    return JSON.parse((error as { stdout: string }).stdout)
  }
}

/** Both programs on the same chain: this one in the database, the other on the export alone. */
async function bothOn(ctx: Context, seals: { entries: number; hash: string; at: string }[] = []) {
  const sealed = seals.map((seal) => ({ ...seal, province: ctx.province.code }))
  const { why, ...own } = await auditVerification(ctx, { seals: sealed })
  const { bytes } = await auditExport(ctx, {})
  const [file, sealFile] = [join(FOLDER, 'chain.ndjson'), join(FOLDER, 'seals.ndjson')]
  writeFileSync(file, bytes)
  writeFileSync(sealFile, sealed.map((seal) => `${JSON.stringify(seal)}\n`).join(''))
  return { own, why, other: independently(file, '--seals', sealFile) }
}

/** What the export itself adds would close the gap a cut tail leaves, so the head is put back. */
const CUT_WITH_HEAD = [
  'delete from audit_entry where id > 3',
  'update audit_head set entries = 3, hash = (select hash from audit_entry where id = 3)',
]

describe('verifying the chain', () => {
  test('an untouched chain is intact, for both programs', async ({ ctx }) => {
    await tampered(ctx)
    const { own, other, why } = await bothOn(ctx)
    expect(own).toEqual({ entries: 5, intact: true, firstBroken: null })
    expect(other).toEqual(own)
    expect(why).toBeNull()
  })

  test('an empty chain is intact', async ({ ctx }) => {
    const { own, other } = await bothOn(ctx)
    expect(own).toEqual({ entries: 0, intact: true, firstBroken: null })
    expect(other).toEqual(own)
  })

  const NUMBERS: Record<string, string> = { id: '9', cadre_id: '9' }
  test.for([
    'at',
    'actor',
    'actor_name',
    'actor_position',
    'operation',
    'cadre_id',
    'case_ref',
    'input',
    'previous_hash',
    'hash',
  ])('one changed field is found: %s', async (field, { ctx }) => {
    const value = NUMBERS[field] ?? `'x'`
    await tampered(ctx, `update audit_entry set ${field} = ${value} where id = 3`)
    const { own, other } = await bothOn(ctx)
    expect(own).toEqual({ entries: 5, intact: false, firstBroken: 3 })
    expect(other).toEqual(own)
  })

  test.for([
    ['a changed act', 3, `update audit_entry set act = 'view' where id = 3`],
    ['a deleted row', 2, 'delete from audit_entry where id = 2'],
    ['the first row deleted', 1, 'delete from audit_entry where id = 1'],
    [
      'two rows swapped',
      2,
      'update audit_entry set id = 99 where id = 2; update audit_entry set id = 2 where id = 4; update audit_entry set id = 4 where id = 99',
    ],
    ['a cut tail', 4, 'delete from audit_entry where id > 3'],
    ['a changed head', 5, `update audit_head set hash = 'x'`],
  ] as const)('found: %s', async ([, firstBroken, statements], { ctx }) => {
    await tampered(ctx, ...statements.split(';'))
    const { own, other } = await bothOn(ctx)
    expect(own).toMatchObject({ intact: false, firstBroken })
    expect(other).toEqual(own)
  })

  test('a tail cut together with its head is found by a seal kept outside', async ({ ctx }) => {
    await tampered(ctx)
    const seal = await auditHead(ctx, {})
    for (const statement of CUT_WITH_HEAD) await sql.raw(statement).execute(ctx.db)
    const { own, other, why } = await bothOn(ctx, [seal])
    expect(own).toEqual({ entries: 3, intact: false, firstBroken: 4 })
    expect(other).toEqual(own)
    expect(why).toContain('Niêm phong')
  })

  test('a chain written anew from the start is found by a seal kept outside', async ({ ctx }) => {
    await tampered(ctx)
    const seal = await auditHead(ctx, {})
    await sql`delete from audit_entry`.execute(ctx.db)
    await sql`update audit_head set entries = 0, hash = ''`.execute(ctx.db)
    for (let rows = 0; rows < 6; rows++) await appendAudit(ctx, 'cadres.import', { rows: 7 })
    const { own, other } = await bothOn(ctx, [seal])
    expect(own).toEqual({ entries: 6, intact: false, firstBroken: 5 })
    expect(other).toEqual(own)
  })

  test('the seal of another province says nothing about this one', async ({ ctx }) => {
    await tampered(ctx)
    const seal = { province: 'khac', entries: 9, hash: 'x', at: 't' }
    expect(await auditVerification(ctx, { seals: [seal] })).toMatchObject({ intact: true })
  })

  test('who sees a part of the chain is not told it is broken', async ({ ctx, as }) => {
    await tampered(ctx)
    const narrow = await as({ scope: { from: 2, to: 3 } })
    await expect(auditVerification(narrow, {})).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(auditExport(narrow, {})).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('the export is itself an entry', async ({ ctx }) => {
    await tampered(ctx)
    await auditExport(ctx, {})
    const last = await ctx.db
      .selectFrom('audit_entry')
      .select(['operation', 'act'])
      .orderBy('id', 'desc')
      .executeTakeFirst()
    expect(last).toEqual({ operation: 'audit.export', act: 'export' })
  })

  test('the verifier imports nothing but Node', () => {
    const imported = [...readFileSync(VERIFIER, 'utf8').matchAll(/from '([^']+)'/g)]
    expect(imported.filter(([, path = '']) => !path.startsWith('node:'))).toEqual([])
  })
})
