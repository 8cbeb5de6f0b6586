import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { insertRows } from '#server/kernel/database.ts'
import { addDays, inVietnamese, isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command, query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { CONTENT_OF, type Counted } from './contents.ts'
import { type Matter, matterNamed } from './matters.ts'

const line = (problem: string) => z.string().trim().min(1, problem).max(300, 'Dài quá 300 ký tự.')
const SHOWN_FIRST = 200

/** What would be made public, before anybody decides: the first lines, and how many there are. */
export const preview = query({
  name: 'publicity.preview',
  input: z.strictObject({ item: z.string().min(1), asOf: isoDate }),
  output: z.object({
    headings: z.array(z.string()),
    total: z.number(),
    lines: z.array(z.object({ cells: z.array(z.string()) })),
  }),
  async run(ctx, { item, asOf }) {
    const { headings, lines } = await counted(ctx, await matterNamed(ctx, asOf, item), asOf)
    return { headings, total: lines.length, lines: lines.slice(0, SHOWN_FIRST) }
  },
})

/** Freezes what the records say that day and shows it to its circle, by a decision. */
export const publish = command({
  name: 'publicity.publish',
  input: z.strictObject({
    item: z.string().min(1),
    asOf: isoDate,
    from: isoDate.optional(),
    decisionNo: line('Hãy ghi số quyết định, văn bản cho công khai.'),
    decidedOn: isoDate,
    signedBy: line('Hãy ghi người ký.'),
  }),
  output: z.object({ id: z.number(), lines: z.number(), until: z.string() }),
  about: (_, { id }) => ({ caseRef: `publication:${id}` }),
  async run(ctx, { item, asOf, from = asOf, decisionNo, decidedOn, signedBy }) {
    if (decidedOn > from)
      throw new Refusal(
        'invalid',
        'Chưa có quyết định thì chưa công khai: ngày quyết định phải không sau ngày bắt đầu.',
      )
    const matter = await matterNamed(ctx, from, item)
    const { headings, lines } = await counted(ctx, matter, asOf)
    if (lines.length === 0)
      throw new Refusal(
        'against_rule',
        `Hồ sơ đến ngày ${inVietnamese(asOf)} chưa có gì để công khai về “${matter.label}”. Chưa ghi gì.`,
      )
    const until = addDays(from, matter.days - 1)
    await giveWay(ctx, matter, from)
    const { rows } = await sql<{ id: number }>`
      insert into publication (directive, item, title, cite, circle, as_of, headings, shown,
        decision_no, decided_on, signed_by, account_name)
      values (${matter.directive}, ${item}, ${matter.label}, ${`${matter.number} · ${matter.cite}`},
        ${matter.circle}, ${asOf}::date, ${headings}::text[], daterange(${from}::date, ${until}::date, '[]'),
        ${decisionNo}, ${decidedOn}::date, ${signedBy}, ${ctx.actor.name})
      returning id`.execute(ctx.db)
    const id = rows[0]?.id ?? 0
    await insertRows(
      ctx.db,
      'publication_line',
      lines.map(({ unitId, cadreId, cells }, place) => ({
        publication_id: id,
        circle: matter.circle,
        place,
        unit_id: unitId,
        cadre_id: cadreId,
        cells,
      })),
    )
    return { id, lines: lines.length, until }
  },
})

async function counted(ctx: Context, { content }: Matter, asOf: string): Promise<Counted> {
  const parameter = await ctx.house.parametersOn(ctx, asOf)
  return CONTENT_OF[content](ctx, { asOf, smallest: Number(parameter('small_cell_under')) })
}

/**
 * A later publication of the same matter ends the earlier one; two of one day cannot stand. One taken
 * back counts for the days it was read, so that what was taken back on its first day counts for none.
 */
async function giveWay({ db }: Context, { directive, id }: Matter, from: string): Promise<void> {
  const { rows } = await sql<{ starts: string; ended: string | null }>`
    select lower(p.shown)::text as starts, w.withdrawn_on::text as ended from publication p
      left join publication_withdrawal w on w.publication_id = p.id
    where p.directive = ${directive} and p.item = ${id} and lower(p.shown) >= ${from}::date
      and coalesce(w.withdrawn_on > lower(p.shown), true) order by lower(p.shown)`.execute(db)
  const [later] = rows
  if (later)
    throw new Refusal(
      'conflict',
      later.ended === null
        ? `Nội dung này đã công khai từ ngày ${inVietnamese(later.starts)}. Hãy thu hồi lần đó trước, hoặc chọn ngày bắt đầu muộn hơn.`
        : `Lần công khai từ ngày ${inVietnamese(later.starts)} được đọc đến khi thu hồi. Hãy chọn ngày bắt đầu từ ${inVietnamese(later.ended)}.`,
    )
  await sql`update publication set shown = daterange(lower(shown), ${from}::date)
    where directive = ${directive} and item = ${id} and shown @> ${from}::date
      and lower(shown) < ${from}::date`.execute(db)
}

/** Taken back: from that day nobody reads it; what was shown before stays in the record. */
export const withdraw = command({
  name: 'publicity.withdraw',
  input: z.strictObject({
    id: wholeNumber,
    on: isoDate.optional(),
    reason: line('Hãy ghi lý do thu hồi.'),
  }),
  output: z.object({ withdrawnOn: z.string() }),
  about: ({ id }) => ({ caseRef: `publication:${id}` }),
  async run(ctx, { id, on = ctx.today, reason }) {
    const { rows } = await sql<{ withdrawn: boolean; ended: boolean }>`
      select withdrawn,
        upper(shown) <= ${on}::date as ended
      from publication where id = ${id} for update`.execute(ctx.db)
    const [found] = rows
    if (!found) throw new Refusal('not_found', 'Không có lần công khai này. Hãy tải lại trang.')
    if (found.withdrawn) throw new Refusal('conflict', 'Lần công khai này đã được thu hồi.')
    if (on > ctx.today) throw new Refusal('invalid', 'Ngày thu hồi không thể sau hôm nay.')
    if (found.ended)
      throw new Refusal('against_rule', 'Lần công khai này đã hết hạn, không cần thu hồi.')
    await sql`insert into publication_withdrawal (publication_id, withdrawn_on, reason, account_name)
      values (${id}, ${on}::date, ${reason}, ${ctx.actor.name})`.execute(ctx.db)
    await sql`update publication set withdrawn = true where id = ${id}`.execute(ctx.db)
    return { withdrawnOn: on }
  },
})
