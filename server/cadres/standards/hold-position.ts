import { sql } from 'kysely'
import { z } from 'zod'
import { inVietnamese, isoDate } from '#server/kernel/dates.ts'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'

/** Puts somebody into a job position from a day on; the one held until then ends. */
export const holdPosition = command({
  name: 'cadres.hold_position',
  input: z.strictObject({
    cadreId: z.number().int(),
    code: z.string().trim().min(1),
    from: isoDate,
    decisionNo: z.string().trim().min(1, 'Hãy ghi số quyết định.'),
  }),
  output: z.object({ id: z.number() }),
  about: ({ cadreId }) => ({ cadreId }),
  async run({ db }, { cadreId, code, from, decisionNo }) {
    const { rows } = await sql<{ id: number; serves: boolean; fits: boolean }>`
      select p.id, t.id is not null as serves,
        coalesce(p.unit_id is null or p.unit_id in (t.unit_id, above.parent_id), false) as fits
      from job_position p
      left join tenure t on t.cadre_id = ${cadreId} and t.holding = 'main'
        and t.during @> ${from}::date
      left join unit_parent above on above.unit_id = t.unit_id and above.during @> ${from}::date
      where p.code = ${code} and p.during @> ${from}::date`.execute(db)
    const [position] = rows
    if (!position)
      throw new Refusal(
        'not_found',
        `Ngày ${inVietnamese(from)} chưa có vị trí việc làm mã ${code}.`,
      )
    if (!position.serves)
      throw new Refusal('invalid', `Người này không công tác vào ngày ${inVietnamese(from)}.`)
    if (!position.fits)
      throw new Refusal('against_rule', 'Vị trí này của đơn vị khác với đơn vị người đó công tác.')
    const later = await sql`select 1 from position_holding where cadre_id = ${cadreId}
      and lower(during) >= ${from}::date for update`.execute(db)
    if (later.rows.length > 0)
      throw new Refusal('conflict', 'Người này đã có quyết định bố trí từ ngày đó hoặc sau đó.')
    await sql`update position_holding set during = daterange(lower(during), ${from}::date)
      where cadre_id = ${cadreId} and during @> ${from}::date`.execute(db)
    const added = await sql<{ id: number }>`
      insert into position_holding (cadre_id, position_id, during, decision_no)
      values (${cadreId}, ${position.id}, daterange(${from}::date, null), ${decisionNo})
      returning id`.execute(db)
    return { id: added.rows[0]?.id ?? 0 }
  },
})
