import { sql } from 'kysely'
import { z } from 'zod'
import { requireGroup } from '#server/access/column-groups.ts'
import { mustBeInSight } from '#server/cadres/restricted.ts'
import { inVietnamese, isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { keepApart } from './keep-apart.ts'
import { kinRulesOn } from './kin.ts'

const person = wholeNumber
const words = z.string().trim().min(1).max(500)

/** A relation as the person declared it; the relative has a record here, or only a name. */
export const declareKinship = command({
  name: 'authority.declare_kinship',
  input: z
    .strictObject({
      cadreId: person,
      relativeId: person.optional(),
      relativeName: words.optional(),
      relation: z.string().min(1),
      declaredOn: isoDate,
      confirmedOn: isoDate.optional(),
    })
    .refine((input) => (input.relativeId === undefined) !== (input.relativeName === undefined), {
      error: 'Hãy chọn người thân trong danh bạ, hoặc ghi họ tên nếu người đó không có hồ sơ.',
    })
    .refine(({ cadreId, relativeId }) => cadreId !== relativeId, {
      error: 'Không ai là người thân của chính mình. Hãy chọn lại.',
    }),
  output: z.object({ id: z.number() }),
  about: ({ cadreId }) => ({
    cadreId,
    unlogged: ['relativeId', 'relativeName', 'relation'],
  }),
  async run(ctx, input) {
    await requireGroup(ctx, 'family')
    for (const id of [input.cadreId, input.relativeId])
      if (id !== undefined) await mustBeInSight(ctx, id)
    const { cadreId, relativeId = null, relativeName = null, relation } = input
    const { relations } = await kinRulesOn(ctx, input.declaredOn)
    if (!relations.has(relation)) {
      const known = [...relations].map(([code, { label }]) => `${code} (${label})`).join(', ')
      throw new Refusal('invalid', `Không có quan hệ “${relation}”. Các quan hệ: ${known}.`)
    }
    const { rows } = await sql<{ id: number }>`
      insert into kinship (cadre_id, relative_id, relative_name, relation, declared_on, confirmed_on)
      values (${cadreId}, ${relativeId}::integer, ${relativeName}, ${relation},
        ${input.declaredOn}::date, ${input.confirmedOn ?? null}::date)
      on conflict do nothing returning id`.execute(ctx.db)
    const [added] = rows
    if (added) return added
    throw new Refusal('conflict', 'Quan hệ này đã được khai cho hai người này. Chưa ghi gì.')
  },
})

/** The office that keeps the record has compared the declaration with the papers. */
export const confirmKinship = command({
  name: 'authority.confirm_kinship',
  input: z.strictObject({ id: person, confirmedOn: isoDate }),
  output: z.object({ id: z.number(), cadreId: z.number() }),
  about: (_, { cadreId }) => ({ cadreId }),
  async run(ctx, { id, confirmedOn }) {
    await requireGroup(ctx, 'family')
    const { rows } = await sql<{ cadreId: number; declaredOn: string; confirmedOn: string | null }>`
      select cadre_id as "cadreId", declared_on as "declaredOn", confirmed_on as "confirmedOn"
      from kinship where id = ${id} for update`.execute(ctx.db)
    const [stored] = rows
    if (!stored) throw new Refusal('not_found', 'Không có khai báo này. Hãy tải lại trang.')
    if (stored.confirmedOn)
      throw new Refusal(
        'conflict',
        `Quan hệ này đã được xác nhận ngày ${inVietnamese(stored.confirmedOn)}. Chưa ghi gì.`,
        { stored },
      )
    await keepApart(ctx, [stored.cadreId], 'appraise')
    if (confirmedOn < stored.declaredOn)
      throw new Refusal(
        'invalid',
        `Ngày xác nhận không thể trước ngày khai ${inVietnamese(stored.declaredOn)}.`,
      )
    await sql`update kinship set confirmed_on = ${confirmedOn}::date where id = ${id}`.execute(
      ctx.db,
    )
    return { id, cadreId: stored.cadreId }
  },
})

/** Somebody keeps out of a case, and why. */
export const recuse = command({
  name: 'authority.recuse',
  input: z.strictObject({
    cadreId: person,
    /** The case by kind and number: `appointment:3`. */
    caseRef: z
      .string()
      .regex(/^[a-z_]+:\d+$/, 'Hãy ghi hồ sơ theo loại và số, ví dụ appointment:3.'),
    reason: words,
    on: isoDate.optional(),
  }),
  output: z.object({ id: z.number() }),
  about: ({ cadreId, caseRef }) => ({ cadreId, caseRef, unlogged: ['reason'] }),
  async run(ctx, { cadreId, caseRef, reason, on = ctx.today }) {
    await mustBeInSight(ctx, cadreId)
    const { rows } = await sql<{ id: number }>`
      insert into recusal (cadre_id, case_ref, reason, recused_on)
      values (${cadreId}, ${caseRef}, ${reason}, ${on}::date)
      on conflict do nothing returning id`.execute(ctx.db)
    const [added] = rows
    if (added) return added
    throw new Refusal('conflict', 'Người này đã từ chối tham gia hồ sơ này. Chưa ghi gì.')
  },
})
