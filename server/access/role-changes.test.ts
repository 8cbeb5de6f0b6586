import { describe, expect } from 'vitest'
import { PEOPLE } from '#server/cast.ts'
import type { Actor } from '#server/kernel/context.ts'
import { routes } from '#server/routes.ts'
import { test } from '#server/testing.ts'
import { addRole } from './add-role.ts'
import { endColumnGroup, grantColumnGroup } from './column-group-grants.ts'
import { roleList } from './role-list.ts'
import { endRight, grantRight } from './role-rights.ts'

const ADMIN: Partial<Actor> = { name: 'quan-tri', role: 'admin', scope: { from: -1, to: -1 } }
const GIVEN = {
  role: 'unit_officer',
  right: 'imports.see',
  from: '2024-10-31',
  decisionNo: '15/QĐ-BTC',
}
const importsOf = routes['GET /imports']

describe('a right of a role', () => {
  test('opens its operations from its day, and closes them from its end', async ({ as }) => {
    const officer = { role: 'unit_officer', scope: { from: 4, to: 4 } }
    await expect(importsOf(await as(officer), {})).rejects.toMatchObject({ kind: 'forbidden' })
    const { id } = await grantRight(await as(ADMIN), GIVEN)
    await expect(importsOf(await as(officer), {})).resolves.toBeDefined()
    const end = { id, endedOn: '2024-11-30', decisionNo: '16/QĐ-BTC' }
    await endRight(await as(ADMIN), end)
    await expect(importsOf(await as(officer), {})).resolves.toBeDefined()
    const later = { ...(await as(officer)), today: '2024-11-30' }
    await expect(importsOf(later, {})).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('is given once for a day, and ended once', async ({ as }) => {
    const admin = await as(ADMIN)
    const { id } = await grantRight(admin, GIVEN)
    const again = { ...GIVEN, decisionNo: '17/QĐ-BTC' }
    await expect(grantRight(admin, again)).rejects.toThrow('từ 31/10/2024 theo 15/QĐ-BTC')
    const end = { id, endedOn: '2024-12-01', decisionNo: '18/QĐ-BTC' }
    await expect(endRight(admin, { ...end, endedOn: '2024-10-31' })).rejects.toThrow('phải sau')
    await endRight(admin, end)
    await expect(endRight(admin, end)).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('changes no day gone by', async ({ as }) => {
    const admin = await as(ADMIN)
    const before = { ...GIVEN, from: '2024-10-30' }
    await expect(grantRight(admin, before)).rejects.toThrow('những ngày đã qua')
    await expect(grantRight(admin, { ...GIVEN, to: GIVEN.from })).rejects.toThrow('phải sau')
    await expect(grantRight(admin, { ...GIVEN, right: 'records.burn' })).rejects.toMatchObject({
      kind: 'not_found',
    })
    await expect(grantRight(admin, { ...GIVEN, role: 'king' })).rejects.toMatchObject({
      kind: 'not_found',
    })
  })
})

describe('what is kept apart', () => {
  test('nobody changes the role they hold', async ({ as }) => {
    const admin = await as(ADMIN)
    const own = { ...GIVEN, role: 'admin', right: 'units.see' }
    await expect(grantRight(admin, own)).rejects.toThrow('không ai tự đổi quyền')
    const { rights } = await roleList(admin, {})
    const held = rights.flatMap(({ held }) => held).find(({ role }) => role === 'admin')
    const end = { id: held?.id ?? 0, endedOn: '2025-01-01', decisionNo: '1' }
    await expect(endRight(admin, end)).rejects.toMatchObject({ kind: 'against_rule' })
  })

  test('a role of accounts opens no record, a role of records keeps no account', async ({ as }) => {
    const admin = await as(ADMIN)
    const { code } = await addRole(admin, {
      label: 'Quản trị dự phòng',
      sees: 'none',
      from: GIVEN.from,
      decisionNo: GIVEN.decisionNo,
    })
    const spare = { ...GIVEN, role: code }
    await expect(grantRight(admin, { ...spare, right: 'records.see' })).rejects.toThrow(
      'không được giao quyền mở hồ sơ',
    )
    await grantRight(admin, { ...spare, right: 'accounts.decide' })
    const other = { ...GIVEN, role: 'inspector', right: 'accounts.decide' }
    await expect(grantRight(admin, other)).rejects.toThrow('không xem hồ sơ')
    const group = { role: code, group: 'health', from: GIVEN.from, decisionNo: GIVEN.decisionNo }
    await expect(grantColumnGroup(admin, group)).rejects.toThrow('trông coi tài khoản')
  })

  test('an inspector is given nothing that changes', async ({ as }) => {
    const asked = { ...GIVEN, role: 'inspector', right: 'imports.decide' }
    await expect(grantRight(await as(ADMIN), asked)).rejects.toThrow('chỉ xem')
  })

  test('the own account cannot be taken from a role', async ({ as }) => {
    const admin = await as(ADMIN)
    const { rights } = await roleList(admin, {})
    const own = rights.find(({ code }) => code === 'own_account.decide')?.held
    const id = own?.find(({ role }) => role === 'cadre')?.id ?? 0
    const end = { id, endedOn: '2025-01-01', decisionNo: '1' }
    await expect(endRight(admin, end)).rejects.toThrow('khóa tài khoản')
  })

  test('only an administrator changes roles; the officer reads them', async ({ ctx }) => {
    await expect(grantRight(ctx, GIVEN)).rejects.toMatchObject({ kind: 'forbidden' })
    const { roles, rights } = await roleList(ctx, {})
    expect(roles.map(({ code, own }) => [code, own])).toEqual([
      ['province_officer', true],
      ['inspector', false],
      ['unit_officer', false],
      ['unit_head', false],
      ['cadre', false],
      ['admin', false],
    ])
    expect(rights.length).toBeGreaterThan(15)
  })
})

describe('a role of the province’s own', () => {
  const OWN = {
    label: 'Thẩm định hồ sơ',
    sees: 'unit',
    from: '2024-11-01',
    decisionNo: '20/QĐ',
  } as const

  test('begins on its day with the own account, under a name of its own', async ({ as }) => {
    const admin = await as(ADMIN)
    expect(await addRole(admin, OWN)).toEqual({ code: 'tham_dinh_ho_so' })
    await expect(addRole(admin, OWN)).rejects.toMatchObject({ kind: 'conflict' })
    const on = async (asOf: string) =>
      (await roleList(admin, { asOf })).roles.map(({ label }) => label)
    expect(await on('2024-10-31')).not.toContain(OWN.label)
    expect(await on('2024-11-01')).toContain(OWN.label)
  })
})

describe('a restricted column group', () => {
  test('is given to a role and ended, by a decision', async ({ as }) => {
    const admin = await as(ADMIN)
    const given = { role: 'inspector', group: 'identity_numbers', from: '2024-10-31' }
    const { id } = await grantColumnGroup(admin, { ...given, decisionNo: '21/QĐ' })
    const again = grantColumnGroup(admin, { ...given, decisionNo: '22/QĐ' })
    await expect(again).rejects.toThrow('theo 21/QĐ')
    const inspector = await as({ role: 'inspector' })
    const look = routes['POST /cadres/:id/restricted/:group']
    const asked = { id: PEOPLE.hoa, group: 'identity_numbers', reason: 'kiểm tra theo kế hoạch' }
    await expect(look(inspector, asked)).resolves.toMatchObject({ group: 'identity_numbers' })
    await endColumnGroup(await as(ADMIN), { id, endedOn: '2024-11-01', decisionNo: '23/QĐ' })
    const later = { ...(await as({ role: 'inspector' })), today: '2024-11-01' }
    await expect(look(later, asked)).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
