import { sql } from 'kysely'
import { z } from 'zod'
import { isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { mustBeUnit, words } from './open-inspection.ts'

/** A unit supervises one above it: what it saw and proposes goes to the province to follow up. */
export const superviseAbove = command({
  name: 'inspection.supervise_above',
  input: z.strictObject({
    unitId: wholeNumber,
    title: words('Hãy ghi nội dung giám sát.'),
    basis: words('Hãy ghi căn cứ (văn bản, điều, mục).'),
    from: isoDate,
    to: isoDate,
    says: words('Hãy ghi điều đã thấy.'),
    clause: words('Hãy ghi văn bản, điều, mục liên quan.'),
    asks: words('Hãy ghi kiến nghị.'),
    dueOn: isoDate,
  }),
  output: z.object({ id: z.number() }),
  about: (_, { id }) => ({ caseRef: `inspection:${id}` }),
  async run(ctx, input) {
    const { unitId, title, basis, from, to, says, clause, asks, dueOn } = input
    const own = ctx.actor.unitId
    if (own === null)
      throw new Refusal(
        'against_rule',
        'Giám sát cấp trên do một đơn vị làm. Tài khoản này chưa gắn với đơn vị nào.',
      )
    if (from > to) throw new Refusal('invalid', 'Kỳ giám sát: ngày đầu phải trước ngày cuối.')
    await mustBeUnit(ctx, unitId, to)
    const { rows: above } = await sql`select from unit u join unit a on a.id = ${unitId}
      where u.id = ${own} and a.id <> u.id and u.tree_from between a.tree_from and a.tree_to`.execute(
      ctx.db,
    )
    if (above.length === 0)
      throw new Refusal('against_rule', 'Đơn vị được chọn không phải cấp trên. Hãy chọn cấp trên.')
    const { rows } = await sql<{ id: number }>`
      insert into inspection (kind, act, direction, title, by_unit_id, unit_id, examined, starts_on,
        ends_on, basis, account_name)
      values ('thematic', 'supervision', 'up', ${title}, ${own}, ${unitId},
        daterange(${from}::date, ${to}::date, '[]'), ${from}, ${to}, ${basis}, ${ctx.actor.name})
      returning id`.execute(ctx.db)
    const id = rows[0]?.id ?? 0
    const { rows: found } = await sql<{ id: number }>`
      insert into finding (inspection_id, says, clause, found_on, account_name)
      values (${id}, ${says}, ${clause}, ${to}, ${ctx.actor.name}) returning id`.execute(ctx.db)
    await sql`insert into recommendation (inspection_id, finding_id, unit_id, kind, asks, due_on,
        account_name)
      values (${id}, ${found[0]?.id ?? null}, ${unitId}, 'improve', ${asks}, ${dueOn},
        ${ctx.actor.name})`.execute(ctx.db)
    return { id }
  },
})
