import { type RawBuilder, sql } from 'kysely'
import { cadreList } from '#server/cadres/roster.ts'
import { inTurn } from './measure.ts'
import { asking, type Bench, type Result } from './result.ts'

const ON = sql`date '2024-10-31'`

interface Scenario {
  what: string
  input: Parameters<typeof cadreList>[1]
  /** The ids of the page, in order; and how many there are in all. */
  page: RawBuilder<unknown>
  total: RawBuilder<unknown>
}

const serving = sql`cadre c join tenure t on t.cadre_id = c.id and t.holding = 'main' and t.during @> ${ON}`

const SCENARIOS: Scenario[] = [
  {
    what: 'list: first page by name',
    input: { asOf: '2024-10-31', limit: 100 },
    page: sql`select c.id, row_number() over (order by c.name_key, c.id) as place from ${serving} order by c.name_key, c.id limit 100`,
    total: sql`select count(*) from tenure where holding = 'main' and during @> ${ON}`,
  },
  {
    what: 'list: women under 40, by birth date',
    input: { asOf: '2024-10-31', sex: 'female', ageTo: 39, sort: 'born', limit: 100 },
    page: sql`select c.id, row_number() over (order by c.born_on, c.name_key, c.id) as place from ${serving}
      where c.sex = 'female' and c.born_earliest > date '1984-10-31' order by c.born_on, c.name_key, c.id limit 100`,
    total: sql`select count(*) from ${serving} where c.sex = 'female' and c.born_earliest > date '1984-10-31'`,
  },
  {
    what: 'search: three syllables without diacritics',
    input: { asOf: '2024-10-31', q: 'nguyen thi hoa', limit: 100 },
    page: sql`select c.id, row_number() over (order by c.name_key, c.id) as place from (
        select * from cadre where name_search like '%nguyen%thi%hoa%' offset 0) c
      join tenure t on t.cadre_id = c.id and t.holding = 'main' and t.during @> ${ON} order by c.name_key, c.id limit 100`,
    total: sql`select count(*) from ${serving} where c.name_search like '%nguyen%thi%hoa%'`,
  },
]

/** Each list page through the door against the same rows fetched by SQL written by hand. */
export async function benchRoster(bench: Bench): Promise<Result[]> {
  const results: Result[] = []
  for (const { what, input, page, total } of SCENARIOS) {
    const byHand = (): Promise<unknown> =>
      asking(bench, async ({ db }) => [await details(page).execute(db), await total.execute(db)])
    const [ours, theirs] = await inTurn(
      [
        { name: 'ours', run: () => asking(bench, (ctx) => cadreList(ctx, input)) },
        { name: 'by hand', run: byHand },
      ],
      15,
    )
    const [a, b] = [ours?.median ?? 0, theirs?.median ?? 0]
    results.push({
      people: bench.people,
      what,
      ours: a,
      theirs: b,
      against: 'SQL by hand',
      ratio: a / b,
      limit: 1.5,
    })
  }
  return results
}

function details(page: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`with page as materialized (${page})
    select c.*, t.title, t.rank, t.during, p.managed_by, n.name, a.name as within, e.kind, d.*, k.*, m.joined_on, g.grade_code
    from page join cadre c on c.id = page.id
    left join tenure t on t.cadre_id = c.id and t.holding = 'main' and t.during @> ${ON}
    left join post p on p.id = t.post_id
    left join unit_name n on n.unit_id = t.unit_id and n.during @> ${ON}
    left join unit_parent up on up.unit_id = t.unit_id and up.during @> ${ON}
    left join unit_name a on a.unit_id = up.parent_id and a.during @> ${ON}
    left join employment e on e.cadre_id = c.id and e.during @> ${ON}
    left join party_membership m on m.cadre_id = c.id
    left join lateral (select level, field, mode from qualification where cadre_id = c.id and awarded_on <= ${ON}
      order by array_position(array['none','elementary','intermediate','college','university','master','doctorate'], level) desc limit 1) d on true
    left join lateral (select
        max(array_position(array['none','elementary','intermediate','advanced','bachelor'], level)) filter (where kind = 'political_theory') as theory,
        max(array_position(array['none','assistant','specialist','principal','senior'], level)) filter (where kind = 'state_management') as qlnn
      from certificate where cadre_id = c.id and awarded_on <= ${ON}) k on true
    left join lateral (select grade_code from grade_holding where cadre_id = c.id and during @> ${ON} limit 1) g on true
    order by page.place`
}
