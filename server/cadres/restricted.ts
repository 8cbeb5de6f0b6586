import { sql } from 'kysely'
import { z } from 'zod'
import { accessTo, COLUMN_GROUPS, howToAsk } from '#server/access/column-groups.ts'
import type { Context } from '#server/kernel/context.ts'
import { query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { tidy } from '#server/kernel/text.ts'
import { codeOf, wholeNumber } from './inputs.ts'

export const LEAST_REASON = 10

/** Groups this house keeps columns of; the others of the list have no table yet. */
const KEPT = Object.fromEntries(
  Object.entries(COLUMN_GROUPS).flatMap(([group, { label, table, columns }]) =>
    table && columns ? [[group, { label, table, columns }]] : [],
  ),
)

/** Which restricted groups a record has and who may open them; says nothing of their values. */
export const restrictedGroups = query({
  name: 'cadres.restricted_groups',
  input: z.strictObject({ id: wholeNumber }),
  output: z.array(
    z.object({
      group: z.string(),
      label: z.string(),
      holds: z.array(z.string()),
      access: z.enum(['own', 'granted', 'none']),
      roles: z.array(z.string()),
      ask: z.string().nullable(),
    }),
  ),
  async run(ctx, { id }) {
    await mustBeInSight(ctx, id)
    const groups = []
    for (const [group, { label, columns }] of Object.entries(KEPT)) {
      const { access, roles } = await accessTo(ctx, group, id)
      const ask = access === 'none' ? howToAsk(group, roles) : null
      groups.push({ group, label, holds: Object.values(columns), access, roles, ask })
    }
    return groups
  },
})

/** The values of one group, for a reason that stays in the log; one's own need none. */
export const restrictedGroup = query({
  name: 'cadres.restricted_group',
  records: 'view',
  input: z.strictObject({
    id: wholeNumber,
    group: codeOf(KEPT),
    reason: z.string().max(500, 'Lý do dài quá 500 ký tự.').transform(tidy).default(''),
  }),
  output: z.object({
    group: z.string(),
    label: z.string(),
    values: z.array(
      z.object({ column: z.string(), label: z.string(), value: z.string().nullable() }),
    ),
  }),
  about: ({ id }) => ({ cadreId: id }),
  async run(ctx, { id, group, reason }) {
    await mustBeInSight(ctx, id)
    const { access, roles } = await accessTo(ctx, group, id)
    if (access === 'none') throw new Refusal('forbidden', howToAsk(group, roles), { group, roles })
    if (access === 'granted' && reason.length < LEAST_REASON) {
      throw new Refusal(
        'invalid',
        `Hãy ghi lý do xem, ít nhất ${LEAST_REASON} ký tự, ví dụ: “thẩm tra hồ sơ bổ nhiệm”. Lý do được lưu vào nhật ký và chính cán bộ đọc được.`,
      )
    }
    return { group, ...(await valuesOf(ctx, group, id)) }
  },
})

async function valuesOf({ db }: Context, group: string, id: number) {
  const kept = KEPT[group]
  if (!kept) throw new Error(`No table holds ${group}`)
  const names = Object.keys(kept.columns)
  const { rows } = await sql<Record<string, string | null>>`
    select ${sql.join(names.map((name) => sql.id(name)))} from ${sql.table(kept.table)}
    where cadre_id = ${id}`.execute(db)
  const values = Object.entries(kept.columns).map(([column, label]) => ({
    column,
    label,
    value: rows[0]?.[column] ?? null,
  }))
  return { label: kept.label, values }
}

/** Hidden and absent are answered alike, before anything is said about groups. */
export async function mustBeInSight({ db }: Context, id: number): Promise<void> {
  const found = await db.selectFrom('cadre').select('id').where('id', '=', id).executeTakeFirst()
  if (found) return
  throw new Refusal(
    'not_found',
    'Không có hồ sơ này, hoặc hồ sơ do đơn vị khác quản lý. Hãy tìm lại trong danh sách hồ sơ.',
  )
}
