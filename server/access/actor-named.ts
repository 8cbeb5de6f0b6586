import type { Actor } from '#server/kernel/context.ts'
import type { Db } from '#server/kernel/database.ts'
import type { Sees } from './roles.ts'

/** What an account may see today, for work done in its name without a session; not once disabled. */
export async function actorNamed(db: Db, username: string): Promise<Actor | undefined> {
  const found = await db
    .selectFrom('account')
    .innerJoin('role', 'role.code', 'account.role')
    .leftJoin('unit', 'unit.id', 'account.unit_id')
    .select(['username', 'display_name', 'position', 'role.code as role', 'sees'])
    .select(['account.unit_id', 'cadre_id', 'tree_from', 'tree_to'])
    .where('username', '=', username)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  if (!found) return undefined
  const sees = found.sees as Sees
  return {
    name: found.username,
    displayName: found.display_name,
    position: found.position,
    role: found.role,
    unitId: found.unit_id,
    cadreId: found.cadre_id,
    scope: sees === 'province' ? null : { from: found.tree_from ?? -1, to: found.tree_to ?? -1 },
  }
}
