import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#server/kernel/operation.ts'

/** Records that were merged, latest first: the pointers from their numbers. */
export const merges = query({
  name: 'cadres.merges',
  input: z.object({}),
  output: z.array(
    z.object({
      id: z.number(),
      keptId: z.number(),
      keptRecordNo: z.string(),
      fullName: z.string(),
      goneRecordNo: z.string(),
      goneName: z.string(),
      reason: z.string(),
      by: z.string(),
      at: z.string(),
      undone: z.boolean(),
    }),
  ),
  async run({ db }) {
    const { rows } = await sql<{
      id: number
      keptId: number
      keptRecordNo: string
      fullName: string
      goneRecordNo: string
      goneName: string
      reason: string
      by: string
      at: string
      undone: boolean
    }>`select m.id, c.id as "keptId", c.record_no as "keptRecordNo", c.full_name as "fullName",
        m.gone_record_no as "goneRecordNo", m.gone_name as "goneName", m.reason,
        m.account_name as by, m.undone_at is not null as undone,
        to_char(m.merged_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
      from cadre_merge m join cadre c on c.id = m.cadre_id order by m.id desc limit 200`.execute(db)
    return rows
  },
})
