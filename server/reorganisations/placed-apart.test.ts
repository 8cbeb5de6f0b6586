import { expect } from 'vitest'
import { PEOPLE } from '#server/cast.ts'
import { test } from '#server/testing.ts'
import { decidePlan } from './decide.ts'
import type { Plan } from './plan-shape.ts'
import { preparePlan, revisePlan } from './plans.ts'
import { previewPlan } from './preview.ts'

const MERGE: Plan = {
  title: 'Nhập sở',
  effective_on: '2024-10-01',
  legal_basis: 'Nghị quyết',
  steps: [{ kind: 'merge', units: ['u4'], into: 'u2', posts: {}, deputies: 'keep' }],
  placements: [],
}
const DECISION = { decision_no: '15/QĐ-UBND', signed_on: '2024-09-20', signed_by: 'Chủ tịch' }

test('a place chosen by hand is neither proposed nor decided by that person', async ({
  ctx,
  as,
}) => {
  const { recordNo } = (await previewPlan(ctx, MERGE)).withoutPost[0] ?? { recordNo: '' }
  const plan = { ...MERGE, placements: [{ person: recordNo, title: 'deputy_director' }] }
  const own = await as({ role: 'province_officer', cadreId: PEOPLE.minh })
  const { id, version } = await preparePlan(ctx, plan)
  const refused = { kind: 'against_rule', message: expect.stringMatching(/của chính mình/) }
  await expect(preparePlan(own, plan)).rejects.toMatchObject(refused)
  await expect(revisePlan(own, { ...plan, id, version })).rejects.toMatchObject(refused)
  await expect(decidePlan(own, { id, version, ...DECISION })).rejects.toMatchObject(refused)
  expect(await decidePlan(ctx, { id, version, ...DECISION })).toMatchObject({ id })
})

test('who only moves by rule may decide the plan of the own unit', async ({ ctx, as }) => {
  const own = await as({ role: 'province_officer', cadreId: PEOPLE.minh })
  const { id, version } = await preparePlan(ctx, MERGE)
  expect(await decidePlan(own, { id, version, ...DECISION })).toMatchObject({ id })
})
