import { sql } from 'kysely'
import { DEGREES, RATING_LEVELS, SEXES } from '#server/cadres/code-lists.ts'
import { type CodeList, labelOf } from '#server/kernel/code-list.ts'
import type { Context } from '#server/kernel/context.ts'
import { LEVELS, RANKS } from '#server/organisation/code-lists.ts'
import { agencies, nameOn } from './agencies.ts'
import type { Asked, Counted, Line } from './contents.ts'
import { type Part, saidParts } from './small-cells.ts'

interface CountRow {
  place: number
  code: string | null
  people: number
}

const AGES: CodeList = {
  '1': { label: 'dưới 30' },
  '2': { label: '30 đến 39' },
  '3': { label: '40 đến 49' },
  '4': { label: '50 trở lên' },
}
const NOT_SAID = 'Hồ sơ chưa ghi'

/** Each partition of the people serving that day; they all add up to the same total. */
const PARTITIONS: { heading: string; list: CodeList }[] = [
  { heading: 'Theo cấp', list: LEVELS },
  { heading: 'Theo chức vụ', list: RANKS },
  { heading: 'Theo giới tính', list: SEXES },
  { heading: 'Theo độ tuổi', list: AGES },
  { heading: 'Theo trình độ cao nhất', list: DEGREES },
]

/** In the order of the list; what no record says comes last. */
function partsOf(list: CodeList, rows: { code: string | null; people: number }[]): Part[] {
  const order = Object.keys(list)
  const place = ({ code }: { code: string | null }) =>
    code === null ? order.length : order.indexOf(code)
  return rows
    .toSorted((a, b) => place(a) - place(b))
    .map(({ code, people }) => ({ label: labelOf(list, code) ?? NOT_SAID, people }))
}

/** How many serve, in partitions of one total; small groups are not said. */
export async function structure({ db }: Context, { asOf, smallest }: Asked): Promise<Counted> {
  const { rows } = await sql<CountRow>`
    with serving as (select u.level, t.rank, c.sex,
        case when c.born_on is null then null
          when c.born_latest > ${asOf}::date - interval '30 years' then '1'
          when c.born_latest > ${asOf}::date - interval '40 years' then '2'
          when c.born_latest > ${asOf}::date - interval '50 years' then '3' else '4' end as age,
        (select q.level from qualification q where q.cadre_id = c.id
          order by array_position(${Object.keys(DEGREES)}::text[], q.level) desc limit 1) as degree
      from tenure t join cadre c on c.id = t.cadre_id join unit u on u.id = t.unit_id
      where t.holding = 'main' and t.during @> ${asOf}::date)
    select place, code, count(*)::int as people from serving
      cross join lateral (values (0, level), (1, rank), (2, sex), (3, age), (4, degree)) p(place, code)
    group by 1, 2 order by 1, 2 nulls last`.execute(db)
  const total = rows.filter(({ place }) => place === 0).reduce((sum, row) => sum + row.people, 0)
  const lines: Line[] = [line(['Tổng số người đang công tác', '', total.toLocaleString('vi-VN')])]
  for (const [place, { heading, list }] of PARTITIONS.entries()) {
    const parts = partsOf(
      list,
      rows.filter((row) => row.place === place),
    )
    for (const said of saidParts(parts, smallest)) lines.push(line([heading, ...said]))
  }
  return { headings: ['Phân theo', 'Nhóm', 'Số người'], lines }
}

const line = (cells: string[], unitId: number | null = null): Line => ({
  unitId,
  cadreId: null,
  cells,
})

interface UnitCount {
  unit_id: number
  unit: string
  code: string
  people: number
  women?: number
  young?: number
}

/** Ratings of the last year decided, agency by agency. */
export async function ratings({ db }: Context, { asOf, smallest }: Asked): Promise<Counted> {
  const { rows } = await sql<UnitCount & { year: number }>`
    select a.agency_id as unit_id, ${nameOn(sql`a.agency_id`, asOf)} as unit, r.level as code, r.year,
      count(*)::int as people
    from rating r join tenure t on t.cadre_id = r.cadre_id and t.holding = 'main'
      and t.during @> least(make_date(r.year, 12, 31), ${asOf}::date)
    join ${agencies} a on a.unit_id = t.unit_id
    where r.year = (select max(year) from rating where decided_on <= ${asOf}::date)
    group by 1, r.level, r.year order by unit, a.agency_id`.execute(db)
  const lines = [...Map.groupBy(rows, ({ unit_id }) => unit_id)].flatMap(([unitId, held]) => {
    const parts = partsOf(RATING_LEVELS, held)
    return saidParts(parts, smallest).map((said) => line([held[0]?.unit ?? '', ...said], unitId))
  })
  const year = rows[0]?.year
  return {
    headings: ['Cơ quan, đơn vị', `Mức xếp loại${year ? ` năm ${year}` : ''}`, 'Số người'],
    lines,
  }
}

/** How many are planned for which title: read inside the agency, which knows its own small groups. */
export async function planning({ db }: Context, { asOf }: Asked): Promise<Counted> {
  const { rows } = await sql<UnitCount>`
    select a.agency_id as unit_id, ${nameOn(sql`a.agency_id`, asOf)} as unit, jt.name as code,
      count(*)::int as people
    from succession_entry s join cadre c on c.id = s.cadre_id
    join ${agencies} a on a.unit_id = coalesce(s.unit_id, c.unit_id)
    join job_title jt on jt.code = s.title_code
    where s.during @> ${asOf}::date
    group by 1, jt.code, jt.name, jt.sort_order order by unit, a.agency_id, jt.sort_order`.execute(
    db,
  )
  const lines = rows.map(({ unit_id, unit, code, people }) =>
    line([unit, code, String(people)], unit_id),
  )
  return { headings: ['Cơ quan, đơn vị', 'Chức danh quy hoạch', 'Số người'], lines }
}
