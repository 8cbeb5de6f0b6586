import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { mayBeEntered } from '#server/tasks/entered.ts'
import { assignedOn, assignedOne, reportKey, within } from './assigned.ts'
import { about, acting, changed, held, mustBe, mustPass, stepped } from './held.ts'
import { openReport, stateOf } from './stored.ts'
import { tellTask } from './tell-task.ts'

/** Writes down that a period is open for those who owe it; those already open stay as they are. */
export const openPeriod = command({
  name: 'periodic_reports.open',
  input: z.strictObject(reportKey),
  output: z.object({
    report: z.string(),
    period: z.string(),
    owed: z.number(),
    opened: z.number(),
  }),
  async run(ctx, { on = ctx.today, report, period, unitId }) {
    mayBeEntered(ctx, on)
    const all = (await assignedOn(ctx, on)).filter((one) => within(ctx, one))
    const [first] = all
      .filter((one) => one.report.id === report && (!period || one.period === period))
      .toSorted((a, b) => b.period.localeCompare(a.period))
    const one = assignedOne(ctx, all, { report, period, unitId: unitId ?? first?.unit.id })
    const owed = all.filter(
      (other) =>
        other.report.id === report &&
        other.period === one.period &&
        (unitId === undefined || other.unit.id === one.unit.id),
    )
    let opened = 0
    for (const each of owed) if (await openReport(ctx, each, on)) opened += 1
    return { report, period: one.period, owed: owed.length, opened }
  },
})

/** What no record holds: the agency's own words, and numbers of its books. */
export const fill = command({
  name: 'periodic_reports.fill',
  input: z.strictObject({
    ...acting,
    texts: z.record(z.string(), z.string().trim().max(10_000, 'Dài quá 10.000 ký tự.')),
    stated: z.record(z.string(), z.number().int().min(0).nullable()).default({}),
  }),
  output: changed,
  about,
  async run(ctx, { texts, stated, on = ctx.today, ...key }) {
    const found = await held(ctx, key, on)
    mustBe(found, ['opened', 'returned'], 'sửa')
    const asked = found.assigned.report.sections.filter((section) => 'asks' in section)
    const stranger = Object.keys({ ...texts, ...stated }).find(
      (id) => !asked.some((section) => section.id === id),
    )
    if (stranger !== undefined)
      throw new Refusal(
        'invalid',
        `Báo cáo không hỏi mục “${stranger}”. Các mục phải viết: ${asked.map(({ id }) => id).join(', ')}.`,
      )
    const { rows } = await sql<{ version: number }>`
      update periodic_report set texts = texts || ${JSON.stringify(texts)}::jsonb,
        stated = jsonb_strip_nulls(stated || ${JSON.stringify(stated)}::jsonb)
      where id = ${found.stored.id} returning version`.execute(ctx.db)
    return {
      ...{ id: found.stored.id, version: rows[0]?.version ?? 0 },
      state: stateOf(found.steps),
    }
  },
})

/** Hands it in: the numbers stay as counted that day. */
export const submit = command({
  name: 'periodic_reports.submit',
  input: z.strictObject({ ...acting, documentNo: z.string().trim().max(100).optional() }),
  output: changed,
  about,
  async run(ctx, { documentNo, on = ctx.today, ...key }) {
    const found = await held(ctx, key, on)
    if (found.assigned.report.counts === 'province')
      throw new Refusal(
        'against_rule',
        'Báo cáo của cả tỉnh không nộp cho ai trong tỉnh: ký ban hành khi đã đủ mục.',
      )
    mustBe(found, ['opened', 'returned'], 'nộp')
    mustPass(found, 'nộp')
    const { content, stored } = found
    await sql`update periodic_report set content = ${JSON.stringify(content)}::jsonb,
      counted_on = ${on}::date where id = ${stored.id}`.execute(ctx.db)
    await tellTask(ctx, found.assigned, 'submission', on, `Nộp “${content.title}”.`, documentNo)
    return stepped(ctx, stored.id, 'submitted', on, documentNo)
  },
})
