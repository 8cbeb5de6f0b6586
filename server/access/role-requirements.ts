import { z } from 'zod'
import { command } from '#server/kernel/operation.ts'
import { mustAdminister } from './administration.ts'
import { onClosedTables } from './closed-tables.ts'
import { roleNamed } from './roles.ts'

/** Asked for from the next sign-in of that role on. */
export const setRoleRequirement = command({
  name: 'access.set_role_requirement',
  input: z.object({ role: z.string(), required: z.boolean() }),
  output: z.object({ role: z.string(), required: z.boolean() }),
  async run(ctx, { role, required }) {
    await mustAdminister(ctx)
    await roleNamed(ctx.db, role, ctx.today)
    await onClosedTables(ctx, (db) =>
      db
        .insertInto('role_requirement')
        .values({ role, second_factor: required })
        .onConflict((conflict) => conflict.column('role').doUpdateSet({ second_factor: required }))
        .execute(),
    )
    return { role, required }
  },
})
