import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { mergeRecords } from '#server/cadres/merges.ts'
import { decideDeclaration } from '#server/cadres/record/decide.ts'
import { declaration } from '#server/cadres/record/declarations.ts'
import { declare } from '#server/cadres/record/declare.ts'
import { undoChange } from '#server/cadres/record/undo.ts'
import { PEOPLE } from '#server/cast.ts'
import type { Actor, Context } from '#server/kernel/context.ts'
import { test } from '#server/testing.ts'
import { keepApart } from './keep-apart.ts'
import { confirmKinship, declareKinship } from './kinship.ts'

const NOBODY = { from: -1, to: -1 }
const BINH: Partial<Actor> = { name: 'binh', role: 'province_officer', cadreId: PEOPLE.binh }
const REASON = 'Một người, lập hai hồ sơ'
const MERGE = { keepId: PEOPLE.dung, goneId: PEOPLE.lan, reason: REASON, dryRun: true }
const AWARD = {
  section: 'awards',
  act: 'add',
  values: { kind: 'commendation', awarded: '2024' },
} as const

const spouseOf = (ctx: Context, relativeId: number) => {
  const declaredOn = '2024-01-10'
  return declareKinship(ctx, { cadreId: PEOPLE.binh, relativeId, relation: 'spouse', declaredOn })
}

describe('nobody acts in the own case or in a relative’s', () => {
  test('an officer without a record, or about strangers, may act', async ({ ctx, as }) => {
    await spouseOf(ctx, PEOPLE.thu)
    await keepApart(ctx, [PEOPLE.thu], 'decide')
    await keepApart(await as(BINH), [PEOPLE.dung], 'decide')
    await keepApart(await as({ ...BINH, cadreId: PEOPLE.minh }), [PEOPLE.thu], 'decide')
  })

  test('a relative’s declaration is approved by somebody else', async ({ ctx, as }) => {
    await spouseOf(ctx, PEOPLE.dung)
    const own = await as({ name: 'dung', role: 'cadre', scope: NOBODY, cadreId: PEOPLE.dung })
    const { declarationId } = await declare(own, { values: [AWARD] })
    const { items } = await declaration(ctx, { declarationId, reason: 'duyệt bản khai' })
    const verdicts = items.map(({ id }) => ({ itemId: id, verdict: 'approve' as const }))
    const asked = { declarationId, verdicts }
    await expect(decideDeclaration(await as(BINH), asked)).rejects.toMatchObject({
      kind: 'against_rule',
      message: expect.stringMatching(/vợ hoặc chồng của Đặng Dũng.*không được thẩm định.*114/),
    })
    expect((await decideDeclaration(ctx, asked)).items).toHaveLength(1)
  })

  test('records of oneself or of a relative are merged by somebody else', async ({ ctx, as }) => {
    const officer = await as(BINH)
    const against = { kind: 'against_rule' }
    const own = { ...MERGE, goneId: PEOPLE.binh }
    await expect(mergeRecords(officer, own)).rejects.toMatchObject(against)
    expect(await mergeRecords(officer, MERGE)).toMatchObject({ keptId: PEOPLE.dung })
    await spouseOf(ctx, PEOPLE.dung)
    await expect(mergeRecords(officer, MERGE)).rejects.toMatchObject(against)
  })

  test('nobody takes back a change of the own record', async ({ ctx, as }) => {
    const { rows } = await sql<{ id: number }>`insert into record_change (cadre_id, section, row_id,
        act, before, after, basis, reason, account_name)
      values (${PEOPLE.binh}, 'identity', ${PEOPLE.binh}, 'correct', '{}', '{}', 'correction',
        'ghi nhầm khi nhập', 'binh') returning id`.execute(ctx.db)
    const changeId = rows[0]?.id ?? 0
    await expect(undoChange(await as(BINH), { changeId })).rejects.toMatchObject({
      kind: 'against_rule',
    })
  })

  test('a kinship is confirmed by neither of the two', async ({ ctx, as }) => {
    const { id } = await spouseOf(ctx, PEOPLE.thu)
    const asked = { id, confirmedOn: '2024-02-01' }
    for (const cadreId of [PEOPLE.binh, PEOPLE.thu])
      await expect(confirmKinship(await as({ ...BINH, cadreId }), asked)).rejects.toMatchObject({
        kind: 'against_rule',
      })
    expect(await confirmKinship(ctx, asked)).toEqual({ id, cadreId: PEOPLE.binh })
  })
})
