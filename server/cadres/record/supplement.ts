import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { inVietnamese, isoDate } from '#server/kernel/dates.ts'
import { codeOf, wholeNumber } from '#server/kernel/inputs.ts'
import { command, query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { SECTIONS, type SectionCode } from './dictionary.ts'

const roundCase = (id: number) => ({ caseRef: `supplement:${id}` })

/** The province opens the yearly supplement (bổ sung lý lịch) for everybody who serves. */
export const openSupplement = command({
  name: 'cadres.open_supplement',
  input: z.strictObject({
    year: wholeNumber.refine((year) => year >= 2000 && year <= 2100, 'Năm từ 2000 đến 2100.'),
    deadline: isoDate,
    sections: z.array(codeOf(SECTIONS)).min(1, 'Hãy chọn ít nhất một mục cần rà soát.'),
    note: z.string().max(1000).optional(),
  }),
  output: z.object({ roundId: z.number() }),
  about: (_, { roundId }) => roundCase(roundId),
  async run({ db, today }, { year, deadline, sections, note = null }) {
    if (deadline < today)
      throw new Refusal('invalid', 'Hạn bổ sung đã qua. Hãy chọn một ngày từ hôm nay trở đi.')
    const { rows } = await sql<{ id: number }>`
      insert into supplement_round (year, opened_on, deadline, sections, note)
      values (${year}, ${today}::date, ${deadline}::date, ${sections}::text[], ${note})
      on conflict do nothing returning id`.execute(db)
    if (rows[0]) return { roundId: rows[0].id }
    throw new Refusal('conflict', `Đợt bổ sung lý lịch năm ${year} đã được mở. Hãy dùng đợt ấy.`)
  },
})

export const closeSupplement = command({
  name: 'cadres.close_supplement',
  input: z.strictObject({ roundId: wholeNumber }),
  output: z.object({ closedOn: z.string() }),
  about: ({ roundId }) => roundCase(roundId),
  async run(ctx, { roundId }) {
    await openRound(ctx, roundId)
    await sql`update supplement_round set closed_on = ${ctx.today}::date where id = ${roundId}`.execute(
      ctx.db,
    )
    return { closedOn: ctx.today }
  },
})

/** The person confirms that nothing changed since the last supplement. */
export const confirmNoChange = command({
  name: 'cadres.confirm_no_change',
  input: z.strictObject({ roundId: wholeNumber }),
  output: z.object({ cadreId: z.number() }),
  about: ({ roundId }, { cadreId }) => ({ cadreId, ...roundCase(roundId) }),
  async run(ctx, { roundId }) {
    const { cadreId } = ctx.actor
    if (cadreId === null)
      throw new Refusal(
        'forbidden',
        'Tài khoản này chưa gắn với hồ sơ nào, nên không xác nhận được.',
      )
    await answerRound(ctx, roundId, cadreId, null)
    return { cadreId }
  },
})

/** An answer to a round; a later declaration takes the place of “no change”, never the reverse. */
export async function answerRound(
  ctx: Context,
  roundId: number,
  cadreId: number,
  declarationId: number | null,
): Promise<void> {
  await openRound(ctx, roundId)
  const { rows } = await sql`insert into supplement_answer (round_id, cadre_id, declaration_id)
    values (${roundId}, ${cadreId}, ${declarationId}::integer)
    on conflict (round_id, cadre_id) do update
      set declaration_id = excluded.declaration_id, answered_at = now()
      where excluded.declaration_id is not null
    returning round_id`.execute(ctx.db)
  if (rows.length === 0)
    throw new Refusal('conflict', 'Anh/chị đã trả lời đợt này. Nếu có thay đổi, hãy gửi bản khai.')
}

async function openRound({ db }: Context, roundId: number): Promise<void> {
  const { rows } = await sql<{ year: number; closed: string | null }>`
    select year, closed_on as closed from supplement_round where id = ${roundId}`.execute(db)
  const [round] = rows
  if (!round) throw new Refusal('not_found', `Không có đợt bổ sung số ${roundId}.`)
  if (round.closed)
    throw new Refusal(
      'against_rule',
      `Đợt bổ sung lý lịch năm ${round.year} đã đóng ngày ${inVietnamese(round.closed)}.`,
    )
}

/** The rounds, newest first, and how the person behind the account answered each. */
export const supplementRounds = query({
  name: 'cadres.supplement_rounds',
  input: z.strictObject({}),
  output: z.object({
    rounds: z.array(
      z.object({
        id: z.number(),
        year: z.number(),
        openedOn: z.string(),
        deadline: z.string(),
        closedOn: z.string().nullable(),
        note: z.string().nullable(),
        sections: z.array(z.object({ section: z.string(), label: z.string() })),
        ownAnswer: z.enum(['none', 'no_change', 'declared']).nullable(),
      }),
    ),
  }),
  async run({ db, actor }) {
    const own = actor.cadreId
    const { rows } = await sql<{
      id: number
      year: number
      openedOn: string
      deadline: string
      closedOn: string | null
      note: string | null
      sections: SectionCode[]
      answer: 'none' | 'no_change' | 'declared'
    }>`select r.id, r.year, r.opened_on as "openedOn", r.deadline, r.closed_on as "closedOn",
        r.note, r.sections, case when a.round_id is null then 'none'
          when a.declaration_id is null then 'no_change' else 'declared' end as answer
      from supplement_round r
      left join supplement_answer a on a.round_id = r.id and a.cadre_id = ${own}::integer
      order by r.year desc`.execute(db)
    return {
      rounds: rows.map(({ sections, answer, ...row }) => ({
        ...row,
        sections: sections.map((section) => ({ section, label: SECTIONS[section].label })),
        ownAnswer: own === null ? null : answer,
      })),
    }
  },
})
