import { sql } from 'kysely'
import { z } from 'zod'
import { wholeNumber, yearNumber } from '#server/kernel/inputs.ts'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { unchanged } from '#server/kernel/versions.ts'
import { unitKind } from './streamlining-kinds.ts'

/** How many are to be left at the end of a year; a number already given is changed by its version. */
export const planStreamlining = command({
  name: 'reorganisations.plan_streamlining',
  input: z.strictObject({
    unitId: wholeNumber,
    kind: unitKind,
    year: yearNumber,
    planned: z.coerce.number<number | string>('Hãy ghi số người, ví dụ 120.').int().min(0),
    basis: z.string().trim().min(1, 'Hãy ghi văn bản giao kế hoạch.').max(300),
    version: z.number().int().nullish(),
  }),
  output: z.object({ version: z.number() }),
  async run({ db }, { unitId, kind, year, planned, basis, version }) {
    const unit = await sql`select 1 from unit where id = ${unitId}`.execute(db)
    if (unit.rows.length === 0)
      throw new Refusal('not_found', 'Không có đơn vị này. Hãy chọn đơn vị trong bảng.')
    const { rows } = await sql<{ planned: number; version: number }>`
      select planned, version from streamlining_plan
      where unit_id = ${unitId} and employment_kind = ${kind} and year = ${year} for update`.execute(
      db,
    )
    if (rows[0]) unchanged(rows[0], { planned, version: version ?? 0 })
    const saved = await sql<{ version: number }>`
      insert into streamlining_plan (unit_id, employment_kind, year, planned, basis)
      values (${unitId}, ${kind}, ${year}, ${planned}, ${basis})
      on conflict (unit_id, employment_kind, year)
        do update set planned = excluded.planned, basis = excluded.basis
      returning version`.execute(db)
    return { version: saved.rows[0]?.version ?? 1 }
  },
})
