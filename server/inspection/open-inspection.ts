import { sql } from 'kysely'
import { z } from 'zod'
import { relationTo } from '#server/authority/conflicts.ts'
import { kinAmong, kinRulesOn } from '#server/authority/kin.ts'
import type { Context } from '#server/kernel/context.ts'
import { inVietnamese, isoDate } from '#server/kernel/dates.ts'
import { codeOf, wholeNumber, yearNumber } from '#server/kernel/inputs.ts'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { leadersOf } from './appointment-powers.ts'
import { caseKinds } from './cases.ts'
import { ACTS, DUTIES, KINDS } from './kinds.ts'

export const words = (problem: string) =>
  z.string({ error: problem }).trim().min(1, problem).max(3000, 'Dài quá 3000 ký tự.')

/** The plan of a year, by its decision; one a year. */
export const planInspections = command({
  name: 'inspection.plan',
  input: z.strictObject({
    year: yearNumber,
    title: words('Hãy ghi trích yếu kế hoạch.'),
    decisionNo: words('Hãy ghi số kế hoạch.'),
    decidedOn: isoDate,
    signedBy: words('Hãy ghi người ký kế hoạch.'),
    /** The body that issues it; the province when not said. */
    byUnitId: wholeNumber.optional(),
    purpose: z.string().trim().max(5000, 'Dài quá 5000 ký tự.').default(''),
    arrangements: z.string().trim().max(5000, 'Dài quá 5000 ký tự.').default(''),
  }),
  output: z.object({ id: z.number() }),
  about: (_, { id }) => ({ caseRef: `inspection_plan:${id}` }),
  async run(ctx, { year, title, decisionNo, decidedOn, signedBy, byUnitId, ...says }) {
    if (byUnitId) await mustBeUnit(ctx, byUnitId, decidedOn)
    const { rows } = await sql<{ id: number }>`
      insert into inspection_plan (year, title, decision_no, decided_on, signed_by, by_unit_id,
        purpose, arrangements, account_name)
      values (${year}, ${title}, ${decisionNo}, ${decidedOn}, ${signedBy}, ${byUnitId ?? null},
        ${says.purpose}, ${says.arrangements}, ${ctx.actor.name})
      on conflict (year) do nothing returning id`.execute(ctx.db)
    if (rows[0]) return rows[0]
    throw new Refusal(
      'conflict',
      `Năm ${year} đã có kế hoạch kiểm tra. Hãy mở các cuộc kiểm tra theo kế hoạch đó.`,
    )
  },
})

/** An inspection or supervision of one unit, with its team and what it looks at. */
export const openInspection = command({
  name: 'inspection.open',
  input: z
    .strictObject({
      kind: codeOf(KINDS),
      act: codeOf(ACTS).default('inspection'),
      title: words('Hãy ghi nội dung kiểm tra.'),
      unitId: wholeNumber,
      /** The body that sends the team; the province when not said. */
      byUnitId: wholeNumber.optional(),
      examines: z.enum(caseKinds).optional(),
      from: isoDate,
      to: isoDate,
      startsOn: isoDate,
      endsOn: isoDate,
      basis: words('Hãy ghi căn cứ (văn bản, điều, mục).'),
      decisionNo: words('Hãy ghi số quyết định thành lập đoàn.'),
      signedBy: words('Hãy ghi người ký quyết định.'),
      members: z
        .array(z.strictObject({ cadreId: wholeNumber, duty: codeOf(DUTIES) }))
        .min(1, 'Hãy chọn người trong đoàn.'),
    })
    .refine(({ from, to }) => from <= to, 'Kỳ được kiểm tra: ngày đầu phải trước ngày cuối.')
    .refine(({ startsOn, endsOn }) => startsOn <= endsOn, 'Ngày bắt đầu phải trước ngày kết thúc.')
    .refine(
      ({ members }) => members.filter(({ duty }) => duty === 'lead').length === 1,
      'Đoàn phải có đúng một trưởng đoàn.',
    )
    .refine(
      ({ members }) => new Set(members.map(({ cadreId }) => cadreId)).size === members.length,
      'Một người được chọn hai lần vào đoàn.',
    ),
  output: z.object({ id: z.number() }),
  about: (_, { id }) => ({ caseRef: `inspection:${id}` }),
  async run(ctx, input) {
    const { kind, act, title, unitId, byUnitId, examines, from, to, startsOn, endsOn } = input
    await mustBeUnit(ctx, unitId, startsOn)
    if (byUnitId) await mustBeUnit(ctx, byUnitId, startsOn)
    await mustBeIndependent(ctx, unitId, input.members, startsOn)
    const planId = kind === 'planned' ? await planOf(ctx, startsOn) : null
    const { rows } = await sql<{ id: number }>`
      insert into inspection (plan_id, kind, act, direction, title, by_unit_id, unit_id, examines,
        examined, starts_on, ends_on, basis, decision_no, signed_by, account_name)
      values (${planId}, ${kind}, ${act}, 'down', ${title}, ${byUnitId ?? null}, ${unitId},
        ${examines ?? null},
        daterange(${from}::date, ${to}::date, '[]'), ${startsOn}, ${endsOn}, ${input.basis},
        ${input.decisionNo}, ${input.signedBy}, ${ctx.actor.name}) returning id`.execute(ctx.db)
    const id = rows[0]?.id ?? 0
    for (const { cadreId, duty } of input.members)
      await sql`insert into inspection_member (inspection_id, cadre_id, duty)
        values (${id}, ${cadreId}, ${duty})`.execute(ctx.db)
    return { id }
  },
})

async function planOf({ db }: Context, startsOn: string): Promise<number> {
  const year = Number(startsOn.slice(0, 4))
  const { rows } = await sql<{ id: number }>`
    select id from inspection_plan where year = ${year}`.execute(db)
  if (rows[0]) return rows[0].id
  throw new Refusal(
    'against_rule',
    `Năm ${year} chưa có kế hoạch kiểm tra. Hãy ghi kế hoạch trước, hoặc chọn kiểm tra đột xuất.`,
  )
}

export async function mustBeUnit({ db }: Context, unitId: number, on: string): Promise<void> {
  const { rows } =
    await sql`select from unit where id = ${unitId} and during @> ${on}::date`.execute(db)
  if (rows.length === 0)
    throw new Refusal(
      'not_found',
      `Ngày ${inVietnamese(on)} không có đơn vị này. Hãy chọn lại đơn vị hoặc ngày.`,
    )
}

/** Nobody of the unit inspected and no relative of its leaders takes part (QĐ 114-QĐ/TW). */
async function mustBeIndependent(
  ctx: Context,
  unitId: number,
  members: readonly { cadreId: number }[],
  on: string,
): Promise<void> {
  const people = members.map(({ cadreId }) => cadreId)
  const { rows } = await sql<{ id: number; name: string; inside: boolean }>`
    select d.cadre_id as id, d.full_name as name,
      bool_or(coalesce(own.tree_from between u.tree_from and u.tree_to, false)) as inside
    from directory_entry d join unit u on u.id = ${unitId}
    left join unit own on own.id = d.unit_id and d.during @> ${on}::date
    where d.cadre_id = any(${people}::integer[]) group by 1, 2`.execute(ctx.db)
  if (rows.length < people.length)
    throw new Refusal(
      'not_found',
      'Có người trong đoàn không có hồ sơ. Hãy chọn lại trong danh bạ.',
    )
  const own = rows.filter(({ inside }) => inside)
  if (own.length > 0)
    throw new Refusal(
      'against_rule',
      `${own.map(({ name }) => name).join(', ')} công tác ở đơn vị được kiểm tra. Hãy chọn người ở đơn vị khác.`,
    )
  const leaders = await leadersOf(ctx, unitId, on)
  const kin = await kinAmong(ctx, [...people, ...leaders.map(({ id }) => id)], on)
  const rules = await kinRulesOn(ctx, on)
  for (const leader of leaders)
    for (const { id, name } of rows) {
      const relation = relationTo(leader.id, id, kin, rules)
      if (relation)
        throw new Refusal(
          'against_rule',
          `${name} có quan hệ gia đình với lãnh đạo đơn vị được kiểm tra. Hãy chọn người khác.`,
          { clause: rules.relationsClause },
        )
    }
}
