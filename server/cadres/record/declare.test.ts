import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { PEOPLE, UNITS } from '#server/cast.ts'
import type { Actor, Context } from '#server/kernel/context.ts'
import { test } from '#server/testing.ts'
import { decideDeclaration, withdrawDeclaration } from './decide.ts'
import { declaration, declarations } from './declarations.ts'
import { declare } from './declare.ts'
import { addDocument, documentFile, documents } from './documents.ts'
import { addFact, correctFact } from './edit.ts'
import { factHistory } from './history.ts'
import { record } from './record.ts'

const NOBODY = { from: -1, to: -1 }
const OWN: Partial<Actor> = { name: 'hoa', role: 'cadre', scope: NOBODY, cadreId: PEOPLE.hoa }
const DUNG: Partial<Actor> = { name: 'dung', role: 'cadre', scope: NOBODY, cadreId: PEOPLE.dung }
const UNIT: Partial<Actor> = {
  name: 'so',
  role: 'unit_officer',
  scope: UNITS.home.scope,
  unitId: UNITS.home.id,
}
const PDF = new TextEncoder().encode('%PDF-1.7 quyết định')
const AWARD = {
  section: 'awards',
  act: 'add',
  values: { kind: 'commendation', awarded: '2024' },
} as const
const NAME = {
  section: 'identity',
  act: 'correct',
  values: { full_name: 'Lê Thị Hòa', other_names: 'Hoa' },
} as const

const itemsOf = async (ctx: Context, declarationId: number) =>
  (await declaration(ctx, { declarationId, reason: 'duyệt bản khai' })).items

async function approve(ctx: Context, declarationId: number, itemId = 0, more: object = {}) {
  const items = await itemsOf(ctx, declarationId)
  const chosen = itemId === 0 ? items.map(({ id }) => id) : [itemId]
  const verdicts = chosen.map((id) => ({ itemId: id, verdict: 'approve' as const, ...more }))
  return (await decideDeclaration(ctx, { declarationId, verdicts })).items
}

const valueOfName = async (ctx: Context, id: number) => {
  const { sections } = await record(ctx, { id })
  return sections[0]?.facts[0]?.values.full_name
}

describe('a declaration', () => {
  test('with evidence becomes a fact when the unit approves it', async ({ as }) => {
    const own = await as(DUNG)
    const file = { name: 'khen.pdf', bytes: PDF }
    const sent = { id: PEOPLE.dung, section: 'awards', title: 'Giấy khen 2024', file } as const
    const { documentId } = await addDocument(own, sent)
    const { declarationId } = await declare(own, { values: [{ ...AWARD, documentId }] })
    const officer = await as(UNIT)
    expect(await declarations(officer, { waiting: 'unit' })).toMatchObject({
      total: 1,
      rows: [{ fullName: 'Đặng Dũng', sections: ['Khen thưởng'], states: { waiting_unit: 1 } }],
    })
    expect(await approve(officer, declarationId)).toMatchObject([{ state: 'approved' }])
    const awards = (await record(officer, { id: PEOPLE.dung })).sections.find(
      ({ section }) => section === 'awards',
    )
    expect(awards?.facts).toMatchObject([
      { values: { awarded: '2024' }, documents: [{ title: 'Giấy khen 2024' }] },
    ])
    const { changes } = await factHistory(officer, { id: PEOPLE.dung, section: 'awards' })
    expect(changes).toMatchObject([{ basis: 'declaration', documentId, by: 'so' }])
  })

  test('of who is managed above goes field by field to the managing body', async ({ as }) => {
    const { declarationId } = await declare(await as(OWN), { values: [NAME] })
    const officer = await as(UNIT)
    const items = await approve(officer, declarationId)
    expect(items.map(({ state }) => state)).toEqual(['waiting_managing_body', 'approved'])
    const [name] = items
    const again = approve(officer, declarationId, name?.itemId)
    await expect(again).rejects.toMatchObject({ kind: 'forbidden' })
    const province = await as({ name: 'tinh' })
    expect(await valueOfName(province, PEOPLE.hoa)).toBe('Lê Thị Hoa')
    await approve(province, declarationId, name?.itemId)
    expect(await valueOfName(province, PEOPLE.hoa)).toBe('Lê Thị Hòa')
  })

  test('one officer is not both pairs of eyes', async ({ as }) => {
    const { declarationId } = await declare(await as(OWN), { values: [NAME] })
    const province = await as({ name: 'tinh' })
    const [name] = await approve(province, declarationId)
    const second = approve(province, declarationId, name?.itemId)
    await expect(second).rejects.toMatchObject({ kind: 'against_rule' })
  })

  test('is returned with a reason the person reads, and only with one', async ({ as }) => {
    const { declarationId } = await declare(await as(DUNG), { values: [AWARD] })
    const officer = await as(UNIT)
    const [item] = await itemsOf(officer, declarationId)
    const verdict = { itemId: item?.id ?? 0, verdict: 'return' as const }
    const silent = decideDeclaration(officer, { declarationId, verdicts: [verdict] })
    await expect(silent).rejects.toThrow('lý do trả lại')
    const reason = 'Thiếu bản quét giấy khen'
    await decideDeclaration(officer, { declarationId, verdicts: [{ ...verdict, reason }] })
    const own = await as(DUNG)
    expect(await itemsOf(own, declarationId)).toMatchObject([
      { state: 'returned', returnReason: reason },
    ])
  })

  test('shows both values when the fact changed meanwhile, and may be overruled', async ({
    as,
  }) => {
    const values = { other_names: 'Dũng Đen' }
    const identity = { section: 'identity', act: 'correct', values } as const
    const { declarationId } = await declare(await as(DUNG), { values: [identity] })
    const officer = await as(UNIT)
    const fact = (await record(officer, { id: PEOPLE.dung })).sections[0]?.facts[0]
    await correctFact(officer, {
      id: PEOPLE.dung,
      section: 'identity',
      rowId: PEOPLE.dung,
      version: fact?.version ?? 0,
      values: { other_names: 'Dũng Nhỏ' },
      basis: { basis: 'correction', reason: 'theo lý lịch gốc' },
    })
    await expect(approve(officer, declarationId)).rejects.toMatchObject({
      kind: 'conflict',
      details: {
        before: { other_names: null },
        stored: { other_names: 'Dũng Nhỏ' },
        proposed: { other_names: 'Dũng Đen' },
      },
    })
    expect(await approve(officer, declarationId, 0, { overrule: true })).toMatchObject([
      { state: 'approved' },
    ])
  })

  test('is withdrawn by the person while it waits', async ({ as }) => {
    const own = await as(DUNG)
    const { declarationId } = await declare(own, { values: [AWARD] })
    expect(await withdrawDeclaration(own, { declarationId })).toMatchObject({ withdrawn: 1 })
    await expect(withdrawDeclaration(own, { declarationId })).rejects.toMatchObject({
      kind: 'conflict',
    })
    await expect(approve(await as(UNIT), declarationId)).rejects.toThrow('đã được giải quyết')
  })

  test('of a group the unit may not read goes above at once, its values hidden below', async ({
    as,
  }) => {
    const values = { foreign_relatives: 'Có chú ruột ở Lào' }
    const change = { section: 'personal_history', act: 'correct', values } as const
    const { declarationId } = await declare(await as(OWN), { values: [change] })
    expect(await itemsOf(await as(UNIT), declarationId)).toMatchObject([
      { state: 'waiting_managing_body', hidden: true, fields: [] },
    ])
    expect(await itemsOf(await as({ name: 'tinh' }), declarationId)).toMatchObject([
      { hidden: false, fields: [{ declared: 'Có chú ruột ở Lào', stored: null }] },
    ])
  })
})

describe('nobody', () => {
  test('approves the own declaration', async ({ as }) => {
    const { declarationId } = await declare(await as(OWN), { values: [AWARD] })
    const officer = await as({ ...UNIT, cadreId: PEOPLE.hoa })
    await expect(approve(officer, declarationId)).rejects.toMatchObject({ kind: 'against_rule' })
  })

  test.for([
    ['a sibling unit', { scope: UNITS.health.scope, unitId: UNITS.health.id }],
    ['a foreign unit', { scope: UNITS.commune.scope, unitId: UNITS.commune.id }],
  ] as const)('of %s sees or decides it', async ([, place], { as }) => {
    const { declarationId } = await declare(await as(OWN), { values: [AWARD] })
    const stranger = await as({ ...UNIT, ...place })
    expect(await declarations(stranger, {})).toMatchObject({ total: 0 })
    const look = declaration(stranger, { declarationId })
    await expect(look).rejects.toMatchObject({ kind: 'not_found' })
    const verdicts = [{ itemId: 1, verdict: 'approve' as const }]
    const decided = decideDeclaration(stranger, { declarationId, verdicts })
    await expect(decided).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('declares what comes by decision, or the same field twice', async ({ as }) => {
    const own = await as(OWN)
    const discipline = { system: 'state', form: 'warning', decided_on: '2024-01-01' }
    const decided = { section: 'disciplines', act: 'add', values: discipline } as const
    await expect(declare(own, { values: [decided] })).rejects.toMatchObject({
      kind: 'against_rule',
    })
    await declare(own, { values: [NAME] })
    await expect(declare(own, { values: [NAME] })).rejects.toThrow('chờ duyệt')
  })
})

describe('a scan', () => {
  const sent = { id: PEOPLE.dung, section: 'awards', title: 'Giấy khen' } as const

  test('is known by its first bytes, not by its name', async ({ as }) => {
    const bytes = new TextEncoder().encode('MZ chương trình')
    const asked = addDocument(await as(UNIT), { ...sent, file: { name: 'khen.pdf', bytes } })
    await expect(asked).rejects.toMatchObject({ kind: 'invalid', message: /PDF, JPEG hoặc PNG/ })
  })

  test('leaves with an entry, and a restricted one only by grant', async ({ ctx, as }) => {
    const officer = await as(UNIT)
    const values = { kind: 'commendation', awarded: '2023' }
    const basis = { basis: 'correction', reason: 'nhập từ hồ sơ giấy' } as const
    const { rowId } = await addFact(officer, { id: PEOPLE.dung, section: 'awards', values, basis })
    const file = { name: 'khen.pdf', bytes: PDF }
    const { documentId } = await addDocument(officer, { ...sent, rowId, file })
    const { bytes } = await documentFile(officer, { id: PEOPLE.dung, documentId })
    expect(new TextDecoder().decode(bytes)).toContain('%PDF')
    const { rows } = await sql`select act from audit_entry
      where operation = 'cadres.document_file'`.execute(ctx.db)
    expect(rows).toEqual([{ act: 'export' }])
    await expect(addDocument(officer, { ...sent, rowId, file })).rejects.toThrow('đã có')
    const province = await as({})
    const secret = { id: PEOPLE.dung, section: 'assets', title: 'Kê khai tài sản', file } as const
    const hidden = await addDocument(province, secret)
    const { documents: listed } = await documents(await as(UNIT), { id: PEOPLE.dung })
    expect(listed[0]).toMatchObject({ restricted: 'assets', title: null })
    const asked = { id: PEOPLE.dung, documentId: hidden.documentId, reason: 'xem để đối chiếu' }
    await expect(documentFile(await as(UNIT), asked)).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
