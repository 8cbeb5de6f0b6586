import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { vocabulary } from '#server/vocabulary.ts'
import { loadPacks } from './packs.ts'

const HEADER = `id: thu
number: 1/KH
title: Thử
issuer: Tỉnh Thử
issued_on: 2024-01-01
in_force: { from: 2024-01-01 }
`
const FORM = `id: b1
number: B1
title: Biểu thử
cite: Phần I
frequency: Hằng năm
counted: người
subject: serving_cadre
base_label: Người đang giữ chức vụ
base: { rank: head }
rows: units
columns:
  - { no: 1, label: Tổng số }
  - { no: 2, label: Nữ, counts: { sex: female } }
checks:
  - { columns: "2 <= 1", cite: Phần I }
signatures: [Người lập, Thủ trưởng]
notes: []
`

/** What loading a pack says whose one form is as given. */
function problemWith(form: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'forms-'))
  mkdirSync(join(folder, 'thu/forms'), { recursive: true })
  writeFileSync(join(folder, 'thu/pack.yaml'), HEADER)
  writeFileSync(join(folder, 'thu/forms/b1.yaml'), form)
  try {
    loadPacks(folder, vocabulary)
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

test('a sound form loads', () => {
  expect(problemWith(FORM)).toBe('')
})

test.each([
  ['a fact nobody knows', 'sex: female', 'sexx: female', 13, 'sex'],
  ['a value outside its list', 'sex: female', 'sex: femal', 13, 'female'],
  ['a rule about a column that is not there', '"2 <= 1"', '"3 <= 1"', 15, 'no column "3"'],
  ['a rule without two sides', '"2 <= 1"', '"2 + 1"', 15, 'expected a rule like'],
  ['a number given twice', 'no: 2,', 'no: 1,', 13, 'given twice'],
  ['a base nobody can count', 'rank: head', 'rank: hed', 9, 'head'],
])('%s is said with file and line', (_, from, to, line, says) => {
  const problem = problemWith(FORM.replace(from, to))
  expect(problem).toContain(`thu/forms/b1.yaml:${line}`)
  expect(problem).toContain(says)
})
