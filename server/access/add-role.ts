import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { searchable, tidy } from '#server/kernel/text.ts'
import { onClosedTables } from './closed-tables.ts'
import { OWN_ACCOUNT } from './rights.ts'
import { decisionNo, givenBy, mustNotRewrite } from './role-changes.ts'

/** A role of the province's own begins with the own account; its rights are given one by one. */
export const addRole = command({
  name: 'access.add_role',
  input: z.strictObject({
    label: z
      .string()
      .transform(tidy)
      .refine((label) => /^\p{L}.{2,79}$/u.test(label), {
        error: 'Tên vai trò bắt đầu bằng chữ, dài 3–80 ký tự.',
      }),
    sees: z.enum(['province', 'unit', 'own', 'none'], 'Hãy chọn vai trò xem được hồ sơ của ai.'),
    onlyReads: z.boolean().default(false),
    from: givenBy.from,
    decisionNo,
  }),
  output: z.object({ code: z.string() }),
  async run(ctx, { label, sees, onlyReads, from, decisionNo: basis }) {
    mustNotRewrite(ctx, from)
    const code = searchable(label)
      .replace(/[^a-z0-9]+/g, '_')
      .slice(0, 40)
    return onClosedTables(ctx, async (db) => {
      const { rows } = await sql`
        insert into role (code, label, sees, only_reads, during, basis)
        values (${code}, ${label}, ${sees}, ${onlyReads}, daterange(${from}::date, null), ${basis})
        on conflict do nothing returning code`.execute(db)
      if (rows.length === 0)
        throw new Refusal('conflict', `Đã có vai trò “${label}”. Hãy đặt tên khác. Chưa ghi gì.`)
      await sql`insert into role_right (role, right_code, during, basis)
        values (${code}, ${OWN_ACCOUNT}, daterange(${from}::date, null), ${basis})`.execute(db)
      return { code }
    })
  },
})
