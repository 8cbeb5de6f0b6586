import { z } from 'zod'
import { query } from '#server/kernel/operation.ts'
import { administers } from './administration.ts'
import { ownRole } from './roles.ts'

/** The person at the keyboard and the province in front of them. */
export const whoAmI = query({
  name: 'access.who_am_i',
  input: z.object({}),
  output: z.object({
    username: z.string(),
    displayName: z.string(),
    position: z.string().nullable(),
    role: z.string(),
    roleLabel: z.string(),
    /** Rights in force today: what the screens offer (access/rights.ts). */
    rights: z.array(z.string()),
    sees: z.enum(['province', 'unit', 'own', 'none']),
    cadreId: z.number().nullable(),
    unitId: z.number().nullable(),
    /** Whether the accounts of the province are this person's work. */
    administers: z.boolean(),
    province: z.object({
      code: z.string(),
      name: z.string(),
      demonstration: z.boolean(),
      looksAt: z.string().nullable(),
    }),
    today: z.string(),
  }),
  async run(ctx) {
    const { actor, province, today } = ctx
    const { label, rights, sees } = await ownRole(ctx)
    return {
      username: actor.name,
      displayName: actor.displayName,
      position: actor.position,
      role: actor.role,
      roleLabel: label,
      rights: [...rights],
      sees,
      cadreId: actor.cadreId,
      unitId: actor.unitId,
      administers: await administers(ctx),
      province: {
        code: province.code,
        name: province.name,
        demonstration: province.demonstration,
        looksAt: province.looks_at,
      },
      today,
    }
  },
})
