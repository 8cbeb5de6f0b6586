import { expect, test } from 'vitest'
import { routes } from '#server/routes.ts'
import { ACTS } from './acts.ts'

const recorded = Object.values(routes)
  .filter(({ kind }) => kind !== 'query')
  .map(({ operation }) => operation)

test('the log has words for whatever leaves an entry', () => {
  expect(recorded).toContain('cadres.import')
  expect(recorded.filter((operation) => !ACTS[operation]).sort()).toEqual([])
})
