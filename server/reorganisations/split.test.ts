import { describe, expect } from 'vitest'
import { test } from '#server/testing.ts'
import { previewPlan } from './preview.ts'

const HEADER = { title: 'Tách sở', effective_on: '2025-03-01', legal_basis: 'Nghị quyết' }
const LABOUR = { name: 'Sở Lao động', code: 'ld' }
const HOME = { name: 'Sở Nội vụ và Tôn giáo', code: 'nv' }

type Parts = {
  into: object
  titles?: string[]
  units?: string[]
  people?: string[]
  rest?: boolean
}[]

const split = (parts: Parts, ends = true) =>
  ({ ...HEADER, steps: [{ kind: 'split', unit: 'u2', ends, parts }] }) as never

describe('a split', () => {
  test('sends posts with their holders by title, and the rest to the part that takes it', async ({
    ctx,
  }) => {
    const seen = await previewPlan(
      ctx,
      split([
        { into: LABOUR, titles: ['deputy_director'] },
        { into: HOME, units: ['u3'], rest: true },
      ]),
    )
    const where = seen.people.moved.map(({ name, toUnit, toTitle }) => [name, toUnit, toTitle])
    expect(where).toEqual([
      ['Lê Thị Hoa', 'Sở Lao động', 'Phó Giám đốc'],
      ['Hoàng Nam', 'Sở Lao động', 'Phó Giám đốc'],
      ['Trần Văn Bình', 'Sở Nội vụ và Tôn giáo', 'Giám đốc'],
    ])
    const after = Object.fromEntries(seen.units.map(({ code, after }) => [code, after]))
    expect(after.ld).toMatchObject({ people: 2, seats: 3, vacant: 1 })
    expect(after.nv).toMatchObject({ people: 1, seats: 1, vacant: 0 })
    expect(after.u3?.parent).toBe('Sở Nội vụ và Tôn giáo')
    expect(after.u2).toBeNull()
    expect(seen.posts.after.seats).toBe(seen.posts.before.seats)
  })

  test('without a part for the rest the first takes it', async ({ ctx }) => {
    const seen = await previewPlan(
      ctx,
      split([{ into: LABOUR }, { into: HOME, titles: ['deputy_director'] }]),
    )
    const binh = seen.people.moved.find(({ name }) => name === 'Trần Văn Bình')
    expect(binh?.toUnit).toBe('Sở Lao động')
  })

  test('of a unit that goes on takes the named posts out of it', async ({ ctx }) => {
    const seen = await previewPlan(
      ctx,
      split([{ into: LABOUR, titles: ['deputy_director'] }], false),
    )
    const after = Object.fromEntries(seen.units.map(({ code, after }) => [code, after]))
    expect(after.u2).toMatchObject({ people: 1, seats: 1 })
    expect(after.ld).toMatchObject({ people: 2, seats: 3 })
  })

  test('is refused where a title is named twice or unknown, or two parts take the rest', async ({
    ctx,
  }) => {
    const wrong: [Parts, RegExp][] = [
      [
        [
          { into: LABOUR, titles: ['deputy_director'] },
          { into: HOME, titles: ['deputy_director'] },
        ],
        /đã giao cho một phần khác/,
      ],
      [[{ into: LABOUR, people: ['TN-000006'] }], /TN-000006 không có chức vụ ở Sở Nội vụ/],
      [[{ into: LABOUR, titles: ['commune_chair'] }], /không có chức danh mã “commune_chair”/],
      [
        [
          { into: LABOUR, rest: true },
          { into: HOME, rest: true },
        ],
        /Phần còn lại chỉ về một đơn vị/,
      ],
    ]
    for (const [parts, message] of wrong)
      await expect(previewPlan(ctx, split(parts))).rejects.toThrow(message)
  })
})
