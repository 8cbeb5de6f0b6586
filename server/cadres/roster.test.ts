import { describe, expect } from 'vitest'
import { PEOPLE, UNITS } from '#server/cast.ts'
import type { Actor } from '#server/kernel/context.ts'
import { test } from '#server/testing.ts'
import { cadreFile } from './file.ts'
import { withLaw } from './law-for-tests.ts'
import { cadreList } from './roster.ts'

const OFFICERS: Record<string, Partial<Actor>> = {
  'a province officer': {},
  'a unit officer': { role: 'unit_officer', scope: UNITS.district.scope },
  // A cadre has no list of people; the operations are asked with the eyes of one all the same.
  'a cadre': { scope: { from: -1, to: -1 }, cadreId: PEOPLE.dung },
}

const asOf = '2024-10-31'

describe('the list and the file', () => {
  for (const [who, actor] of Object.entries(OFFICERS)) {
    test(`agree on whom ${who} may see`, async ({ as }) => {
      const ctx = withLaw(await as(actor))
      const { rows } = await cadreList(ctx, { asOf, serving: 'all' })
      const listed = new Set(rows.map(({ id }) => id))
      const opened = new Set<number>()
      const serving = new Set<number>()
      for (const id of Object.values(PEOPLE)) {
        const file = await cadreFile(ctx, { id, asOf }).catch((refusal) => {
          expect(refusal).toMatchObject({ kind: 'not_found' })
          return undefined
        })
        if (file) opened.add(id)
        if (file?.serving) serving.add(id)
      }
      expect(listed).toEqual(opened)
      const today = await cadreList(ctx, { asOf })
      expect(new Set(today.rows.map(({ id }) => id))).toEqual(serving)
      expect(today.total).toBe(serving.size)
    })
  }
})
