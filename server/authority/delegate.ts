import { sql } from 'kysely'
import { z } from 'zod'
import { ACTIONS, actionShape, patternShape } from '#server/directives/delegation-shape.ts'
import { labelOf } from '#server/kernel/code-list.ts'
import type { Context } from '#server/kernel/context.ts'
import { inVietnamese, isoDate } from '#server/kernel/dates.ts'
import { codeOf, wholeNumber } from '#server/kernel/inputs.ts'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { RANKS } from '#server/organisation/code-lists.ts'
import { matterNamed } from './matters.ts'
import { pathOf } from './reach.ts'
import { noUnit } from './who-may.ts'

const written = (problem: string) =>
  z.string().trim().min(1, problem).max(300, 'Dài quá 300 ký tự.')

const holderInput = z
  .strictObject({
    body: written('Hãy ghi tên cơ quan, chức vụ được giao.').optional(),
    title: z.string().min(1).optional(),
    rank: codeOf(RANKS).optional(),
    unitId: wholeNumber.optional(),
  })
  .refine(
    ({ body, title, rank }) => [body, title, rank].filter((one) => one !== undefined).length === 1,
    { error: 'Giao cho một: tên cơ quan, chức vụ; hoặc chức danh; hoặc cấp chức vụ.' },
  )

/** Gives authority from a day on, by a decision; what already stands in those days is not overwritten. */
export const delegate = command({
  name: 'authority.delegate',
  input: z
    .strictObject({
      matter: z.string().min(1, 'Hãy chọn nội dung phân cấp.'),
      action: actionShape,
      about: patternShape.default({}),
      holder: holderInput,
      withinUnitId: wholeNumber.optional(),
      from: isoDate,
      to: isoDate.optional(),
      decisionNo: written('Hãy ghi số quyết định phân cấp.'),
      signedBy: written('Hãy ghi người ký quyết định.'),
      clause: written('Hãy ghi điều, khoản.'),
    })
    .refine(({ from, to }) => !to || from < to, {
      error: 'Ngày hết hiệu lực phải sau ngày bắt đầu.',
      path: ['to'],
    }),
  output: z.object({ id: z.number() }),
  about: (_, { id }) => ({ caseRef: `delegation:${id}` }),
  async run(ctx, input) {
    const { matter } = await matterNamed(ctx, input.matter, input.from)
    const sent = { ...input, matter, about: sorted(input.about) }
    const { body, title, rank, unitId } = sent.holder
    for (const id of [unitId, sent.withinUnitId]) {
      if (id !== undefined && (await pathOf(ctx, id, sent.from)).length === 0)
        throw noUnit(sent.from)
    }
    if (title !== undefined) await mustBeTitle(ctx, title)
    await mustBeFree(ctx, sent)
    const { rows } = await sql<{ id: number }>`
      insert into delegation (matter, action, about, holder_body, holder_title, holder_rank,
        holder_unit_id, within_unit_id, during, decision_no, signed_by, clause)
      values (${matter}, ${sent.action}, ${JSON.stringify(sent.about)}::jsonb, ${body ?? null},
        ${title ?? null}, ${rank ?? null}, ${unitId ?? null}::integer,
        ${sent.withinUnitId ?? null}::integer,
        daterange(${sent.from}::date, ${sent.to ?? null}::date),
        ${sent.decisionNo}, ${sent.signedBy}, ${sent.clause})
      returning id`.execute(ctx.db)
    return { id: rows[0]?.id ?? 0 }
  },
})

/** One order of codes, so that the same posts are stored alike. */
const sorted = (about: z.output<typeof patternShape>): z.output<typeof patternShape> =>
  Object.fromEntries(Object.entries(about).map(([name, codes]) => [name, [...codes].sort()]))

async function mustBeTitle({ db }: Context, title: string): Promise<void> {
  const { rows } = await sql`select 1 from job_title where code = ${title}`.execute(db)
  if (rows.length > 0) return
  throw new Refusal(
    'invalid',
    `Không có chức danh “${title}” trong danh mục. Hãy chọn chức danh trong danh sách.`,
  )
}

interface Sent {
  matter: string
  action: keyof typeof ACTIONS
  about: object
  withinUnitId?: number | undefined
  from: string
  to?: string | undefined
}

interface Stored {
  id: number
  holder: string | null
  rank: string | null
  from: string
  to: string | null
  decisionNo: string
}

async function mustBeFree({ db }: Context, sent: Sent): Promise<void> {
  const { rows } = await sql<Stored>`
    select d.id, coalesce(holder_body, t.name) as holder, holder_rank as rank,
      lower(during)::text as "from", upper(during)::text as "to", decision_no as "decisionNo"
    from delegation d left join job_title t on t.code = d.holder_title
    where matter = ${sent.matter} and action = ${sent.action}
      and about = ${JSON.stringify(sent.about)}::jsonb
      and coalesce(within_unit_id, 0) = ${sent.withinUnitId ?? 0}::integer
      and during && daterange(${sent.from}::date, ${sent.to ?? null}::date)
    order by lower(during) limit 1`.execute(db)
  const [stored] = rows
  if (!stored) return
  const holder = stored.holder ?? labelOf(RANKS, stored.rank)
  const until = stored.to ? ` đến ${inVietnamese(stored.to)}` : ''
  throw new Refusal(
    'conflict',
    `Việc này (${ACTIONS[sent.action].label.toLowerCase()}, cùng loại chức danh) đã giao ${holder} từ ${inVietnamese(stored.from)}${until} theo ${stored.decisionNo}. Hãy kết thúc phân cấp đó trước, rồi ghi phân cấp này.`,
    { stored, sent },
  )
}
