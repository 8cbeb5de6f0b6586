import { sql } from 'kysely'
import type { Context } from '#server/kernel/context.ts'

/** Whether a `unit u` belongs to what the reader may see; figures about people stop there. */
export const inScope = ({ actor }: Pick<Context, 'actor'>) =>
  actor.scope
    ? sql`u.tree_from between ${actor.scope.from}::integer and ${actor.scope.to}::integer`
    : sql`true`
