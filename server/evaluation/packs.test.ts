import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadPacks } from '#server/directives/packs.ts'
import { vocabulary } from '#server/vocabulary.ts'

const PACK = `id: thu
number: 1/QC
title: Quy chế thử
issuer: Tỉnh Thử
issued_on: 2026-01-01
in_force: { from: 2026-01-01 }
`
const PARAMETERS = `- name: own_points
  label: Điểm
  values: [{ from: 2026-01-01, value: 30, cite: Điều 1 }]
- name: own_rounding
  label: Làm tròn
  values: [{ from: 2026-01-01, value: none, cite: Điều 1 }]
`
const SCHEME = `- id: thu
  label: Thử
  from: 2026-01-01
  regime: state
  about: person
  periods: [month]
  cite: Điều 1
  score:
    common: { points: { parameter: own_points }, at_least: 20, at_most: 40, cite: Điều 2 }
    parts: [{ id: a, measure: quantity, label: Số lượng, cite: Điều 2 }]
    deduction: { percent: 25, of: product, cite: Điều 2 }
    over_done: total
    rounding: { parameter: own_rounding }
    cite: Điều 2
  bands:
    - { rating: excellent, from: 90, needs: { tasks_above: { at_least: 30 } }, cite: Điều 3 }
    - { rating: not_completed, cite: Điều 3 }
`

function folderWith(scheme: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'schemes-'))
  mkdirSync(join(folder, 'thu'))
  writeFileSync(join(folder, 'thu/pack.yaml'), PACK)
  writeFileSync(join(folder, 'thu/parameters.yaml'), PARAMETERS)
  writeFileSync(join(folder, 'thu/evaluation.yaml'), scheme)
  return folder
}

test('a correct scheme loads', () => {
  expect(loadPacks(folderWith(SCHEME), vocabulary)[0]?.schemes[0]?.id).toBe('thu')
})

test.each([
  [
    'an unknown word',
    ['over_done:', 'over_don:'],
    /evaluation\.yaml:12: .*"over_don".*"over_done"/,
  ],
  ['an unknown word inside', ['percent: 25', 'procent: 25'], /yaml:11: /],
  ['a wrong type', ['from: 90', 'from: ninety'], /yaml:16: from/],
  ['a missing clause', [', cite: Điều 3 }\n    - {', ' }\n    - {'], /yaml:16: cite: a clause is/],
  ['a scheme without a date', ['  from: 2026-01-01\n', ''], /yaml:1: from/],
  ['a date that does not exist', ['from: 2026-01-01', 'from: 2026-02-30'], /yaml:3: from/],
  [
    'a condition with an unknown word',
    ['tasks_above', 'task_above'],
    /yaml:16: unknown word "task_above"; did you mean "tasks_above"/,
  ],
  [
    'an unknown parameter',
    ['parameter: own_points', 'parameter: own_point'],
    /yaml:9: unknown parameter "own_point"; did you mean "own_points"/,
  ],
  [
    'a parameter that does not fit',
    ['rounding: { parameter: own_rounding', 'rounding: { parameter: own_points'],
    /yaml:13: parameter "own_points" does not fit: expected one of none/,
  ],
  ['an unknown rating', ['rating: excellent', 'rating: excelent'], /yaml:16: rating/],
])('%s fails with file and line', (_, [from = '', to = ''], message) => {
  expect(SCHEME).toContain(from)
  expect(() => loadPacks(folderWith(SCHEME.replace(from, to)), vocabulary)).toThrow(message)
})
