import { sql } from 'kysely'
import type { Vocabulary } from '#rules/vocabulary.ts'
import type { Context } from '#server/kernel/context.ts'
import { type Pack, shippedPacks } from './packs.ts'

export interface Adopted {
  pack: Pack
  adoptedFrom: string
  overrides: Record<string, unknown>
}

/** The packs a province applies on a date, and those that apply everywhere, oldest first. */
export async function adoptedPacks(ctx: Context, asOf: string): Promise<Adopted[]> {
  const { rows } = await sql<{
    pack_id: string
    adopted_from: string
    overrides: Record<string, unknown>
  }>`
    select pack_id, lower(during)::text as adopted_from, overrides from pack_adoption
    where coalesce(upper(during) > ${asOf}::date, true)`.execute(ctx.db)
  return shippedPacks(ctx.house.vocabulary)
    .flatMap((pack) => {
      const adoption = rows.find(({ pack_id }) => pack_id === pack.id)
      if (adoption)
        return [{ pack, adoptedFrom: adoption.adopted_from, overrides: adoption.overrides }]
      return pack.applies_everywhere
        ? [{ pack, adoptedFrom: pack.in_force.from, overrides: {} }]
        : []
    })
    .sort((a, b) => a.pack.in_force.from.localeCompare(b.pack.in_force.from))
}

/** Laws of the State alone, as they bind a province that adopted nothing. */
export function adoptedEverywhere(vocabulary: Vocabulary): Adopted[] {
  return shippedPacks(vocabulary)
    .filter((pack) => pack.applies_everywhere)
    .map((pack) => ({ pack, adoptedFrom: pack.in_force.from, overrides: {} }))
    .sort((a, b) => a.pack.in_force.from.localeCompare(b.pack.in_force.from))
}
