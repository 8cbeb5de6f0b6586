import { type RawBuilder, sql } from 'kysely'
import { accessTo } from '#server/access/column-groups.ts'
import { relativePairs } from '#server/authority/relatives-in-posts.ts'
import type { Warning } from '#server/directives/inspection-cases.ts'
import { overCapIn } from '#server/evaluation/over-cap.ts'
import type { Context } from '#server/kernel/context.ts'
import { nameOn } from './names.ts'
import { recommendationsOn } from './recommendations.ts'
import { papersOverdue, ratingsTooGood, setAside, tooFewPresent } from './warning-shares.ts'

export interface Found {
  says: string
  unitId: number | null
  unit: string | null
  cadreId: number | null
  name: string | null
  caseRef: string | null
}

export interface Asked {
  asOf: string
  /** The parameter the warning names, where it names one. */
  limit: number
  parameter: (name: string) => unknown
}

/** Rows a warning shows; `null` where the reader was not granted the facts it reads. */
export type Finder = (ctx: Context, asked: Asked) => Promise<Found[] | null>

export const empty = { unitId: null, unit: null, cadreId: null, name: null, caseRef: null }

/** What each warning finds among the records in sight of the reader. */
export const FINDERS: Readonly<Record<Warning, Finder>> = {
  async cap_broken(ctx, { asOf }) {
    const { rows } = await sql<{ period: string }>`
      select distinct on (kind) period from evaluation_cycle where opened_on <= ${asOf}::date
      order by kind, upper(during) desc, period desc`.execute(ctx.db)
    const found: Found[] = []
    for (const { period } of rows)
      for (const { unitName, group, over, cycleId } of await overCapIn(ctx, period))
        found.push({
          ...empty,
          unit: unitName,
          caseRef: `evaluation:${cycleId}`,
          says: `Kỳ ${period}, ${group}: vượt trần ${over} người.`,
        })
    return found
  },
  ratings_too_good: ratingsTooGood,
  async relatives_in_posts(ctx, { asOf }) {
    const { access } = await accessTo(ctx, 'family', null)
    if (access !== 'granted') return null
    const { rows } = await relativePairs(ctx, asOf)
    return rows.map(({ says, relative }) => ({
      ...empty,
      unit: relative.unitName,
      cadreId: relative.cadreId,
      name: relative.name,
      says,
    }))
  },
  papers_overdue: papersOverdue,
  decision_without_number: (ctx, { asOf }) =>
    tenures(
      ctx,
      asOf,
      sql`t.decision_no is null and lower(t.during) between ${asOf}::date - 365 and ${asOf}::date`,
      sql`'Giữ chức từ ' || to_char(lower(t.during), 'DD/MM/YYYY') || ', chưa ghi số quyết định.'`,
    ),
  older_without_justification: (ctx, { asOf, limit }) =>
    tenures(
      ctx,
      asOf,
      sql`t.rank in ('head', 'deputy', 'division_head', 'division_deputy')
        and t.entry in ('appointment', 'nomination') and t.is_first_at_rank
        and t.decided_on between ${asOf}::date - 365 and ${asOf}::date
        and c.born_latest <= t.decided_on - make_interval(years => ${limit}::integer)
        and not exists (select from record_document d where d.cadre_id = c.id
          and d.section = 'posts' and d.row_id = t.id and d.title ilike '%giải trình%')`,
      sql`extract(year from age(t.decided_on, c.born_latest)) || ' tuổi khi bổ nhiệm ngày '
        || to_char(t.decided_on, 'DD/MM/YYYY') || '.'`,
    ),
  rules_set_aside: setAside,
  async deputies_over_number(ctx, { asOf }) {
    const { rows } = await sql<Found>`
      select p.unit_id as "unitId", ${nameOn(sql`p.unit_id`, asOf)} as unit, null as "cadreId",
        null as name, null as "caseRef",
        count(*) || ' người giữ chức ' || lower(p.name) || ', được duyệt ' || p.seats || '.' as says
      from post p join tenure t on t.post_id = p.id and t.during @> ${asOf}::date
      where p.during @> ${asOf}::date and p.rank in ('deputy', 'division_deputy')
      group by p.id having count(*) > p.seats order by unit, p.id`.execute(ctx.db)
    return rows
  },
  meeting_without_quorum: tooFewPresent,
  term_over: (ctx, { asOf }) =>
    tenures(
      ctx,
      asOf,
      sql`t.term_until < ${asOf}::date and t.during @> ${asOf}::date`,
      sql`'Hết thời hạn ' || to_char(t.term_until, 'DD/MM/YYYY') || ', chưa có quyết định mới.'`,
    ),
  async recommendation_overdue(ctx, { asOf }) {
    const rows = await recommendationsOn(ctx, asOf)
    return rows
      .filter(({ state }) => state === 'overdue')
      .map(({ unitId, unit, cadreId, name, asks, inspectionId }) => ({
        unitId,
        unit,
        cadreId,
        name,
        caseRef: `inspection:${inspectionId}`,
        says: asks,
      }))
  },
}

async function tenures(
  { db }: Context,
  asOf: string,
  where: RawBuilder<unknown>,
  says: RawBuilder<unknown>,
): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select ${says} as says, t.unit_id as "unitId", ${nameOn(sql`t.unit_id`, asOf)} as unit,
      c.id as "cadreId", c.full_name || ', ' || lower(t.title) as name,
      'appointment:' || t.id as "caseRef"
    from tenure t join cadre c on c.id = t.cadre_id
    where t.entry not in ('recruitment', 'import') and ${where}
    order by unit, c.name_key`.execute(db)
  return rows
}
