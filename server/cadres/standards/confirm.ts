import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#server/kernel/database.ts'
import { inVietnamese, isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { standardsOn } from '#server/organisation/standards.ts'
import { mustBeInSight } from '../restricted.ts'

/** Who said so, when and on which paper. */
export const confirmationShape = z.object({
  meets: z.boolean(),
  document: z.string(),
  on: z.string(),
  by: z.string(),
})
export type Confirmation = z.output<typeof confirmationShape>

const said = (problem: string) => z.string().trim().min(3, problem).max(500, 'Dài quá 500 ký tự.')

/** Ends the unknown of a requirement in free words; saying otherwise later is another row. */
export const confirmStandard = command({
  name: 'cadres.confirm_standard',
  input: z.strictObject({
    id: wholeNumber,
    words: z.string().trim().min(1, 'Hãy chọn yêu cầu cần xác nhận.').max(500),
    meets: z.boolean('Hãy chọn đạt hoặc chưa đạt.'),
    document: said('Hãy ghi văn bản làm căn cứ: số, ngày, cơ quan.'),
    confirmedOn: isoDate,
  }),
  output: z.object({ confirmationId: z.number() }),
  about: ({ id }) => ({ cadreId: id }),
  async run(ctx, { id, words, meets, document, confirmedOn }) {
    const { db, actor, today } = ctx
    await mustBeInSight(ctx, id)
    await ctx.house.keepApart(ctx, [id], 'appraise')
    if (confirmedOn > today)
      throw new Refusal(
        'invalid',
        `Ngày xác nhận ${inVietnamese(confirmedOn)} chưa đến. Hãy ghi ngày của văn bản.`,
      )
    const asked = (await standardsOn(db, confirmedOn)).some(
      ({ requirement, level }) => requirement === 'other' && level === words,
    )
    if (!asked)
      throw new Refusal(
        'not_found',
        `Ngày ${inVietnamese(confirmedOn)} không có tiêu chuẩn nào ghi “${words}”. Hãy tải lại trang.`,
      )
    const { rows } = await sql<{ id: number }>`insert into standard_confirmation
        (cadre_id, words, meets, document, confirmed_on, confirmed_by, account_name)
      values (${id}, ${words}, ${meets}, ${document}, ${confirmedOn}::date, ${actor.displayName},
        ${actor.name}) returning id`.execute(db)
    return { confirmationId: rows[0]?.id ?? 0 }
  },
})

/** What holds that day, by the words of the requirement. */
export async function confirmationsOf(
  db: Db,
  cadreId: number,
  asOf: string,
): Promise<Map<string, Confirmation>> {
  const { rows } = await sql<Confirmation & { words: string }>`
    select distinct on (words) words, meets, document, confirmed_on::text as "on",
      confirmed_by as by
    from standard_confirmation
    where cadre_id = ${cadreId} and confirmed_on <= ${asOf}::date
    order by words, confirmed_on desc, id desc`.execute(db)
  return new Map(rows.map(({ words, ...confirmation }) => [words, confirmation]))
}
