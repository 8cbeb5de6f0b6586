import { sql } from 'kysely'
import { z } from 'zod'
import { isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'

/** The directory card: name, post and unit, for everybody with an account; the rest is the file's. */
export const cadreCard = query({
  name: 'cadres.card',
  input: z.strictObject({ id: wholeNumber, asOf: isoDate.optional() }),
  output: z.object({
    id: z.number(),
    fullName: z.string(),
    title: z.string().nullable(),
    unitName: z.string().nullable(),
  }),
  async run({ db, today }, { id, asOf = today }) {
    const { rows } = await sql<{
      id: number
      fullName: string
      title: string | null
      unitName: string | null
    }>`select d.cadre_id as id, d.full_name as "fullName",
        case when held then d.title end as title, case when held then n.name end as "unitName"
      from (select *, coalesce(during @> ${asOf}::date, false) as held from directory_entry
        where cadre_id = ${id}) d
      left join unit_name n on n.unit_id = d.unit_id and n.during @> ${asOf}::date
      order by held desc limit 1`.execute(db)
    const [card] = rows
    if (!card)
      throw new Refusal('not_found', 'Không có người này trong danh bạ. Hãy tìm lại theo tên.')
    return card
  },
})
