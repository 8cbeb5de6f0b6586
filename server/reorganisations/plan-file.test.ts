import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readPlanFile } from './plan-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'ngangtam-plan-'))
afterAll(() => rmSync(folder, { recursive: true }))

function read(text: string) {
  const path = join(folder, 'plan.yaml')
  writeFileSync(path, text)
  return readPlanFile(path, 'plan.yaml')
}

const HEAD = 'title: A\neffective_on: 2027-01-01\nlegal_basis: Nghị quyết\nsteps:\n'

describe('a plan as a file', () => {
  test('reads the example of the documentation', () => {
    const docs = readFileSync(join(import.meta.dirname, '../../docs/reorganisations.md'), 'utf8')
    const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(docs) ?? []
    const { plan, decision } = read(example)
    expect(plan.steps.map(({ kind }) => kind)).toEqual([
      'merge',
      'split',
      'rename',
      'rename',
      'move',
      'dissolve',
    ])
    expect(decision?.decision_no).toBe('15/QĐ-UBND')
  })

  test.for([
    [
      '  - { kind: merg, units: [a], into: b }',
      'plan.yaml:5: unknown kind "merg"; did you mean "merge"?',
    ],
    [
      '  - kind: move\n    unit: a\n    undr: b',
      'plan.yaml:7: unknown word "undr"; did you mean "under"?',
    ],
    [
      '  - kind: merge\n    units: []\n    into: b',
      'plan.yaml:6: units: Hãy chọn đơn vị được nhập.',
    ],
    ['  - { kind: move, unit: a, under: b }\nbasis: x', 'plan.yaml:6: unknown word "basis"'],
  ])('says line and nearest word: %s', ([text, message]) => {
    expect(() => read(HEAD + text)).toThrow(message)
  })
})
