import { type RawBuilder, sql } from 'kysely'
import { RATING_LEVELS, TENURE_ENTRIES } from '#server/cadres/code-lists.ts'
import { DISCIPLINES, EMULATION_TITLES } from '#server/cadres/record/codes-of-merit.ts'
import type { CodeList } from '#server/kernel/code-list.ts'
import { labelOf } from '#server/kernel/code-list.ts'
import type { Context } from '#server/kernel/context.ts'
import { agencies, nameOn } from './agencies.ts'
import type { Asked, Counted } from './contents.ts'

interface PersonRow {
  unit_id: number
  cadre_id: number
  code: string
  cells: string[]
}

/** The people of each agency, each with what is said of them; the code comes first, in words. */
async function people(
  { db }: Context,
  list: CodeList,
  headings: string[],
  rowsOf: RawBuilder<PersonRow>,
): Promise<Counted> {
  const { rows } = await rowsOf.execute(db)
  return {
    headings,
    lines: rows.map(({ unit_id, cadre_id, code, cells: [name = '', ...rest] }) => ({
      unitId: unit_id,
      cadreId: cadre_id,
      cells: [name, labelOf(list, code) ?? code, ...rest],
    })),
  }
}

const within = (on: RawBuilder<unknown>, asOf: string) =>
  sql`${on} > ${asOf}::date - interval '12 months' and ${on} <= ${asOf}::date`

export const appointments = (ctx: Context, { asOf }: Asked): Promise<Counted> =>
  people(
    ctx,
    TENURE_ENTRIES,
    ['Họ và tên', 'Hình thức', 'Chức vụ', 'Đơn vị', 'Từ ngày', 'Quyết định'],
    sql<PersonRow>`select a.agency_id as unit_id, c.id as cadre_id, t.entry as code,
        array[c.full_name, t.title, ${nameOn(sql`t.unit_id`, asOf)},
          to_char(lower(t.during), 'DD/MM/YYYY'), coalesce(t.decision_no, '')] as cells
      from tenure t join cadre c on c.id = t.cadre_id join ${agencies} a on a.unit_id = t.unit_id
      where t.holding = 'main' and t.rank in ('head', 'deputy', 'division_head', 'division_deputy')
        and t.entry is not null and ${within(sql`lower(t.during)`, asOf)}
      order by a.agency_id, lower(t.during) desc, c.id`,
  )

export const rewards = (ctx: Context, { asOf }: Asked): Promise<Counted> =>
  people(
    ctx,
    EMULATION_TITLES,
    ['Họ và tên', 'Danh hiệu', 'Năm', 'Quyết định'],
    sql<PersonRow>`select a.agency_id as unit_id, c.id as cadre_id, e.title as code,
        array[c.full_name, e.year::text, coalesce(e.decision_no, '')] as cells
      from emulation_title e join cadre c on c.id = e.cadre_id join ${agencies} a on a.unit_id = c.unit_id
      where e.year = extract(year from ${asOf}::date - interval '12 months')
      order by a.agency_id, e.year desc, c.id`,
  )

/** Results only: what somebody had done stays in the record. */
export const disciplines = (ctx: Context, { asOf }: Asked): Promise<Counted> =>
  people(
    ctx,
    DISCIPLINES,
    ['Họ và tên', 'Hình thức', 'Ngày quyết định', 'Cơ quan quyết định', 'Quyết định'],
    sql<PersonRow>`select a.agency_id as unit_id, c.id as cadre_id, d.form as code,
        array[c.full_name, to_char(d.decided_on, 'DD/MM/YYYY'), coalesce(d.decided_by, ''),
          coalesce(d.decision_no, '')] as cells
      from discipline d join cadre c on c.id = d.cadre_id join ${agencies} a on a.unit_id = c.unit_id
      where ${within(sql`d.decided_on`, asOf)} order by a.agency_id, d.decided_on desc, c.id`,
  )

/** Each person's own rating of the last year decided: read by that person and who keeps the record. */
export const ownRatings = (ctx: Context, { asOf }: Asked): Promise<Counted> =>
  people(
    ctx,
    RATING_LEVELS,
    ['Họ và tên', 'Mức xếp loại', 'Năm', 'Ngày quyết định'],
    sql<PersonRow>`select a.agency_id as unit_id, c.id as cadre_id, r.level as code,
        array[c.full_name, r.year::text, coalesce(to_char(r.decided_on, 'DD/MM/YYYY'), '')] as cells
      from rating r join cadre c on c.id = r.cadre_id join ${agencies} a on a.unit_id = c.unit_id
      where r.year = (select max(year) from rating where decided_on <= ${asOf}::date)
      order by a.agency_id, c.name_key, c.id`,
  )
