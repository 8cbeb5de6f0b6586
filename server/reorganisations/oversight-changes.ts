import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { inVietnamese, isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { unchanged } from '#server/kernel/versions.ts'
import { OVERSEEN } from './oversight.ts'

const whole = wholeNumber
const written = (problem: string) => z.string().trim().min(1, problem).max(1000)

/** A leader follows a commune from a day on, by a decision; whoever followed it until then is relieved. */
export const assignOversight = command({
  name: 'reorganisations.assign_oversight',
  input: z.strictObject({
    unitId: whole,
    cadreId: whole,
    from: isoDate,
    decisionNo: written('Hãy ghi số quyết định phân công.'),
    signedBy: written('Hãy ghi người ký quyết định.'),
  }),
  output: z.object({ id: z.number() }),
  about: ({ cadreId }) => ({ cadreId }),
  async run(ctx, { unitId, cadreId, from, decisionNo, signedBy }) {
    await mustBeOverseen(ctx, unitId, from)
    await mustServe(ctx, cadreId, from)
    const { rows } = await sql<{ from: string }>`
      select lower(during)::text as "from" from commune_oversight
      where unit_id = ${unitId} and during && daterange(${from}::date, null)
      order by lower(during) desc limit 1 for update`.execute(ctx.db)
    if (rows[0] && rows[0].from >= from)
      throw new Refusal(
        'conflict',
        `Đã có phân công từ ngày ${inVietnamese(rows[0].from)}. Ngày phân công mới phải sau ngày đó. Chưa ghi gì.`,
      )
    await sql`update commune_oversight set during = daterange(lower(during), ${from}::date)
      where unit_id = ${unitId} and during @> ${from}::date`.execute(ctx.db)
    const added = await sql<{ id: number }>`
      insert into commune_oversight (cadre_id, unit_id, during, decision_no, signed_by)
      values (${cadreId}, ${unitId}, daterange(${from}::date, null), ${decisionNo}, ${signedBy})
      returning id`.execute(ctx.db)
    return { id: added.rows[0]?.id ?? 0 }
  },
})

/** A leader follows a commune no longer, and nobody takes over: the last day is kept. */
export const endOversight = command({
  name: 'reorganisations.end_oversight',
  input: z.strictObject({
    oversightId: whole,
    lastDay: isoDate,
    reason: written('Hãy ghi lý do hoặc số quyết định thôi phân công.'),
  }),
  output: z.object({ id: z.number() }),
  about: ({ oversightId }) => ({ caseRef: `oversight:${oversightId}` }),
  async run({ db }, { oversightId, lastDay }) {
    const { rows } = await sql<{ from: string; ended: boolean; visited: string | null }>`
      select lower(during)::text as "from", not upper_inf(during) as ended,
        (select max(visited_on)::text from oversight_visit v where v.oversight_id = o.id) as visited
      from commune_oversight o where id = ${oversightId} for update`.execute(db)
    const [period] = rows
    if (!period) throw new Refusal('not_found', 'Không có phân công này. Hãy tải lại trang.')
    if (period.ended) throw new Refusal('conflict', 'Phân công này đã kết thúc. Chưa ghi gì.')
    const earliest = [period.from, period.visited ?? ''].toSorted().at(-1) ?? period.from
    if (lastDay < earliest)
      throw new Refusal(
        'invalid',
        `Ngày cuối phải từ ${inVietnamese(earliest)}: ngày phân công hoặc chuyến làm việc cuối.`,
      )
    await sql`update commune_oversight set during = daterange(lower(during), ${lastDay}::date, '[]')
      where id = ${oversightId}`.execute(db)
    return { id: oversightId }
  },
})

/** A visit and what was found; each finding has a day by which it is to be done. */
export const recordVisit = command({
  name: 'reorganisations.record_visit',
  input: z.strictObject({
    oversightId: whole,
    visitedOn: isoDate,
    purpose: written('Hãy ghi nội dung làm việc.'),
    findings: z
      .array(z.strictObject({ says: written('Hãy ghi nội dung kết luận.'), dueOn: isoDate }))
      .max(30)
      .default([]),
  }),
  output: z.object({ id: z.number() }),
  about: (_, { id }) => ({ caseRef: `visit:${id}` }),
  async run({ db }, { oversightId, visitedOn, purpose, findings }) {
    const { rows } = await sql<{ within: boolean; taken: boolean }>`
      select during @> ${visitedOn}::date as within, exists (select from oversight_visit v
        where v.oversight_id = o.id and v.visited_on = ${visitedOn}::date) as taken
      from commune_oversight o where id = ${oversightId} for update`.execute(db)
    const [period] = rows
    if (!period) throw new Refusal('not_found', 'Không có phân công này. Hãy tải lại trang.')
    if (!period.within)
      throw new Refusal(
        'invalid',
        'Ngày làm việc không nằm trong thời gian được phân công. Hãy kiểm tra lại ngày.',
      )
    if (period.taken)
      throw new Refusal(
        'conflict',
        `Ngày ${inVietnamese(visitedOn)} đã ghi một chuyến. Chưa ghi gì.`,
      )
    if (findings.some(({ dueOn }) => dueOn < visitedOn))
      throw new Refusal('invalid', 'Hạn thực hiện phải từ ngày làm việc trở đi.')
    const visit = await sql<{ id: number }>`
      insert into oversight_visit (oversight_id, visited_on, purpose)
      values (${oversightId}, ${visitedOn}::date, ${purpose}) returning id`.execute(db)
    const id = visit.rows[0]?.id ?? 0
    for (const { says, dueOn } of findings)
      await sql`insert into oversight_finding (visit_id, says, due_on)
        values (${id}, ${says}, ${dueOn}::date)`.execute(db)
    return { id }
  },
})

export const closeFinding = command({
  name: 'reorganisations.close_finding',
  input: z.strictObject({
    id: whole,
    version: whole,
    doneOn: isoDate,
    outcome: written('Hãy ghi kết quả thực hiện.'),
  }),
  output: z.object({ id: z.number() }),
  about: ({ id }) => ({ caseRef: `finding:${id}` }),
  async run({ db }, { id, version, doneOn, outcome }) {
    const { rows } = await sql<{ version: number; visitedOn: string }>`
      select n.version, v.visited_on::text as "visitedOn" from oversight_finding n
      join oversight_visit v on v.id = n.visit_id where n.id = ${id} for update of n`.execute(db)
    const [stored] = rows
    if (!stored) throw new Refusal('not_found', 'Không có kết luận này. Hãy tải lại trang.')
    unchanged(stored, { version })
    if (doneOn < stored.visitedOn)
      throw new Refusal(
        'invalid',
        `Ngày hoàn thành phải từ ngày làm việc ${inVietnamese(stored.visitedOn)}.`,
      )
    await sql`update oversight_finding set done_on = ${doneOn}::date, outcome = ${outcome}
      where id = ${id}`.execute(db)
    return { id }
  },
})

async function mustBeOverseen({ db }: Context, unitId: number, on: string): Promise<void> {
  const { rows } = await sql`select 1 from unit where id = ${unitId}
    and during @> ${on}::date and kind = any(${OVERSEEN}::text[])`.execute(db)
  if (rows.length === 0)
    throw new Refusal(
      'invalid',
      `Ngày ${inVietnamese(on)} không có xã, phường, thôn này. Hãy chọn lại.`,
    )
}

async function mustServe({ db }: Context, cadreId: number, on: string): Promise<void> {
  const { rows } = await sql`select 1 from tenure where cadre_id = ${cadreId} and holding = 'main'
    and during @> ${on}::date`.execute(db)
  if (rows.length === 0)
    throw new Refusal(
      'invalid',
      `Người được phân công không công tác vào ngày ${inVietnamese(on)}. Hãy chọn người khác hoặc ngày khác.`,
    )
}
