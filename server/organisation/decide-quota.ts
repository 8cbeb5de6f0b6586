import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#server/kernel/database.ts'
import { inVietnamese, isoDate } from '#server/kernel/dates.ts'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { written } from './positions.ts'
import { changeQuotas, quotasOn } from './quotas.ts'

/**
 * A quota set by a decision from its day to the end of that year: a row of its own, so that what
 * was given before still reads as it was. `shown` is the number the officer saw.
 */
export const decideQuota = command({
  name: 'organisation.decide_quota',
  input: z.strictObject({
    unitId: z.number().int(),
    kind: z.enum(['official', 'civil_servant', 'public_employee', 'support_contract', 'contract']),
    from: isoDate,
    quota: z.number().int().min(0).max(100_000),
    shown: z.number().int().nullable(),
    decisionNo: written('Hãy ghi số quyết định giao biên chế.'),
    signedBy: written('Hãy ghi người ký quyết định.'),
  }),
  output: z.object({ quota: z.number() }),
  about: ({ unitId }) => ({ caseRef: `unit:${unitId}` }),
  async run({ db }, { unitId, kind, from, quota, shown, decisionNo, signedBy }) {
    const { rows } = await sql<{ alive: boolean }>`
      select during @> ${from}::date as alive from unit where id = ${unitId} for update`.execute(db)
    if (!rows[0]?.alive)
      throw new Refusal(
        'invalid',
        `Ngày ${inVietnamese(from)} không có đơn vị này. Hãy chọn đơn vị hoặc ngày khác.`,
      )
    const now = await quotaOf(db, unitId, kind, from)
    if (now !== shown)
      throw new Refusal(
        'conflict',
        `Biên chế của đơn vị vừa được người khác đặt là ${now ?? 'chưa giao'}. Hãy tải lại trang rồi ghi lại. Chưa ghi gì.`,
        { now, shown },
      )
    if ((now ?? 0) === quota)
      throw new Refusal('invalid', `Biên chế ngày đó đã là ${quota}; không có gì để ghi.`)
    const basis = `Quyết định số ${decisionNo}, ${signedBy} ký`
    const difference = [{ employment_kind: kind, quota: quota - (now ?? 0) }]
    await changeQuotas(db, unitId, from, difference, 1, basis)
    return { quota }
  },
})

async function quotaOf(db: Db, unitId: number, kind: string, on: string): Promise<number | null> {
  const { rows } = await sql<{ quota: number }>`select quota from (${quotasOn(on)}) q
    where unit_id = ${unitId} and employment_kind = ${kind}`.execute(db)
  return rows[0]?.quota ?? null
}
