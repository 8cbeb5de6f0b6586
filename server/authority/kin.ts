import { sql } from 'kysely'
import { z } from 'zod'
import { adoptedPacks } from '#server/directives/adoption.ts'
import { parametersInForce } from '#server/directives/parameters.ts'
import type { Context } from '#server/kernel/context.ts'
import { Refusal } from '#server/kernel/refusal.ts'

const relationShape = z.array(
  z.object({ code: z.string(), label: z.string(), inverse: z.string() }),
)
const watchedShape = z.array(z.object({ code: z.string(), label: z.string() }))

export interface KinRules {
  /** Relations the law names, by code, with how the other side calls them. */
  relations: Map<string, { label: string; inverse: string }>
  relationsClause: string
  dutiesClause: string
  watched: { code: string; label: string }[]
  watchedClause: string
}

/** The relation list, the duties kept apart and the units watched, as the law has them that day. */
export async function kinRulesOn(ctx: Context, on: string): Promise<KinRules> {
  const inForce = parametersInForce(await adoptedPacks(ctx, on), on)
  const read = (name: string) => {
    const found = inForce.get(name)
    if (found) return found
    throw new Refusal('against_rule', `Chưa có văn bản nào quy định tham số “${name}”.`)
  }
  const relations = read('kin_relations')
  const watched = read('watched_units')
  return {
    relations: new Map(
      relationShape.parse(relations.value).map(({ code, ...relation }) => [code, relation]),
    ),
    relationsClause: relations.cite,
    dutiesClause: read('separate_duties').cite,
    watched: watchedShape.parse(watched.value),
    watchedClause: watched.cite,
  }
}

export interface Kin {
  cadreId: number
  relativeId: number
  /** What the relative is to the person. */
  relation: string
}

/** Declared relations among these people, whoever declared them and wherever their records are kept. */
export async function kinAmong(
  { db }: Context,
  people: readonly number[],
  on: string,
): Promise<Kin[]> {
  const { rows } = await sql<Kin>`
    select cadre_id as "cadreId", relative_id as "relativeId", relation
    from kin_among(${people}::integer[], ${on}::date)`.execute(db)
  return rows
}
