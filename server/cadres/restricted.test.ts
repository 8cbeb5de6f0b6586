import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { onClosedTables } from '#server/access/closed-tables.ts'
import { PEOPLE, UNITS } from '#server/cast.ts'
import type { Actor, Context } from '#server/kernel/context.ts'
import { routes } from '#server/routes.ts'
import { test } from '#server/testing.ts'
import { importFile } from './imports/imports.ts'
import { SECTIONS } from './record/dictionary.ts'
import { restrictedGroup, restrictedGroups } from './record/restricted-groups.ts'
import { cadreList } from './roster.ts'
import { cadreExport } from './roster-sheet.ts'

const NUMBER = '020186004711'
const PHONE = '0912004711'
const REASON = 'thẩm tra hồ sơ bổ nhiệm'
const ASKED = { id: PEOPLE.hoa, group: 'identity_numbers' }

async function withNumbers(ctx: Context): Promise<Context> {
  await ctx.db
    .insertInto('cadre_private')
    .values({ cadre_id: PEOPLE.hoa, national_id: NUMBER, phone: PHONE })
    .execute()
  return ctx
}

const READERS: Record<string, Partial<Actor>> = {
  'province officer': {},
  'unit officer': { name: 'so', role: 'unit_officer', scope: UNITS.home.scope },
  'the person': {
    name: 'hoa',
    role: 'cadre',
    scope: { from: -1, to: -1 },
    cadreId: PEOPLE.hoa,
  },
}

const looks = async ({ db }: Context) => {
  await sql`set local role none`.execute(db)
  return db.selectFrom('audit_entry').select(['act', 'cadre_id', 'input', 'actor']).execute()
}

describe('a restricted group', () => {
  test('opens for a reason, and the look stays in the log with it', async ({ ctx }) => {
    const { values } = await restrictedGroup(await withNumbers(ctx), { ...ASKED, reason: REASON })
    expect(values).toContainEqual({ column: 'national_id', label: 'Số căn cước', value: NUMBER })
    expect(values).toContainEqual({ column: 'email', label: 'Thư điện tử', value: null })
    const [look, ...more] = await looks(ctx)
    expect(more).toEqual([])
    expect(look).toMatchObject({ act: 'view', cadre_id: PEOPLE.hoa })
    expect(JSON.parse(look?.input ?? '')).toMatchObject({ reason: REASON })
    expect(look?.input).not.toContain(NUMBER)
  })

  test.for(['', 'xem', '         x         '])(
    'stays shut for the reason “%s”',
    async (reason, { ctx }) => {
      await expect(restrictedGroup(ctx, { ...ASKED, reason })).rejects.toMatchObject({
        kind: 'invalid',
        message: expect.stringContaining('lý do'),
      })
      expect(await looks(ctx)).toEqual([])
    },
  )

  test('of one’s own record needs no reason, and is logged as well', async ({ ctx, as }) => {
    await withNumbers(ctx)
    const person = await as(READERS['the person'] ?? {})
    const { values } = await restrictedGroup(person, ASKED)
    expect(values.map(({ value }) => value)).toContain(PHONE)
    expect(await looks(ctx)).toMatchObject([{ actor: 'hoa', cadre_id: PEOPLE.hoa }])
  })

  test('of a record out of sight is not even refused, but not found', async ({ as }) => {
    const officer = await as({ role: 'unit_officer', scope: UNITS.health.scope })
    const asked = restrictedGroup(officer, { ...ASKED, reason: REASON })
    await expect(asked).rejects.toMatchObject({ kind: 'not_found' })
    await expect(restrictedGroups(officer, { id: PEOPLE.hoa })).rejects.toMatchObject({
      kind: 'not_found',
    })
  })

  test('a grant of the own record opens no other', async ({ ctx, as }) => {
    await onClosedTables(ctx, (db) =>
      sql`update column_group_grant set own_record_only = true where role = 'unit_officer'`.execute(
        db,
      ),
    )
    const officer = await as({ ...READERS['unit officer'], cadreId: PEOPLE.binh })
    await expect(restrictedGroup(officer, { ...ASKED, reason: REASON })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    const own = await restrictedGroup(officer, { ...ASKED, id: PEOPLE.binh })
    expect(own.values).toHaveLength(Object.keys(SECTIONS.identity_numbers.columns).length)
  })

  test('closes the day its grant ends, and the lock says whom to ask', async ({ ctx }) => {
    await onClosedTables(ctx, (db) =>
      sql`update column_group_grant set during = '[2000-01-01,2024-10-31)'
        where role = 'province_officer'`.execute(db),
    )
    await expect(restrictedGroup(ctx, { ...ASKED, reason: REASON })).rejects.toMatchObject({
      kind: 'forbidden',
      message: expect.stringContaining('Cán bộ tổ chức của đơn vị'),
    })
    const groups = await restrictedGroups(ctx, { id: PEOPLE.hoa })
    expect(groups.find(({ group }) => group === 'identity_numbers')).toMatchObject({
      access: 'none',
      ask: expect.stringContaining('gửi đề nghị'),
    })
    expect(groups.find(({ group }) => group === 'ballots')?.access).toBe('none')
    expect(await looks(ctx)).toEqual([])
  })

  test('whoever holds no grant gets no original list either: it carries the numbers', async ({
    as,
  }) => {
    const inspector = await as({ role: 'inspector' })
    await expect(importFile(inspector, { importId: 1 })).rejects.toMatchObject({
      kind: 'forbidden',
      details: { group: 'identity_numbers' },
    })
  })

  test('a group the house does not know is not offered', async ({ ctx }) => {
    const asked = restrictedGroup(ctx, { id: PEOPLE.hoa, group: 'secrets', reason: REASON })
    await expect(asked).rejects.toMatchObject({ kind: 'invalid' })
  })
})

/** The shapes of Directus CVE-2025-30352 and OrangeHRM #1173: hidden columns asked for sideways. */
describe('a column one may not read', () => {
  test.for([NUMBER, PHONE, NUMBER.slice(0, 6)])('is not searched: %s', async (q, { ctx }) => {
    await withNumbers(ctx)
    expect(await cadreList(ctx, { q })).toMatchObject({ total: 0, rows: [] })
  })

  test.for(['national_id', 'nationalId', 'phone', 'c.phone'])(
    'is no filter, no sort: %s',
    async (column, { ctx }) => {
      const asked = (input: object) => cadreList(ctx, input as Parameters<typeof cadreList>[1])
      await expect(asked({ sort: column })).rejects.toMatchObject({ kind: 'invalid' })
      await expect(asked({ [column]: NUMBER })).rejects.toMatchObject({ kind: 'invalid' })
      await expect(asked({ gap: column })).rejects.toMatchObject({ kind: 'invalid' })
    },
  )

  test('is in no export', async ({ ctx }) => {
    const { bytes } = await cadreExport(await withNumbers(ctx), {})
    const parts = Object.values(unzipSync(bytes)).map((part) => strFromU8(part))
    expect(parts.join('')).toContain('Lê Thị Hoa')
    expect(parts.join('')).not.toMatch(`${NUMBER}|${PHONE}`)
  })

  test.for(Object.keys(READERS))(
    'comes back from no other question: %s',
    async (reader, { ctx, as }) => {
      await withNumbers(ctx)
      const actor = await as(READERS[reader] ?? {})
      const questions = Object.entries(routes).filter(
        ([, { kind, operation }]) => kind !== 'command' && operation !== 'cadres.restricted_group',
      )
      let answered = 0
      for (const [route, ask] of questions) {
        for (const input of [{}, { id: PEOPLE.hoa }, { id: UNITS.home.id }, { id: 'LS-T1' }]) {
          await sql`savepoint asked`.execute(ctx.db)
          const answer = await (ask as (ctx: Context, input: object) => Promise<unknown>)(
            actor,
            input,
          ).catch(() => null)
          await sql`rollback to savepoint asked`.execute(ctx.db)
          if (answer === null) continue
          answered += 1
          expect(JSON.stringify(answer), route).not.toMatch(`${NUMBER}|${PHONE}`)
        }
      }
      expect(answered).toBeGreaterThan(8)
    },
  )

  test('is named in the imports that write it, where numbers are compared, and nowhere else', () => {
    const server = join(import.meta.dirname, '..')
    const naming = readdirSync(server, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !/\.(test|generated)\.ts$/.test(file))
      .filter((file) => /cadre_private|national_id/.test(readFileSync(join(server, file), 'utf8')))
      .filter((file) => !file.startsWith('cadres/imports/') && !file.startsWith('seed/'))
    // The dictionary, whose restricted sections are read by grant and reason; and the search for
    // records kept twice, which compares two numbers and says only that they are one.
    expect(naming.toSorted()).toEqual([
      'cadres/duplicates.ts',
      'cadres/record/sections-of-identity.ts',
    ])
  })
})
