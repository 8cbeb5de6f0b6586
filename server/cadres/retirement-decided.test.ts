import { sql } from 'kysely'
import { expect } from 'vitest'
import { PEOPLE } from '#server/cast.ts'
import type { Context } from '#server/kernel/context.ts'
import { test } from '#server/testing.ts'
import { cadreFile } from './file.ts'
import { overview } from './overview.ts'
import { cadreList } from './roster.ts'
import { vacancies } from './standards/vacancies.ts'

/** By the schedule Bình would work to 30/4/2026; two decisions put that off, the later one longer. */
const putOff = async ({ db }: Context) => {
  await sql`update cadre set born_on = '1964-10-15' where id = ${PEOPLE.binh}`.execute(db)
  await sql`insert into retirement_decision (cadre_id, retires_on, decision_no, decided_on) values
    (${PEOPLE.binh}, '2026-06-01', '10/QĐ-UBND', '2026-02-01'),
    (${PEOPLE.binh}, '2026-08-01', '44/QĐ-UBND', '2026-04-10')`.execute(db)
}

test('the file answers with the decision of the day, and before it with the schedule', async ({
  ctx,
}) => {
  await putOff(ctx)
  const on = async (asOf: string) => (await cadreFile(ctx, { id: PEOPLE.binh, asOf })).retirement
  expect(await on('2026-01-31')).toMatchObject({ lastWorkingDay: '2026-04-30' })
  expect(await on('2026-03-01')).toMatchObject({ pensionFrom: '2026-06-01' })
  expect(await on('2026-05-01')).toEqual({
    age: null,
    lastWorkingDay: '2026-07-31',
    pensionFrom: '2026-08-01',
    clause: 'Quyết định 44/QĐ-UBND ngày 10/04/2026',
  })
})

test('seats, figures and lists go by the decided day too', async ({ ctx }) => {
  await putOff(ctx)
  await sql`update tenure set term_until = null where cadre_id = ${PEOPLE.binh}`.execute(ctx.db)
  const asOf = '2026-05-01'
  const { rows } = await vacancies(ctx, { asOf, months: 6 })
  const leaving = rows.flatMap((row) => row.leaving)
  expect(leaving.find(({ cadreId }) => cadreId === PEOPLE.binh)?.on).toBe('2026-07-31')
  const { retiring } = await overview(ctx, { asOf })
  expect(retiring.past).toBe(0)
  const soon = await cadreList(ctx, { asOf, retiresWithin: 3 })
  expect(soon.rows.map(({ id }) => id)).toEqual([PEOPLE.binh])
})
