import { sql } from 'kysely'
import type { Context } from '#server/kernel/context.ts'
import { agencies, nameOn } from './agencies.ts'
import type { Asked, Counted } from './contents.ts'
import { regulationsAsked } from './regulations-asked.ts'

/** Posts of leaders with a free seat: the post, never who left it. */
export async function vacancies({ db }: Context, { asOf }: Asked): Promise<Counted> {
  const { rows } = await sql<{ unit_id: number; cells: string[] }>`
    select p.unit_id, array[${nameOn(sql`a.agency_id`, asOf)}, p.name ||
      case when a.agency_id = p.unit_id then '' else ', ' || ${nameOn(sql`p.unit_id`, asOf)} end,
      (p.seats - count(t.id))::text] as cells
    from post p join unit u on u.id = p.unit_id and u.during @> ${asOf}::date
    join ${agencies} a on a.unit_id = p.unit_id
    left join tenure t on t.post_id = p.id and t.during @> ${asOf}::date and t.holding = 'main'
    where p.during @> ${asOf}::date and p.rank in ('head', 'deputy', 'division_head', 'division_deputy')
      and p.managed_by is distinct from 'central'
    group by p.id, u.tree_from, a.agency_id having p.seats > count(t.id)
    order by u.tree_from, p.rank, p.id`.execute(db)
  return {
    headings: ['Cơ quan, đơn vị', 'Vị trí', 'Số còn trống'],
    lines: rows.map(({ unit_id, cells }) => ({ unitId: unit_id, cadreId: null, cells })),
  }
}

/** Regulations in force that day, agency by agency. */
export async function regulations(ctx: Context, { asOf }: Asked): Promise<Counted> {
  const kinds = (await regulationsAsked(ctx, asOf)).map(({ id }) => id)
  const { rows } = await sql<{ unit_id: number; cells: string[] }>`
    select d.unit_id, array[${nameOn(sql`d.unit_id`, asOf)}, d.title, coalesce(d.number, ''),
      to_char(d.issued_on, 'DD/MM/YYYY')] as cells
    from unit_document d join unit u on u.id = d.unit_id
    where d.kind = any(${kinds}::text[]) and d.issued_on <= ${asOf}::date
      and (d.ended_on is null or d.ended_on > ${asOf}::date) and u.during @> ${asOf}::date
    order by u.tree_from, d.kind, d.issued_on`.execute(ctx.db)
  return {
    headings: ['Cơ quan, đơn vị', 'Quy chế', 'Số', 'Ngày ban hành'],
    lines: rows.map(({ unit_id, cells }) => ({ unitId: unit_id, cadreId: null, cells })),
  }
}
