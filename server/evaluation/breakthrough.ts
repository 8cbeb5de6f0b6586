import { sql } from 'kysely'
import { z } from 'zod'
import { mustBeInSight } from '#server/cadres/restricted.ts'
import type { Db } from '#server/kernel/database.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command, query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { unchanged } from '#server/kernel/versions.ts'
import { sentence } from './shapes.ts'

const task = z.object({
  id: z.number(),
  cadreId: z.number(),
  person: z.string(),
  title: z.string().nullable(),
  unitName: z.string().nullable(),
  year: z.number(),
  name: z.string(),
  product: z.string(),
  wanted: z.number(),
  done: z.number(),
  dueOn: z.string(),
  decisionNo: z.string(),
  assignedBy: z.string(),
  verified: z.number().nullable(),
  verifiedOn: z.string().nullable(),
  verifiedBy: z.string().nullable(),
  version: z.number(),
})

/** Breakthrough tasks of heads with what was verified: completion counts verified products only. */
export const breakthroughTasks = query({
  name: 'evaluation.breakthrough_tasks',
  input: z.strictObject({
    year: wholeNumber.optional(),
    asOf: isoDate.optional(),
  }),
  output: z.object({
    rows: z.array(task),
    wanted: z.number(),
    verified: z.number(),
    /** Verified products over those wanted, each task at most whole; null when nothing was assigned. */
    completion: z.number().nullable(),
    clause: z.string(),
  }),
  async run({ db, today }, { year, asOf = today }) {
    const wantedYear = year ?? Number(asOf.slice(0, 4))
    const { rows } = await sql<z.input<typeof task>>`
      select b.id, b.cadre_id as "cadreId", c.full_name as person, t.title, n.name as "unitName",
        b.year, b.name, b.product, b.wanted, b.done, b.due_on::text as "dueOn",
        b.decision_no as "decisionNo", b.assigned_by as "assignedBy", b.verified,
        b.verified_on::text as "verifiedOn", b.verified_by as "verifiedBy", b.version
      from breakthrough_task b join cadre c on c.id = b.cadre_id
      left join tenure t on t.cadre_id = c.id and t.holding = 'main' and t.during @> ${asOf}::date
      left join unit_name n on n.unit_id = t.unit_id and n.during @> ${asOf}::date
      where b.year = ${wantedYear} order by c.name_key, b.id`.execute(db)
    const total = (of: (row: z.input<typeof task>) => number) =>
      rows.reduce((sum, row) => sum + of(row), 0)
    const wanted = total((row) => row.wanted)
    const verified = total((row) => Math.min(row.verified ?? 0, row.wanted))
    const clause = 'Vĩnh Phúc, giữa nhiệm kỳ: nhiệm vụ đột phá của người đứng đầu'
    return { rows, wanted, verified, completion: wanted > 0 ? verified / wanted : null, clause }
  },
})

/** Gives a head a task whose product can be counted. */
export const assignBreakthrough = command({
  name: 'evaluation.assign_breakthrough',
  input: z.strictObject({
    cadreId: wholeNumber,
    year: z.number().int().min(2000).max(2100),
    name: sentence(5, 'Hãy ghi nhiệm vụ đột phá.'),
    product: sentence(5, 'Hãy ghi sản phẩm đếm được.'),
    wanted: z.number().int().positive('Số sản phẩm phải lớn hơn 0.').max(100_000),
    dueOn: isoDate,
    decisionNo: sentence(2, 'Hãy ghi số văn bản giao nhiệm vụ.'),
    assignedBy: sentence(2, 'Hãy ghi cấp giao nhiệm vụ.'),
  }),
  output: z.object({ id: z.number() }),
  about: ({ cadreId }) => ({ cadreId }),
  async run(ctx, { cadreId, ...given }) {
    await mustBeInSight(ctx, cadreId)
    const head = await sql`select from tenure where cadre_id = ${cadreId}
      and rank in ('head', 'division_head') and during @> ${ctx.today}::date`.execute(ctx.db)
    if (head.rows.length === 0)
      throw new Refusal(
        'against_rule',
        'Người này không đứng đầu đơn vị nào; nhiệm vụ đột phá chỉ giao cho người đứng đầu.',
      )
    const { rows } = await sql<{ id: number }>`
      insert into breakthrough_task
        (cadre_id, year, name, product, wanted, due_on, decision_no, assigned_by)
      values (${cadreId}, ${given.year}, ${given.name}, ${given.product}, ${given.wanted},
        ${given.dueOn}, ${given.decisionNo}, ${given.assignedBy})
      on conflict do nothing returning id`.execute(ctx.db)
    if (rows[0]) return rows[0]
    throw new Refusal('conflict', 'Nhiệm vụ này đã giao cho người này trong năm.')
  },
})

/** The head reports products done; what was verified before has to be verified again. */
export const reportBreakthrough = command({
  name: 'evaluation.report_breakthrough',
  input: z.strictObject({
    taskId: wholeNumber,
    version: z.number().int(),
    done: z.number().int().min(0).max(100_000),
  }),
  output: z.object({ version: z.number() }),
  async run(ctx, { taskId, version, done }) {
    const found = await locked(ctx.db, taskId)
    unchanged({ version: found.version, done: found.done }, { version, done })
    const { rows } = await sql<{ version: number }>`
      update breakthrough_task set done = ${done}, reporter_id = ${ctx.actor.cadreId},
        reported_by = ${ctx.actor.name}, verified = null, verified_on = null, verified_by = null,
        verifier_id = null, version = version + 1
      where id = ${taskId} returning version`.execute(ctx.db)
    return { version: rows[0]?.version ?? version }
  },
})

/** Somebody else counts the products: not the head, not a relative, not whoever reported them. */
export const verifyBreakthrough = command({
  name: 'evaluation.verify_breakthrough',
  input: z.strictObject({
    taskId: wholeNumber,
    version: z.number().int(),
    verified: z.number().int().min(0),
  }),
  output: z.object({ version: z.number() }),
  async run(ctx, { taskId, version, verified }) {
    const found = await locked(ctx.db, taskId)
    unchanged({ version: found.version, done: found.done }, { version })
    if (ctx.actor.cadreId === found.cadreId)
      throw new Refusal(
        'against_rule',
        'Người nhận nhiệm vụ không tự kiểm chứng sản phẩm của mình.',
      )
    if (ctx.actor.name === found.reportedBy || isSame(ctx.actor.cadreId, found.reporterId))
      throw new Refusal(
        'against_rule',
        'Người báo cáo số sản phẩm không tự kiểm chứng số ấy. Việc này do người khác làm.',
      )
    await ctx.house.keepApart(ctx, [found.cadreId], 'appraise')
    if (verified > found.done)
      throw new Refusal(
        'invalid',
        `Mới báo cáo ${found.done} sản phẩm, không kiểm chứng được ${verified}.`,
      )
    const { rows } = await sql<{ version: number }>`
      update breakthrough_task set verified = ${verified}, verified_on = ${ctx.today},
        verified_by = ${ctx.actor.displayName}, verifier_id = ${ctx.actor.cadreId}, version = version + 1
      where id = ${taskId} returning version`.execute(ctx.db)
    return { version: rows[0]?.version ?? version }
  },
})

async function locked(db: Db, id: number) {
  const { rows } = await sql<{
    cadreId: number
    done: number
    reporterId: number | null
    reportedBy: string | null
    version: number
  }>`select cadre_id as "cadreId", done, reporter_id as "reporterId", reported_by as "reportedBy", version
    from breakthrough_task where id = ${id} for update`.execute(db)
  if (rows[0]) return rows[0]
  throw new Refusal('not_found', 'Không có nhiệm vụ đột phá này.')
}

const isSame = (one: number | null, other: number | null) => one !== null && one === other
