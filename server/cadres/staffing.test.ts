import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { PEOPLE, UNITS } from '#server/cast.ts'
import { test } from '#server/testing.ts'
import { frame } from './frame.ts'
import { unitTree } from './staffing.ts'
import { unitPosts } from './unit-posts.ts'

const asOf = '2024-10-31'

describe('the tree of units', () => {
  test('counts each unit and everything under it', async ({ ctx }) => {
    const { rows } = await unitTree(ctx, { asOf })
    expect(rows.map(({ name }) => name)).toEqual([
      'Tỉnh Thử Nghiệm',
      'Sở Nội vụ',
      'Phòng Công chức',
      'Sở Y tế',
      'Huyện An Bình',
      'Phòng Nội vụ',
      'Xã An Hòa',
    ])
    const home = rows.find(({ id }) => id === UNITS.home.id)
    expect(home).toMatchObject({ parentId: 1, seats: 4, filled: 3, vacant: 1, people: 3 })
    expect(home?.subtree).toEqual({
      units: 2,
      seats: 10,
      filled: 5,
      vacant: 5,
      people: 5,
      quota: null,
    })
    expect(rows[0]?.subtree).toMatchObject({ units: 7, seats: 18, filled: 11, people: 11 })
  })

  test('stands as it stood: before an appointment the seat is empty', async ({ ctx }) => {
    const before = await unitTree(ctx, { asOf: '2024-01-14' })
    expect(before.rows[1]).toMatchObject({ filled: 1, vacant: 3 })
    const earlier = await unitTree(ctx, { asOf: '1999-12-31' })
    expect(earlier.rows).toEqual([])
  })

  test('moves a unit with its parent of that day', async ({ ctx }) => {
    await sql`update unit_parent set during = '[2000-01-01,2024-07-01)' where unit_id = 6`.execute(
      ctx.db,
    )
    await sql`insert into unit_parent values (6, 4, '[2024-07-01,)')`.execute(ctx.db)
    const of = async (day: string) => {
      const { rows } = await unitTree(ctx, { asOf: day })
      return rows.find(({ id }) => id === UNITS.health.id)?.subtree.people
    }
    expect(await of('2024-06-30')).toBe(2)
    expect(await of('2024-07-01')).toBe(3)
  })

  test('a post with too many holders never hides the vacancy of another', async ({ ctx }) => {
    await sql`update post set seats = 0 where id = 6`.execute(ctx.db)
    const { rows } = await unitTree(ctx, { asOf })
    expect(rows.find(({ id }) => id === UNITS.health.id)).toMatchObject({
      seats: 1,
      filled: 2,
      vacant: 0,
    })
  })

  test('gives the quota of the year', async ({ ctx }) => {
    await sql`insert into staffing_quota values (2, 'civil_servant', 2024, 40),
      (2, 'public_employee', 2024, 3), (3, 'civil_servant', 2024, 9)`.execute(ctx.db)
    const { rows } = await unitTree(ctx, { asOf })
    expect(rows[1]).toMatchObject({ quota: 43, subtree: { quota: 52 } })
    expect(rows[3]).toMatchObject({ quota: null })
  })

  test('does not pass hidden people off as empty seats', async ({ as }) => {
    const officer = await as({ role: 'unit_officer', scope: UNITS.home.scope })
    const { rows } = await unitTree(officer, { asOf })
    expect(rows[1]).toMatchObject({ filled: 3, subtree: { filled: 5 } })
    expect(rows[3]).toMatchObject({ seats: 4, filled: null, vacant: null, people: null })
    expect(rows[0]?.subtree.filled).toBeNull()
  })
})

describe('one unit', () => {
  test('shows posts in order of rank with the people in them', async ({ ctx }) => {
    const unit = await unitPosts(ctx, { id: '2', asOf })
    expect(unit.path.map(({ name }) => name)).toEqual(['Tỉnh Thử Nghiệm', 'Sở Nội vụ'])
    expect(unit.posts.map(({ name, seats, filled }) => [name, seats, filled])).toEqual([
      ['Giám đốc', 1, 1],
      ['Phó Giám đốc', 3, 2],
    ])
    expect(unit.posts[1]?.holders.map(({ cadreId, since }) => [cadreId, since])).toEqual([
      [PEOPLE.hoa, '2024-01-15'],
      [PEOPLE.nam, '2024-06-10'],
    ])
  })

  test('names people who serve there without a post', async ({ ctx }) => {
    await sql`update tenure set post_id = null, seat_no = null where cadre_id = ${PEOPLE.thu}`.execute(
      ctx.db,
    )
    const unit = await unitPosts(ctx, { id: UNITS.health.id, asOf })
    expect(unit.withoutPost.map(({ cadreId }) => cadreId)).toEqual([PEOPLE.thu])
    expect(unit).toMatchObject({ people: 2, filled: 1, vacant: 3 })
  })

  test('is not found on a day it did not exist', async ({ ctx }) => {
    await expect(unitPosts(ctx, { id: 2, asOf: '1999-01-01' })).rejects.toMatchObject({
      kind: 'not_found',
      message: expect.stringContaining('01/01/1999'),
    })
  })
})

describe('the frame', () => {
  test('counts seats of the Standing Committee by block and people outside it', async ({ ctx }) => {
    await sql`update unit set block = 'internal_affairs' where id = 2`.execute(ctx.db)
    await sql`update post set in_frame = false where id = 7`.execute(ctx.db)
    expect(await frame(ctx, { asOf })).toEqual({
      asOf,
      rows: [
        {
          block: 'internal_affairs',
          label: 'UBND: khối nội chính',
          seats: 4,
          filled: 3,
          vacant: 1,
        },
        { block: null, label: 'Chưa xếp khối', seats: 4, filled: 2, vacant: 2 },
      ],
      outside: 1,
    })
  })
})
