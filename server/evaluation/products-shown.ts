import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#server/kernel/database.ts'

const claim = z.object({
  id: z.number(),
  of: z.enum(['check', 'delay']),
  times: z.number(),
  reason: z.string(),
  document: z.string().nullable(),
  confirmed: z.boolean().nullable(),
  decidedBy: z.string().nullable(),
  answer: z.string().nullable(),
})

const proof = z.object({
  id: z.number(),
  kind: z.enum(['file', 'link', 'document']),
  label: z.string(),
  link: z.string().nullable(),
})

export const productRow = z.object({
  id: z.number(),
  name: z.string(),
  countedIn: z.string(),
  coefficient: z.number(),
  assigned: z.number(),
  done: z.number(),
  dueOn: z.string().nullable(),
  finishedOn: z.string().nullable(),
  failedChecks: z.number(),
  delays: z.number(),
  sparedChecks: z.number(),
  sparedDelays: z.number(),
  note: z.string().nullable(),
  version: z.number(),
  claims: z.array(claim),
  proofs: z.array(proof),
})

export type ProductRow = z.input<typeof productRow>

/** Products of one person with what was claimed and what shows them; those with a problem first. */
export async function productsOf(db: Db, evaluationId: number): Promise<ProductRow[]> {
  const { rows } = await sql<ProductRow>`
    select p.id, p.name, p.counted_in as "countedIn", p.coefficient, p.assigned, p.done,
      p.due_on::text as "dueOn", p.finished_on::text as "finishedOn",
      p.failed_checks as "failedChecks", p.delays, p.spared_checks as "sparedChecks",
      p.spared_delays as "sparedDelays", p.note, p.version,
      coalesce((select json_agg(json_build_object('id', c.id, 'of', c.of, 'times', c.times,
          'reason', c.reason, 'document', c.document, 'confirmed', c.confirmed,
          'decidedBy', c.decided_by, 'answer', c.answer) order by c.id)
        from product_claim c where c.product_id = p.id), '[]') as claims,
      coalesce((select json_agg(json_build_object('id', v.id, 'kind', v.kind, 'label', v.label,
          'link', v.link) order by v.id)
        from product_evidence v where v.product_id = p.id), '[]') as proofs
    from work_product p where p.evaluation_id = ${evaluationId}
    order by (p.failed_checks + p.delays > 0 or p.done < p.assigned) desc, p.due_on, p.id`.execute(
    db,
  )
  return rows
}
