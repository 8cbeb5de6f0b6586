import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { vocabulary } from '#server/vocabulary.ts'
import { runExamples } from './examples.ts'
import { loadPacks, shippedPacks } from './packs.ts'

const HEADER = `id: thu
number: 1/KH
title: Thử
issuer: Tỉnh Thử
issued_on: 2024-01-01
in_force: { from: 2024-01-01 }
`
const TARGET = `- id: XX-T1
  cite: Phần I
  label: Thử
  base_label: người
  subject: serving_cadre
  measure: share
  base: { rank: head }
  counts: { degree: { at_least: master } }
  milestones:
    - { by: 2025-12-31, at_least: 0.3 }
`

const PARAMETERS = `- name: young_under
  label: Trẻ
  values: [{ from: 2024-01-01, value: 40, cite: Phần I }]
- name: some_order
  label: Thứ tự
  values: [{ from: 2024-01-01, value: [a, b], cite: Phần I }]
`

/** A folder with one pack whose targets.yaml is as given. */
function folderWith(targets: string, header = HEADER): string {
  const folder = mkdtempSync(join(tmpdir(), 'packs-'))
  mkdirSync(join(folder, 'thu'))
  writeFileSync(join(folder, 'thu/pack.yaml'), header)
  writeFileSync(join(folder, 'thu/targets.yaml'), targets)
  writeFileSync(join(folder, 'thu/parameters.yaml'), PARAMETERS)
  return folder
}

describe('the shipped packs', () => {
  const packs = shippedPacks(vocabulary)

  test('hold every target of the four directives', () => {
    const ids = packs.flatMap(({ targets }) => targets.map(({ id }) => id.replace(/[a-z]$/, '')))
    const wanted = [
      ...Array.from({ length: 9 }, (_, index) => `LS-T${index + 1}`),
      ...Array.from({ length: 8 }, (_, index) => `QB-T${index + 1}`),
      ...Array.from({ length: 4 }, (_, index) => `VP-T${index + 1}`),
      'BT-T1',
    ]
    expect([...new Set(ids)].sort()).toEqual(wanted.sort())
  })

  const examples = packs.flatMap((pack) => runExamples(pack, packs, vocabulary))
  test.each(examples)('$target: $says', ({ differences }) => {
    expect(differences).toEqual([])
  })

  test('have worked examples for each directive with targets', () => {
    const without = packs.filter(
      ({ targets, examples: own }) => targets.length > 0 && own.length === 0,
    )
    expect(without.map(({ id }) => id)).toEqual([])
  })
})

describe('a pack with a mistake fails to load', () => {
  test.each([
    [
      'an unknown fact, with the nearest word',
      TARGET.replace('degree:', 'degre:'),
      /thu\/targets\.yaml:8: .*"degre".*"degree"/,
    ],
    [
      'an unknown value',
      TARGET.replace('at_least: master', 'at_least: masters'),
      /targets\.yaml:8: .*"masters".*"master"/,
    ],
    [
      'an unknown comparison',
      TARGET.replace('{ at_least: master', '{ atleast: master'),
      /targets\.yaml:8: .*"at_least"/,
    ],
    [
      'a wrong type',
      TARGET.replace('{ rank: head }', '{ age: { under: forty } }'),
      /targets\.yaml:7: expected a number/,
    ],
    [
      'a missing clause',
      TARGET.replace('  cite: Phần I\n', ''),
      /targets\.yaml:1: .*clause is required/,
    ],
    ['a threshold without a date', TARGET.replace('by: 2025-12-31, ', ''), /targets\.yaml:10: by:/],
    [
      'a date that does not exist',
      TARGET.replace('2025-12-31', '2025-02-30'),
      /targets\.yaml:10: by:/,
    ],
    ['an unknown word in a target', TARGET.replace('  label:', '  lable:'), /targets\.yaml:\d+: /],
    [
      'an unknown subject',
      TARGET.replace('serving_cadre', 'serving_cadres'),
      /targets\.yaml:5: .*"serving_cadre"/,
    ],
    [
      'an unknown parameter',
      TARGET.replace('rank: head', 'age: { under: { parameter: young_undr } }'),
      /thu\/targets\.yaml:7: unknown parameter "young_undr"; did you mean "young_under"/,
    ],
    [
      'a parameter of the wrong type',
      TARGET.replace('rank: head', 'age: { under: { parameter: some_order } }'),
      /thu\/targets\.yaml:7: parameter "some_order" for "age": expected a number/,
    ],
    ['broken YAML', TARGET.replace('{ rank: head }', '{ rank: head'), /targets\.yaml:\d+: /],
  ])('%s', (_, targets, message) => {
    expect(() => loadPacks(folderWith(targets), vocabulary)).toThrow(message)
  })

  test('a correct one loads', () => {
    expect(loadPacks(folderWith(TARGET), vocabulary)[0]?.targets[0]?.id).toBe('XX-T1')
  })
})
