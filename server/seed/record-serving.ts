import { sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'

const MEN = 'An,Bình,Chiến,Dũng,Đức,Hải,Hùng,Khánh,Lâm,Minh,Nam,Phong,Quân,Sơn,Thắng,Tùng,Việt,Vinh'
const WOMEN = 'Anh,Bích,Chi,Dung,Giang,Hà,Hiền,Hoa,Hương,Lan,Linh,Mai,Nga,Oanh,Thảo,Thu,Trang,Yến'
const FAMILIES = 'Nguyễn,Trần,Lê,Phạm,Hoàng,Vũ,Đặng,Bùi,Nông,Lương,Hồ,Phan'

/**
 * Everybody serving on the day, with what invented facts are made from. A table of its own makes the
 * statements after it short; it ends with the transaction. `own` is whose account is shown: theirs
 * is the record where no section is empty.
 */
export async function gatherServing(db: Db, looksAt: string): Promise<void> {
  const on = sql`${looksAt}::date`
  await sql`create temporary table serving on commit drop as
    select c.id, c.sex, c.born_on, extract(year from age(${on}, c.born_on))::integer as age,
      coalesce(c.home_place, 'Việt Nam') as home, c.first_recruited_on as recruited,
      split_part(c.full_name, ' ', 1) as family, t.unit_id, t.rank, lower(t.during) as since,
      coalesce(n.name, u.code) as unit, ${on} as today,
      t.rank in ('head', 'deputy', 'member') as leads,
      exists (select from account a where a.cadre_id = c.id) as own
    from cadre c join tenure t on t.cadre_id = c.id and t.holding = 'main' and t.during @> ${on}
    join unit u on u.id = t.unit_id
    left join unit_name n on n.unit_id = t.unit_id and n.during @> ${on}
    where c.born_on is not null and c.first_recruited_on is not null`.execute(db)
  await sql`create temporary table invented on commit drop as select
    string_to_array(${MEN}, ',') as men, string_to_array(${WOMEN}, ',') as women,
    string_to_array(${FAMILIES}, ',') as families`.execute(db)
}

/** The same name for the same number, always. */
export const manNamed = (seed: string) => sql.raw(`(men[1 + (${seed}) % cardinality(men)])`)
export const womanNamed = (seed: string) => sql.raw(`(women[1 + (${seed}) % cardinality(women)])`)
export const familyNamed = (seed: string) =>
  sql.raw(`(families[1 + (${seed}) % cardinality(families)])`)
