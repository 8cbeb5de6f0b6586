import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { unchanged } from '#server/kernel/versions.ts'
import { type Cycle, cycleNamed, stillRated } from './cycle.ts'
import { ownEvaluation, stillOwn } from './own.ts'
import { sentence } from './shapes.ts'

const amount = z.number().min(0).max(100_000)
const times = z.number().int().min(0).max(1000)

export const productGiven = {
  name: sentence(2, 'Hãy ghi tên sản phẩm, công việc.'),
  countedIn: z.string().trim().min(1).max(60).default('sản phẩm'),
  coefficient: z.number().positive('Hệ số quy đổi phải lớn hơn 0.').max(1000).default(1),
  assigned: amount.positive('Số lượng giao phải lớn hơn 0.'),
  dueOn: isoDate.nullable().default(null),
}

export interface ProductInHand {
  id: number
  evaluationId: number
  cadreId: number
  version: number
  assigned: number
  failedChecks: number
  delays: number
  cycle: Cycle
}

/** A product in sight, locked, with its cycle kept from moving on meanwhile. */
export async function productNamed(ctx: Context, id: number): Promise<ProductInHand> {
  const { rows } = await sql<Omit<ProductInHand, 'cycle'> & { cycleId: number }>`
    select p.id, p.evaluation_id as "evaluationId", p.cadre_id as "cadreId", p.version, p.assigned,
      p.failed_checks as "failedChecks", p.delays, e.cycle_id as "cycleId"
    from work_product p join evaluation e on e.id = p.evaluation_id
    where p.id = ${id} for update of p`.execute(ctx.db)
  const [found] = rows
  if (!found)
    throw new Refusal('not_found', 'Không còn sản phẩm này trong kỳ. Hãy mở lại danh sách.')
  const { cycleId, ...product } = found
  return { ...product, cycle: await cycleNamed(ctx, cycleId, 'share') }
}

const saved = z.object({ id: z.number(), version: z.number() })

/** Something done that nobody assigned beforehand: the person adds it, the head sees and may strike it. */
export const addOwnProduct = command({
  name: 'evaluation.add_own_product',
  input: z.strictObject({ evaluationId: wholeNumber, ...productGiven }),
  output: saved,
  async run(ctx, { evaluationId, name, countedIn, coefficient, assigned, dueOn }) {
    const own = await ownEvaluation(ctx, evaluationId)
    stillOwn(own)
    const { rows } = await sql<{ id: number; version: number }>`
      insert into work_product (evaluation_id, cadre_id, name, counted_in, coefficient, assigned, due_on, note)
      values (${evaluationId}, ${own.cadreId}, ${name}, ${countedIn}, ${coefficient}, ${assigned},
        ${dueOn}, 'Việc tự bổ sung, chưa được giao trước')
      returning id, version`.execute(ctx.db)
    return rows[0] ?? { id: 0, version: 0 }
  },
})

/** How far the own product is; checks and delays are the head's to say. */
export const reportProgress = command({
  name: 'evaluation.report_progress',
  input: z.strictObject({
    productId: wholeNumber,
    version: z.number().int(),
    done: amount,
    finishedOn: isoDate.nullable().default(null),
  }),
  output: saved,
  async run(ctx, { productId, version, done, finishedOn }) {
    const product = await productNamed(ctx, productId)
    stillOwn(await ownEvaluation(ctx, product.evaluationId))
    unchanged({ version: product.version, done }, { version })
    const { rows } = await sql<{ id: number; version: number }>`
      update work_product set done = ${done}, finished_on = ${finishedOn},
        delays = case when ${finishedOn}::date > due_on then greatest(delays, 1) else delays end,
        version = version + 1
      where id = ${productId} returning id, version`.execute(ctx.db)
    return rows[0] ?? { id: productId, version }
  },
})

/** What the head says of a product: how much, failed checks, delays. Spared ones never exceed them. */
export const checkProduct = command({
  name: 'evaluation.check_product',
  input: z.strictObject({
    productId: wholeNumber,
    version: z.number().int(),
    assigned: amount.positive().optional(),
    coefficient: z.number().positive().max(1000).optional(),
    done: amount.optional(),
    failedChecks: times.optional(),
    delays: times.optional(),
    finishedOn: isoDate.nullable().optional(),
    note: z.string().trim().max(500).nullable().optional(),
  }),
  output: saved,
  async run(ctx, { productId, version, ...sent }) {
    const product = await productNamed(ctx, productId)
    stillRated(product.cycle)
    mayNotBeOwn(ctx, product)
    unchanged({ version: product.version, ...sent }, { version })
    const failed = sent.failedChecks ?? product.failedChecks
    const delays = sent.delays ?? product.delays
    const { rows } = await sql<{ id: number; version: number }>`
      update work_product set assigned = ${sent.assigned ?? product.assigned},
        coefficient = coalesce(${sent.coefficient ?? null}, coefficient),
        done = coalesce(${sent.done ?? null}, done),
        failed_checks = ${failed}, spared_checks = least(spared_checks, ${failed}),
        delays = ${delays}, spared_delays = least(spared_delays, ${delays}),
        finished_on = case when ${sent.finishedOn !== undefined} then ${sent.finishedOn ?? null}::date else finished_on end,
        note = case when ${sent.note !== undefined} then ${sent.note ?? null} else note end,
        version = version + 1
      where id = ${productId} returning id, version`.execute(ctx.db)
    return rows[0] ?? { id: productId, version }
  },
})

/** Given by mistake; the audit keeps what it was. */
export const strikeProduct = command({
  name: 'evaluation.strike_product',
  input: z.strictObject({ productId: wholeNumber, reason: sentence(5, 'Hãy ghi lý do bỏ.') }),
  output: z.object({ struck: z.boolean() }),
  async run(ctx, { productId }) {
    const product = await productNamed(ctx, productId)
    stillRated(product.cycle)
    mayNotBeOwn(ctx, product)
    await ctx.db.deleteFrom('work_product').where('id', '=', productId).execute()
    return { struck: true }
  },
})

export function mayNotBeOwn({ actor }: Context, { cadreId }: { cadreId: number }): void {
  if (actor.cadreId !== cadreId) return
  throw new Refusal(
    'against_rule',
    'Không ai tự kiểm tra, xác nhận sản phẩm của mình. Việc này do người đứng đầu cấp trên làm.',
  )
}
