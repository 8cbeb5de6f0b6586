import { sql } from 'kysely'
import { adoptedPacks } from '#server/directives/adoption.ts'
import type { Action, Matter, Pattern } from '#server/directives/delegation-shape.ts'
import { labelOf } from '#server/kernel/code-list.ts'
import type { Context } from '#server/kernel/context.ts'
import { RANKS } from '#server/organisation/code-lists.ts'

/** Adoptions that ended since count too. */
const EVER = '0001-01-01'

export interface Holder {
  body: string | null
  title: string | null
  rank: string | null
  /** A unit by its code, when the holder sits there and not near the unit asked about. */
  unitCode: string | null
  prefer: string[]
  /** How the text names the holder. */
  words: string
}

export interface Delegation {
  /** Of a row of the province; null from a pack. */
  id: number | null
  packId: string | null
  matter: string
  action: Action
  about: Pattern
  holder: Holder
  withinUnitId: number | null
  withinUnitName: string | null
  from: string
  to: string | null
  legalBasis: string
}

export interface NamedMatter extends Omit<Matter, 'given'> {
  packId: string
  packNumber: string
}

/** Every matter some text names, adopted that day or not yet: a later text explains an earlier case. */
export async function mattersOn(ctx: Context, on: string): Promise<NamedMatter[]> {
  const adopted = await adoptedPacks(ctx, EVER)
  const known = new Map<string, NamedMatter>()
  const inForce = (from: string, to: string | undefined) => from <= on && (!to || on <= to)
  const ordered = [...adopted].sort(
    (a, b) =>
      Number(inForce(a.adoptedFrom, a.pack.in_force.to)) -
      Number(inForce(b.adoptedFrom, b.pack.in_force.to)),
  )
  for (const { pack } of ordered) {
    for (const { given: _, ...matter } of pack.matters)
      known.set(matter.matter, { ...matter, packId: pack.id, packNumber: pack.number })
  }
  return [...known.values()]
}

/** What the texts and the province's own decisions give that day, the weaker first. */
export async function delegationsOn(ctx: Context, on: string): Promise<Delegation[]> {
  return [...(await fromPacks(ctx, on)), ...(await fromProvince(ctx))].filter(
    ({ from, to }) => from <= on && (to === null || on < to),
  )
}

/** The first day anything is given, to explain an empty answer. */
export async function firstDelegation(ctx: Context, matter: string): Promise<Delegation | null> {
  const all = [...(await fromPacks(ctx, EVER)), ...(await fromProvince(ctx))]
  const [first] = all
    .filter((one) => one.matter === matter)
    .sort((a, b) => a.from.localeCompare(b.from))
  return first ?? null
}

async function fromPacks(ctx: Context, on: string): Promise<Delegation[]> {
  const adopted = await adoptedPacks(ctx, on)
  return adopted.flatMap(({ pack, adoptedFrom }) =>
    pack.matters.flatMap(({ matter, cite, given }) =>
      given.map(({ action, about, by, cite: own }) => ({
        id: null,
        packId: pack.id,
        matter,
        action,
        about,
        holder: {
          body: by.body ?? null,
          title: null,
          rank: by.rank ?? null,
          unitCode: by.unit ?? null,
          prefer: by.prefer ?? [],
          words: by.words ?? by.body ?? '',
        },
        withinUnitId: null,
        withinUnitName: null,
        from: [adoptedFrom, pack.in_force.from].sort().at(-1) ?? adoptedFrom,
        to: pack.in_force.to ?? null,
        legalBasis: `${pack.number} · ${own ?? cite}`,
      })),
    ),
  )
}

async function fromProvince({ db }: Context): Promise<Delegation[]> {
  const { rows } = await sql<Delegation>`
    select d.id, null as "packId", d.matter, d.action, d.about, d.within_unit_id as "withinUnitId",
      wn.name as "withinUnitName", lower(d.during)::text as "from", upper(d.during)::text as "to",
      d.decision_no || ', ' || d.signed_by || ' ký · ' || d.clause as "legalBasis",
      json_build_object('body', d.holder_body, 'title', d.holder_title, 'rank', d.holder_rank,
        'unitCode', h.code, 'prefer', '[]'::json,
        'words', coalesce(d.holder_body, t.name, hn.name)) as holder
    from delegation d
    left join job_title t on t.code = d.holder_title
    left join unit h on h.id = d.holder_unit_id
    left join unit_name hn on hn.unit_id = h.id and hn.during @> lower(d.during)
    left join unit_name wn on wn.unit_id = d.within_unit_id and wn.during @> lower(d.during)
    order by d.id`.execute(db)
  return rows.map((row) => ({ ...row, holder: { ...row.holder, words: holderWords(row.holder) } }))
}

/** A holder by rank is named by the rank, and by the unit when the decision names one. */
function holderWords({ rank, words }: { rank: string | null; words: string | null }): string {
  return [labelOf(RANKS, rank), words].filter(Boolean).join(', ')
}
