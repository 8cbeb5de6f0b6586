import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { wholeNumber, yearNumber } from '#server/kernel/inputs.ts'
import { fileAnswer, query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { type Letter, letterAsWord } from '#server/office/letter.ts'
import { letterhead, type Sender } from '#server/organisation/letterhead.ts'
import { conclusionBlocks, conclusionTitle } from './conclusion-letter.ts'
import { inspectionDetail } from './inspections.ts'
import { nameOn } from './names.ts'
import { type Planned, planBlocks } from './plan-letter.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const inWord = (fileName: string, letter: Letter) => ({
  ...{ fileName: `${fileName}.docx`, mediaType: WORD, bytes: letterAsWord(letter) },
})

/** The plan of a year as the letter that issued it, with every inspection planned so far. */
export const planFile = query({
  name: 'inspection.plan_file',
  records: 'export',
  input: z.strictObject({ year: yearNumber }),
  output: fileAnswer,
  about: ({ year }) => ({ caseRef: `inspection_plan:${year}` }),
  async run(ctx, { year }) {
    if (ctx.actor.scope !== null)
      throw new Refusal(
        'forbidden',
        'Kế hoạch có các đơn vị ngoài phạm vi được xem. Hãy xin bản đã ban hành ở cơ quan lập kế hoạch.',
      )
    const plan = await planOf(ctx, year)
    const rows = await plannedIn(ctx, plan.id)
    return inWord(`Kế hoạch kiểm tra ${year}`, {
      head: letterhead(await senderOf(ctx, plan.byUnitId, plan.on), ctx.province.name, {
        ...{ no: plan.no, symbol: 'KH', on: plan.on },
      }),
      title: 'KẾ HOẠCH',
      subtitle: afterKind(plan.title, 'Kế hoạch'),
      blocks: planBlocks(plan, rows),
      receivers: ['Các đơn vị có tên trong Kế hoạch;', 'Lưu: hồ sơ.'],
      ...{ signs: plan.signedBy, signer: null },
    })
  },
})

/** What an inspection came to, as a letter; a draft until it is concluded. */
export const conclusionFile = query({
  name: 'inspection.conclusion_file',
  records: 'export',
  input: z.strictObject({ id: wholeNumber, asOf: isoDate.optional() }),
  output: fileAnswer,
  about: ({ id }) => ({ caseRef: `inspection:${id}` }),
  async run(ctx, { id, asOf = ctx.today }) {
    const one = await inspectionDetail(ctx, { id, asOf })
    const on = one.concludedOn
    const sender = await senderOf(ctx, one.byUnitId, on ?? asOf)
    return inWord(`${conclusionTitle(one)} ${one.unit}`, {
      head: letterhead(sender, ctx.province.name, {
        ...{ no: on ? one.conclusionNo : null, symbol: 'KL', on },
      }),
      title: `${conclusionTitle(one).toUpperCase()}${on ? '' : ' (DỰ THẢO)'}`,
      subtitle: `${one.title} tại ${one.unit}`,
      blocks: conclusionBlocks(one),
      receivers: [`${one.unit};`, 'Lưu: hồ sơ kiểm tra.'],
      ...{ signs: one.signedBy ?? 'Thủ trưởng cơ quan', signer: null },
    })
  },
})

/** Above the line stands KẾ HOẠCH already: the line below says only of what. */
function afterKind(title: string, kind: string): string {
  const rest = title.startsWith(`${kind} `) ? title.slice(kind.length + 1) : title
  return rest.charAt(0).toUpperCase() + rest.slice(1)
}

interface Plan {
  id: number
  title: string
  no: string
  on: string
  signedBy: string
  byUnitId: number | null
  purpose: string
  arrangements: string
}

async function planOf({ db }: Context, year: number): Promise<Plan> {
  const { rows } = await sql<Plan>`select id, title, decision_no as no, decided_on::text as "on",
      signed_by as "signedBy", by_unit_id as "byUnitId", purpose, arrangements
    from inspection_plan where year = ${year}`.execute(db)
  if (rows[0]) return rows[0]
  throw new Refusal('not_found', `Năm ${year} chưa có kế hoạch kiểm tra.`)
}

async function plannedIn({ db }: Context, planId: number): Promise<Planned[]> {
  const { rows } = await sql<Planned>`
    select i.title, ${nameOn(sql`i.unit_id`, '9999-12-30')} as unit, i.act,
      lower(i.examined)::text as "from", (upper(i.examined) - 1)::text as "to",
      i.starts_on::text as "startsOn", i.ends_on::text as "endsOn",
      (select d.full_name from inspection_member m
        join directory_entry d on d.cadre_id = m.cadre_id
        where m.inspection_id = i.id and m.duty = 'lead' limit 1) as lead
    from inspection i where i.plan_id = ${planId} order by i.starts_on, i.id`.execute(db)
  return rows
}

async function senderOf(
  { db }: Context,
  unitId: number | null,
  on: string,
): Promise<Sender | null> {
  const { rows } = await sql<Sender>`select u.kind, ${nameOn(sql`u.id`, on)} as name
    from unit u where u.id = ${unitId}::integer`.execute(db)
  return rows[0] ?? null
}
