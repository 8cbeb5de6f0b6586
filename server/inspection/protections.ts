import { sql } from 'kysely'
import type { Context } from '#server/kernel/context.ts'

/** Proposals of a person put under protection by that day (KL 14-KL/TW). */
export async function protectionsOf(
  { db }: Context,
  cadreId: number,
  asOf: string,
): Promise<{ id: number; title: string; decisionNo: string }[]> {
  const { rows } = await sql<{ id: number; title: string; decisionNo: string }>`
    select p.id, p.title, s.decision_no as "decisionNo"
    from daring_proposal p join proposal_step s on s.proposal_id = p.id
    where p.cadre_id = ${cadreId} and s.kind = 'protected' and s.on_day <= ${asOf}::date
    order by s.on_day`.execute(db)
  return rows
}
