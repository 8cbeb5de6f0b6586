import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { insertRows } from '#server/kernel/database.ts'
import { nameKey, searchable } from '#server/kernel/text.ts'
import { numberTree } from '#server/organisation/added-units.ts'
import { test } from '#server/testing.ts'
import { cadreFile } from './file.ts'
import { cadreList } from './roster.ts'

const UNITS = 12
const PEOPLE = 15
const FIRST = 1000

/** A random organisation: each unit below an earlier one, each person in some unit. */
const organisation = fc.record({
  parents: fc
    .array(fc.nat(), { minLength: UNITS, maxLength: UNITS })
    .map((picks) => picks.map((pick, i) => (i === 0 ? null : pick % i))),
  homes: fc.array(fc.nat({ max: UNITS - 1 }), { minLength: PEOPLE, maxLength: PEOPLE }),
  officer: fc.nat({ max: UNITS - 1 }),
})

describe('scope', () => {
  test('list ∋ x ⇔ file(x) ⇔ x sits below the unit, in any organisation', async ({ ctx, as }) => {
    await fc.assert(
      fc.asyncProperty(organisation, async ({ parents, homes, officer }) => {
        const whole = await as({})
        await sql`savepoint organisation`.execute(whole.db)
        await build(whole.db, parents, homes)
        const { tree_from, tree_to } = await whole.db
          .selectFrom('unit')
          .select(['tree_from', 'tree_to'])
          .where('id', '=', FIRST + officer)
          .executeTakeFirstOrThrow()
        const below = new Set([officer])
        parents.forEach((parent, unit) => {
          if (parent !== null && below.has(parent)) below.add(unit)
        })
        const expected = homes.flatMap((home, person) => (below.has(home) ? [FIRST + person] : []))

        const reader = await as({ role: 'unit_officer', scope: { from: tree_from, to: tree_to } })
        const { rows, total } = await cadreList(reader, { asOf: '2024-10-31' })
        expect(rows.map(({ id }) => id).toSorted()).toEqual(expected.toSorted())
        expect(total).toBe(expected.length)
        for (let id = FIRST; id < FIRST + PEOPLE; id++) {
          const opened = await cadreFile(reader, { id, asOf: '2024-10-31' }).then(
            () => true,
            () => false,
          )
          expect(opened).toBe(expected.includes(id))
        }
        await as({})
        await sql`rollback to savepoint organisation`.execute(ctx.db)
      }),
      { numRuns: 15 },
    )
  })
})

async function build(
  db: Parameters<typeof numberTree>[0],
  parents: (number | null)[],
  homes: number[],
) {
  const during = '[2000-01-01,)'
  await insertRows(
    db,
    'unit',
    parents.map((_, i) => ({
      id: FIRST + i,
      code: `t${i}`,
      kind: 'department',
      level: 'province',
      during,
    })),
  )
  await insertRows(
    db,
    'unit_name',
    parents.map((_, i) => ({ unit_id: FIRST + i, name: `Đơn vị ${i}`, during })),
  )
  await insertRows(
    db,
    'unit_parent',
    parents.flatMap((parent, i) =>
      parent === null ? [] : [{ unit_id: FIRST + i, parent_id: FIRST + parent, during }],
    ),
  )
  await numberTree(db)
  await insertRows(
    db,
    'cadre',
    homes.map((home, i) => ({
      id: FIRST + i,
      record_no: `TT-${i}`,
      full_name: `Người ${i}`,
      name_search: searchable(`Người ${i}`),
      name_key: nameKey(`Người ${i}`),
      unit_id: FIRST + home,
      created_at: '2024-01-01',
    })),
  )
  await insertRows(
    db,
    'tenure',
    homes.map((home, i) => ({
      cadre_id: FIRST + i,
      unit_id: FIRST + home,
      title: 'Chuyên viên',
      rank: 'specialist',
      holding: 'main',
      during,
      entry: 'recruitment',
    })),
  )
}
