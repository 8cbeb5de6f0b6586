import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command, query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { bornText } from './birth.ts'

const weightsShape = z.array(z.object({ code: z.string(), label: z.string(), weight: z.number() }))

const SHOWN = 200

const person = z.object({
  id: z.number(),
  recordNo: z.string(),
  fullName: z.string(),
  born: z.string().nullable(),
  unit: z.string().nullable(),
})

export const duplicatePairShape = z.object({
  one: person,
  other: person,
  score: z.number(),
  reasons: z.array(z.object({ label: z.string(), weight: z.number() })),
})

/** Pairs of records that could be one person, surest first, each with what speaks for and against. */
export const duplicates = query({
  name: 'cadres.duplicates',
  input: z.object({}),
  output: z.object({
    least: z.number(),
    total: z.number(),
    pairs: z.array(duplicatePairShape),
  }),
  async run(ctx) {
    const parameter = await ctx.house.parametersOn(ctx, ctx.today)
    const least = z.number().parse(parameter('duplicate_least'))
    const pairs = await scoredPairs(ctx, sql`true`)
    const likely = pairs.filter(({ score }) => score >= least)
    return { least, total: likely.length, pairs: likely.slice(0, SHOWN) }
  },
})

/** True when this sign is there; none of them shows a number to anybody. */
const SIGNS: Record<string, RawBuilder<unknown>> = {
  old_id_number: sql`pa.old_id_number = pb.old_id_number`,
  social_insurance_no: sql`pa.social_insurance_no = pb.social_insurance_no`,
  staff_number: sql`a.staff_number = b.staff_number`,
  name: sql`a.name_search = b.name_search`,
  birth_day: sql`a.born_on = b.born_on and a.born_precision = 'day' and b.born_precision = 'day'`,
  birth_possible: sql`a.born_earliest <= b.born_latest and b.born_earliest <= a.born_latest
    and not (a.born_precision = 'day' and b.born_precision = 'day')`,
  home_place: sql`lower(a.home_place) = lower(b.home_place)`,
  party_date: sql`ma.joined_on = mb.joined_on`,
  unit: sql`a.unit_id = b.unit_id`,
  birth_differs: sql`not (a.born_earliest <= b.born_latest and b.born_earliest <= a.born_latest)`,
  sex_differs: sql`a.sex <> b.sex`,
  national_id_differs: sql`pa.national_id <> pb.national_id`,
}

interface PairRow {
  signs: Record<string, boolean | null>
  one: Side
  other: Side
}

interface Side {
  id: number
  recordNo: string
  fullName: string
  unit: string | null
  born_on: string | null
  born_latest: string | null
  born_precision: string | null
}

/** Only pairs that share a name or a number are compared: the others could not reach any threshold. */
export async function scoredPairs(ctx: Context, which: RawBuilder<unknown>) {
  const parameter = await ctx.house.parametersOn(ctx, ctx.today)
  const weights = weightsShape.parse(parameter('duplicate_weights'))
  const unknown = weights.filter(({ code }) => !SIGNS[code]).map(({ code }) => code)
  if (unknown.length > 0) {
    const known = Object.keys(SIGNS).join(', ')
    throw new Refusal(
      'against_rule',
      `Tham số duplicate_weights có dấu hiệu chưa biết: ${unknown.join(', ')}. Các dấu hiệu: ${known}.`,
    )
  }
  const signs = sql.join(
    weights.map(({ code }) => sql`${sql.lit(code)}, coalesce(${SIGNS[code] ?? sql`false`}, false)`),
  )
  const { rows } = await sql<PairRow>`
    with pair(one_id, other_id) as (
      select a.id, b.id from cadre a join cadre b on b.name_search = a.name_search and b.id > a.id
      union
      select least(a.cadre_id, b.cadre_id), greatest(a.cadre_id, b.cadre_id)
        from cadre_private a join cadre_private b on b.cadre_id <> a.cadre_id
          and b.old_id_number = a.old_id_number
      union
      select least(a.cadre_id, b.cadre_id), greatest(a.cadre_id, b.cadre_id)
        from cadre_private a join cadre_private b on b.cadre_id <> a.cadre_id
          and b.social_insurance_no = a.social_insurance_no
      union
      select a.id, b.id from cadre a join cadre b on b.staff_number = a.staff_number and b.id > a.id
    )
    select json_build_object(${signs}) as signs, ${side('a', ctx.today)} as one, ${side('b', ctx.today)} as other
    from pair
    join cadre a on a.id = one_id join cadre b on b.id = other_id
    left join cadre_private pa on pa.cadre_id = a.id
    left join cadre_private pb on pb.cadre_id = b.id
    left join party_membership ma on ma.cadre_id = a.id
    left join party_membership mb on mb.cadre_id = b.id
    where ${which} and not exists (select from cadre_distinct d
      where d.one_id = pair.one_id and d.other_id = pair.other_id)`.execute(ctx.db)
  return rows
    .map(({ signs: found, one, other }) => {
      const reasons = weights.filter(({ code }) => found[code]).map(said)
      const score = reasons.reduce((sum, { weight }) => sum + weight, 0)
      return { one: shownSide(one), other: shownSide(other), score, reasons }
    })
    .toSorted((a, b) => b.score - a.score || a.one.id - b.one.id || a.other.id - b.other.id)
}

const said = ({ label, weight }: { label: string; weight: number }) => ({ label, weight })

const side = (alias: 'a' | 'b', today: string) => sql`json_build_object(
  'id', ${sql.ref(`${alias}.id`)}, 'recordNo', ${sql.ref(`${alias}.record_no`)},
  'fullName', ${sql.ref(`${alias}.full_name`)}, 'born_on', ${sql.ref(`${alias}.born_on`)},
  'born_latest', ${sql.ref(`${alias}.born_latest`)},
  'born_precision', ${sql.ref(`${alias}.born_precision`)},
  'unit', (select n.name from unit_name n
    where n.unit_id = ${sql.ref(`${alias}.unit_id`)} and n.during @> ${today}::date))`

const shownSide = (one: Side) => ({
  id: one.id,
  recordNo: one.recordNo,
  fullName: one.fullName,
  born: bornText(one),
  unit: one.unit,
})

/** Two people after all: remembered, so that nobody is asked again. */
export const sayDistinct = command({
  name: 'cadres.say_distinct',
  input: z.strictObject({ oneId: wholeNumber, otherId: wholeNumber }),
  output: z.object({ remembered: z.boolean() }),
  about: ({ oneId }) => ({ cadreId: oneId }),
  async run({ db, actor, today }, { oneId, otherId }) {
    const [one_id = 0, other_id = 0] = [oneId, otherId].toSorted((a, b) => a - b)
    const { rows } = await sql`select from cadre where id in (${one_id}, ${other_id})`.execute(db)
    if (rows.length !== 2)
      throw new Refusal('not_found', 'Một trong hai hồ sơ không còn. Hãy mở lại danh sách.')
    await db
      .insertInto('cadre_distinct')
      .values({ one_id, other_id, account_name: actor.name, decided_on: today })
      .onConflict((same) => same.doNothing())
      .execute()
    return { remembered: true }
  },
})
