import { describe, expect, test as plain } from 'vitest'
import { PEOPLE, UNITS } from '#server/cast.ts'
import { test } from '#server/testing.ts'
import { type CaseRoles, conflictsAmong, conflictsIn } from './conflicts.ts'
import { confirmKinship, declareKinship, recuse } from './kinship.ts'
import { kinshipOf } from './kinship-of.ts'
import { relativesInPosts } from './relatives-in-posts.ts'

const RULES = {
  relations: new Map([
    ['spouse', { label: 'vợ hoặc chồng', inverse: 'spouse' }],
    ['parent', { label: 'cha hoặc mẹ đẻ', inverse: 'child' }],
    ['child', { label: 'con đẻ', inverse: 'parent' }],
  ]),
  relationsClause: '172 Đ2.11',
  dutiesClause: '114',
}
const kin = (cadreId: number, relativeId: number, relation: string) => ({
  cadreId,
  relativeId,
  relation,
})

describe('who must keep out of a case', () => {
  plain.each([
    ['three different strangers', { propose: 2, appraise: 3, decide: 4 }, [], []],
    ['one person proposes and decides', { propose: 2, decide: 2 }, [], ['two_duties']],
    ['the candidate proposes', { propose: 1, decide: 2 }, [], ['own_case']],
    [
      'the candidate appraises and decides',
      { appraise: 1, decide: 1 },
      [],
      ['two_duties', 'own_case'],
    ],
    ['a spouse decides', { decide: 2 }, [kin(1, 2, 'spouse')], ['relative']],
    ['a spouse who declared it decides', { decide: 2 }, [kin(2, 1, 'spouse')], ['relative']],
    ['a child appraises', { appraise: 3 }, [kin(1, 3, 'child')], ['relative']],
    ['a relation the law does not name', { decide: 2 }, [kin(1, 2, 'neighbour')], []],
    ['relatives among those who act', { propose: 2, decide: 3 }, [kin(2, 3, 'spouse')], []],
  ] as [string, CaseRoles['duties'], ReturnType<typeof kin>[], string[]][])(
    '%s',
    (_, duties, known, rules) => {
      const found = conflictsAmong({ candidateId: 1, duties }, known, RULES, (id) => `Người ${id}`)
      expect(found.map(({ rule }) => rule)).toEqual(rules)
      expect(found.every(({ clause }) => clause.startsWith('114'))).toBe(true)
    },
  )

  plain('the relation reads from the candidate, whoever declared it', () => {
    const roles = { candidateId: 1, duties: { decide: 2 } }
    const [declaredByOther] = conflictsAmong(roles, [kin(2, 1, 'child')], RULES, String)
    expect(declaredByOther?.says).toContain('2 là cha hoặc mẹ đẻ của 1')
  })
})

const FAMILY = {
  cadreId: PEOPLE.binh,
  relativeId: PEOPLE.thu,
  relation: 'spouse',
  declaredOn: '2024-01-10',
}

describe('kinship on record', () => {
  test('stops a relative whose record another unit keeps, from the day declared', async ({
    ctx,
    as,
  }) => {
    await declareKinship(ctx, FAMILY)
    const roles = { candidateId: PEOPLE.thu, duties: { decide: PEOPLE.binh } }
    expect(await conflictsIn(ctx, roles, '2024-01-09')).toEqual([])
    const scoped = await as({ role: 'unit_officer', scope: UNITS.health.scope })
    const [violation] = await conflictsIn(scoped, roles, '2024-10-31')
    expect(violation?.says).toContain('Trần Văn Bình là vợ hoặc chồng của Ngô Thị Thu')
    expect(violation?.clause).toContain('172/2025/NĐ-CP · Điều 2 khoản 11')
  })

  test('is declared once, in the words of the law, by who keeps the records', async ({
    ctx,
    as,
  }) => {
    await expect(declareKinship(ctx, { ...FAMILY, relation: 'friend' })).rejects.toThrow('spouse')
    await declareKinship(ctx, FAMILY)
    await expect(declareKinship(ctx, FAMILY)).rejects.toMatchObject({ kind: 'conflict' })
    const scoped = await as({ role: 'unit_officer', scope: UNITS.home.scope })
    await expect(relativesInPosts(scoped, {})).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('warns of relatives in posts', async ({ ctx }) => {
    const declare = (cadreId: number, relativeId: number, relation: string) =>
      declareKinship(ctx, { cadreId, relativeId, relation, declaredOn: '2024-01-10' })
    await declare(PEOPLE.binh, PEOPLE.hoa, 'sibling')
    await declare(PEOPLE.dung, PEOPLE.binh, 'parent')
    await declare(PEOPLE.quang, PEOPLE.mai, 'spouse')
    await declare(PEOPLE.quang, PEOPLE.son, 'sibling')
    await declare(PEOPLE.minh, PEOPLE.lan, 'spouse')
    const { rows } = await relativesInPosts(ctx, {})
    expect(
      rows.map((row) => [row.rule, row.above.cadreId, row.relative.cadreId, row.relation]),
    ).toEqual([
      ['heads_unit', PEOPLE.binh, PEOPLE.dung, 'con đẻ'],
      ['same_leadership', PEOPLE.binh, PEOPLE.hoa, 'anh, chị, em ruột'],
    ])
  })

  test('opens for a reason, from both sides, and is confirmed once', async ({ ctx, as }) => {
    const { id } = await declareKinship(ctx, { ...FAMILY, relation: 'parent' })
    const asked = { id: PEOPLE.thu, reason: 'thẩm tra hồ sơ bổ nhiệm' }
    await expect(kinshipOf(ctx, { ...asked, reason: 'xem' })).rejects.toThrow('ít nhất 10 ký tự')
    const { declared, clause } = await kinshipOf(ctx, asked)
    expect(clause).toContain('Điều 2 khoản 11')
    expect(declared).toMatchObject([
      { name: 'Trần Văn Bình', relation: 'con đẻ', confirmedOn: null, byRelative: true },
    ])
    const early = { id, confirmedOn: '2024-01-09' }
    await expect(confirmKinship(ctx, early)).rejects.toThrow('10/01/2024')
    await confirmKinship(ctx, { id, confirmedOn: '2024-02-01' })
    await expect(confirmKinship(ctx, { id, confirmedOn: '2024-02-01' })).rejects.toMatchObject({
      kind: 'conflict',
    })
    const own = await kinshipOf(ctx, { ...asked, id: PEOPLE.binh })
    expect(own.declared[0]).toMatchObject({ relation: 'cha hoặc mẹ đẻ', confirmedOn: '2024-02-01' })
    const inspector = await as({ role: 'inspector' })
    await expect(kinshipOf(inspector, asked)).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('names people who have a record', async ({ ctx }) => {
    const stranger = declareKinship(ctx, { ...FAMILY, relativeId: 999 })
    await expect(stranger).rejects.toMatchObject({ kind: 'not_found' })
    const kept = { cadreId: 999, caseRef: 'appointment:3', reason: 'Vợ là người được xem xét' }
    await expect(recuse(ctx, kept)).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('a recusal is kept once for a case', async ({ ctx }) => {
    const kept = {
      cadreId: PEOPLE.binh,
      caseRef: 'appointment:3',
      reason: 'Vợ là người được xem xét',
    }
    await recuse(ctx, kept)
    await expect(recuse(ctx, kept)).rejects.toMatchObject({ kind: 'conflict' })
  })
})
