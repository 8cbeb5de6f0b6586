import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { insertRows } from '#server/kernel/database.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { type Cycle, caseRef, cycleNamed, stillRated } from './cycle.ts'
import { before } from './periods.ts'
import { productGiven } from './products.ts'

export type How = 'one' | 'title' | 'unit' | 'template' | 'paste'

export interface Assigned {
  evaluation_id: number
  cadre_id: number
  name: string
  counted_in: string
  coefficient: number
  assigned: number
  due_on: string | null
  kind_id: number | null
}

const answer = z.object({ batchId: z.number(), products: z.number(), people: z.number() })

/** Products for one person, for everybody of a title, or for the whole unit. */
export const assign = command({
  name: 'evaluation.assign',
  input: z.strictObject({
    cycleId: wholeNumber,
    to: z.union([
      z.strictObject({ evaluationIds: z.array(wholeNumber).min(1).max(500) }),
      z.strictObject({ title: z.string().min(1) }),
      z.strictObject({ everybody: z.literal(true) }),
    ]),
    products: z
      .array(z.strictObject({ ...productGiven, kindId: wholeNumber.nullable().default(null) }))
      .min(1, 'Hãy ghi ít nhất một sản phẩm.')
      .max(200),
  }),
  output: answer,
  about: ({ cycleId }) => ({ caseRef: caseRef(cycleId) }),
  async run(ctx, { cycleId, to, products }) {
    const cycle = await cycleForWork(ctx, cycleId)
    const people = (await peopleIn(ctx, cycleId)).filter((one) =>
      'evaluationIds' in to
        ? to.evaluationIds.includes(one.id)
        : 'title' in to
          ? one.title === to.title
          : true,
    )
    if (people.length === 0)
      throw new Refusal('not_found', 'Kỳ này không có ai khớp. Hãy chọn lại người hoặc chức danh.')
    const rows = people.flatMap((person) =>
      products.map((product) => ({
        evaluation_id: person.id,
        cadre_id: person.cadreId,
        name: product.name,
        counted_in: product.countedIn,
        coefficient: product.coefficient,
        assigned: product.assigned,
        due_on: product.dueOn,
        kind_id: product.kindId,
      })),
    )
    const how = 'title' in to ? 'title' : 'everybody' in to ? 'unit' : 'one'
    return written(ctx, cycle, how, rows)
  },
})

/** The same products as in the period before, with deadlines moved on by as many days. */
export const assignAgain = command({
  name: 'evaluation.assign_again',
  input: z.strictObject({ cycleId: wholeNumber }),
  output: answer,
  about: ({ cycleId }) => ({ caseRef: caseRef(cycleId) }),
  async run(ctx, { cycleId }) {
    const cycle = await cycleForWork(ctx, cycleId)
    const earlier = before(cycle.period)
    const { rows } = await sql<Assigned>`
      select e.id as evaluation_id, e.cadre_id, p.name, p.counted_in, p.coefficient, p.assigned,
        (p.due_on + (${cycle.period.from}::date - ${earlier.from}::date))::text as due_on, p.kind_id
      from evaluation e join evaluation old on old.cadre_id = e.cadre_id
      join evaluation_cycle c on c.id = old.cycle_id and c.unit_id = ${cycle.unitId}
        and c.period = ${earlier.code} and c.scheme = ${cycle.scheme}
      join work_product p on p.evaluation_id = old.id
      where e.cycle_id = ${cycleId} and not exists (select from work_product mine
        where mine.evaluation_id = e.id and mine.name = p.name)
      order by p.id`.execute(ctx.db)
    if (rows.length === 0)
      throw new Refusal(
        'not_found',
        `Không có sản phẩm nào của ${earlier.label} để giao lại, hoặc đã giao lại rồi.`,
      )
    const last = cycle.period.to
    const kept = rows.map((row) => ({
      ...row,
      due_on: row.due_on !== null && row.due_on > last ? last : row.due_on,
    }))
    return written(ctx, cycle, 'template', kept)
  },
})

/** Takes back products given in one go, as long as nobody has worked on them. */
export const undoAssignment = command({
  name: 'evaluation.undo_assignment',
  input: z.strictObject({ batchId: wholeNumber }),
  output: z.object({ removed: z.number() }),
  async run(ctx, { batchId }) {
    const { rows: found } = await sql<{ cycleId: number; undone: boolean }>`
      select cycle_id as "cycleId", undone_at is not null as undone from product_batch
      where id = ${batchId} for update`.execute(ctx.db)
    const [batch] = found
    if (!batch || batch.undone)
      throw new Refusal('not_found', 'Lần giao này không có, hoặc đã được hoàn tác.')
    await cycleForWork(ctx, batch.cycleId)
    const { rows: touched } = await sql<{ name: string }>`
      select distinct c.full_name as name from work_product p join cadre c on c.id = p.cadre_id
      where p.batch_id = ${batchId} and (p.done > 0 or p.version > 1
        or exists (select from product_evidence v where v.product_id = p.id)) order by 1`.execute(
      ctx.db,
    )
    if (touched.length > 0)
      throw new Refusal(
        'conflict',
        `Đã có người làm việc trên các sản phẩm này: ${touched.map(({ name }) => name).join(', ')}. Hãy bỏ từng sản phẩm.`,
      )
    const { rows } =
      await sql`delete from work_product where batch_id = ${batchId} returning id`.execute(ctx.db)
    await sql`update product_batch set undone_at = now() where id = ${batchId}`.execute(ctx.db)
    return { removed: rows.length }
  },
})

export async function cycleForWork(ctx: Context, cycleId: number): Promise<Cycle> {
  const cycle = await cycleNamed(ctx, cycleId, 'share')
  stillRated(cycle)
  return cycle
}

export interface InCycle {
  id: number
  cadreId: number
  name: string
  title: string
  recordNo: string
}

export async function peopleIn({ db }: Context, cycleId: number): Promise<InCycle[]> {
  const { rows } = await sql<InCycle>`
    select e.id, e.cadre_id as "cadreId", c.full_name as name, e.title, c.record_no as "recordNo"
    from evaluation e join cadre c on c.id = e.cadre_id where e.cycle_id = ${cycleId}
    order by e.group_no, c.name_key, e.id`.execute(db)
  return rows
}

export async function written(ctx: Context, cycle: Cycle, how: How, rows: readonly Assigned[]) {
  const { id } = await ctx.db
    .insertInto('product_batch')
    .values({ cycle_id: cycle.id, how, account_name: ctx.actor.name })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertRows(
    ctx.db,
    'work_product',
    rows.map((row) => ({ ...row, batch_id: id })),
  )
  const people = new Set(rows.map(({ cadre_id }) => cadre_id)).size
  return { batchId: id, products: rows.length, people }
}
