import { sql } from 'kysely'
import { z } from 'zod'
import { inVietnamese, isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'

interface Stored {
  from: string
  to: string | null
  endedBy: string | null
}

/** Ends a delegation of the province by a decision; the decision and the end it had are kept. */
export const endDelegation = command({
  name: 'authority.end_delegation',
  input: z.strictObject({
    id: wholeNumber,
    endedOn: isoDate,
    decisionNo: z.string().trim().min(1, 'Hãy ghi số quyết định kết thúc phân cấp.').max(300),
    signedBy: z.string().trim().min(1, 'Hãy ghi người ký quyết định.').max(300),
  }),
  output: z.object({ id: z.number(), endedOn: z.string() }),
  about: ({ id }) => ({ caseRef: `delegation:${id}` }),
  async run({ db }, { id, endedOn, decisionNo, signedBy }) {
    const { rows } = await sql<Stored>`
      select lower(d.during)::text as "from", upper(d.during)::text as "to",
        e.decision_no as "endedBy"
      from delegation d left join delegation_end e on e.delegation_id = d.id
      where d.id = ${id} for update of d`.execute(db)
    const [stored] = rows
    if (!stored) throw new Refusal('not_found', 'Không có phân cấp này. Hãy tải lại trang.')
    const refusal = whyNot(stored, endedOn)
    if (refusal) throw new Refusal(stored.endedBy ? 'conflict' : 'invalid', refusal, { stored })
    await sql`insert into delegation_end (delegation_id, ended_on, was_until, decision_no, signed_by)
      values (${id}, ${endedOn}::date, ${stored.to}::date, ${decisionNo}, ${signedBy})`.execute(db)
    await sql`update delegation set during = daterange(lower(during), ${endedOn}::date)
      where id = ${id}`.execute(db)
    return { id, endedOn }
  },
})

function whyNot({ from, to, endedBy }: Stored, endedOn: string): string | null {
  if (endedBy)
    return `Phân cấp này đã kết thúc ngày ${inVietnamese(to ?? endedOn)} theo ${endedBy}. Chưa ghi gì.`
  if (endedOn <= from) return `Ngày kết thúc phải sau ngày bắt đầu ${inVietnamese(from)}.`
  if (to && endedOn >= to)
    return `Phân cấp này vốn hết hiệu lực ngày ${inVietnamese(to)}; ngày kết thúc phải trước ngày đó.`
  return null
}
