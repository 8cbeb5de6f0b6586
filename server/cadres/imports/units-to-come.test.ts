import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { PEOPLE } from '#server/cast.ts'
import type { Context } from '#server/kernel/context.ts'
import { test } from '#server/testing.ts'
import { commitImport } from './imports.ts'
import { undoImport } from './undo.ts'
import { properName } from './units-to-come.ts'

const SAMPLES = join(import.meta.dirname, '../../../samples')
const sample = (name: string) => ({
  name,
  bytes: new Uint8Array(readFileSync(join(SAMPLES, name))),
})
const COMMUNES = sample('Trich-ngang-can-bo-cap-xa-Lang-Son.xlsx')
const DEPARTMENT = sample('Danh-sach-cong-chuc-So-Noi-vu-Quang-Binh.xlsx')

/** A province as `province create` makes it: its root unit and nothing else. */
async function emptied(ctx: Context): Promise<void> {
  await sql`delete from cadre where id between ${PEOPLE.binh} and ${PEOPLE.duc}`.execute(ctx.db)
  for (const table of ['post', 'unit_parent'])
    await sql`delete from ${sql.table(table)}`.execute(ctx.db)
  await sql`delete from unit_name where unit_id > 1`.execute(ctx.db)
  await sql`delete from unit where id > 1`.execute(ctx.db)
}

const unitsOf = async ({ db }: Context) => {
  const { rows } = await sql<{ name: string; kind: string; parent: string | null }>`
    select n.name, u.kind, pn.name as parent from unit u join unit_name n on n.unit_id = u.id
    left join unit_parent p on p.unit_id = u.id left join unit_name pn on pn.unit_id = p.parent_id
    order by u.tree_from`.execute(db)
  return rows
}

describe('the first list of a new province', () => {
  test('brings the communes its sections name', async ({ ctx }) => {
    await emptied(ctx)
    const answer = await commitImport(ctx, { file: COMMUNES })
    expect(answer.accepted).toBeGreaterThan(8)
    expect(answer.newUnits).toContain('Xã Vân Nham')
    const units = await unitsOf(ctx)
    expect(units.find(({ name }) => name === 'Xã Vân Nham')).toMatchObject({
      kind: 'commune',
      parent: 'Tỉnh Thử Nghiệm',
    })
  })

  test('puts divisions below the agency of the letterhead', async ({ ctx }) => {
    await emptied(ctx)
    const { accepted, newUnits } = await commitImport(ctx, { file: DEPARTMENT })
    expect(accepted).toBeGreaterThan(6)
    expect(newUnits).toContain('Sở Nội vụ')
    const divisions = (await unitsOf(ctx)).filter(({ kind }) => kind === 'division')
    expect(divisions.length).toBeGreaterThan(1)
    expect(new Set(divisions.map(({ parent }) => parent))).toEqual(new Set(['Sở Nội vụ']))
  })

  test('twice changes nothing, and undone leaves the province bare again', async ({ ctx }) => {
    await emptied(ctx)
    const { importId } = await commitImport(ctx, { file: COMMUNES })
    expect(await commitImport(ctx, { file: COMMUNES })).toMatchObject({ accepted: 0, newUnits: [] })
    await undoImport(ctx, { importId: importId ?? 0 })
    expect((await unitsOf(ctx)).map(({ kind }) => kind)).toEqual(['province'])
  })
})

describe('a province that has its units', () => {
  test('is not given others by a slip of the pen, unless told so', async ({ ctx }) => {
    const refused = await commitImport(ctx, { file: COMMUNES })
    expect(refused).toMatchObject({ newUnits: [] })
    const told = await commitImport(ctx, { file: COMMUNES, createUnits: true, dryRun: true })
    expect(told.newUnits).toContain('Xã Vân Nham')
  })
})

describe('names', () => {
  test.for([
    ['XÃ VÂN NHAM', 'Xã Vân Nham'],
    ['UBND xã Hữu Lũng', 'Xã Hữu Lũng'],
    ['SỞ NỘI VỤ', 'Sở Nội vụ'],
    ['THỊ TRẤN ĐỒNG ĐĂNG', 'Thị trấn Đồng Đăng'],
    ['Phòng Tổ chức cán bộ', 'Phòng Tổ chức cán bộ'],
  ] as const)('%s is written %s', ([said, written]) => {
    expect(properName(said)).toBe(written)
  })
})
