import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'

const ON = sql`date '2024-10-31'`
const held = sql`(awarded_on is null or awarded_on <= ${ON})`
const highest = (kind: string, levels: readonly string[], more = sql``) =>
  sql`max(array_position(${levels}::text[], level)) filter (where kind = ${kind} and ${held} ${more})`

const LANGUAGE = ['none', 'a1', 'a2', 'b1', 'b2', 'c1', 'c2']

/** Counted where the condition holds; beside it how many the record leaves open. */
const cell = (no: number, condition: RawBuilder<unknown>) =>
  sql`, count(*) filter (where ${condition}) as ${sql.id(`c${no}`)},
    count(*) filter (where (${condition}) is null) as ${sql.id(`o${no}`)}`

const aged = (from: number, to: number) => sql`age >= ${from} and age <= ${to} and not retired`

/** BM01 as a person would write it once for one date: 37 counts a unit, and the quotas. */
export const bm01ByHand: RawBuilder<unknown> = sql`
with degree as (
  select cadre_id, max(array_position(array['none','elementary','intermediate','college','university','master','doctorate'], level)) filter (where ${held}) as n
  from qualification group by cadre_id),
learned as (
  select cadre_id,
    ${highest('political_theory', ['none', 'elementary', 'intermediate', 'advanced', 'bachelor'])} as theory,
    ${highest('it', ['none', 'basic', 'advanced', 'professional'])} as it,
    ${highest('language', LANGUAGE, sql`and name = 'Tiếng Anh'`)} as english,
    ${highest('language', LANGUAGE, sql`and name <> 'Tiếng Anh'`)} as other,
    ${highest('state_management', ['none', 'assistant', 'specialist', 'principal', 'senior'])} as state,
    bool_or(kind = 'ethnic_language' and level <> 'none' and ${held}) as ethnic_language
  from certificate group by cadre_id),
person as (
  select t.unit_id, c.sex, c.ethnicity, c.religion, g.grade_code, m.cadre_id is not null as in_party,
    d.n as degree, l.theory, l.it, l.english, l.other, l.state, l.ethnic_language,
    extract(year from age(${ON}, c.born_on)) as age,
    c.born_on < case c.sex when 'male' then date '1963-11-01' else date '1968-07-01' end as retired
  from tenure t join cadre c on c.id = t.cadre_id and t.holding = 'main' and t.during @> ${ON}
  join unit u on u.id = t.unit_id and u.level in ('province', 'district')
  join employment e on e.cadre_id = c.id and e.kind = 'civil_servant' and e.during @> ${ON}
  left join grade_holding g on g.cadre_id = c.id and g.during @> ${ON}
  left join party_membership m on m.cadre_id = c.id and m.joined_on <= ${ON}
    and (m.left_on is null or m.left_on > ${ON})
  left join degree d on d.cadre_id = c.id left join learned l on l.cadre_id = c.id)
select unit_id, count(*) as c2
  ${cell(3, sql`sex = 'female'`)}${cell(4, sql`in_party`)}${cell(5, sql`ethnicity <> '01'`)}
  ${cell(6, sql`religion <> 'none'`)}
  ${sql.join(
    [1, 2, 3, 4, 5].map((n) => cell(6 + n, sql`grade_code = ${`01.00${n}`}`)),
    sql``,
  )}
  ${sql.join(
    [7, 6, 5, 4, 3, 2].map((n, i) => cell(12 + i, sql`degree = ${n}::integer`)),
    sql``,
  )}
  ${sql.join(
    [5, 4, 3, 2].map((n, i) => cell(18 + i, sql`theory = ${n}::integer`)),
    sql``,
  )}
  ${cell(22, sql`it = 4`)}${cell(23, sql`it in (2, 3)`)}
  ${cell(24, sql`english >= 5`)}${cell(25, sql`english between 2 and 4`)}
  ${cell(26, sql`other >= 5`)}${cell(27, sql`other between 2 and 4`)}
  ${cell(28, sql`ethnic_language`)}
  ${sql.join(
    [5, 4, 3].map((n, i) => cell(29 + i, sql`state = ${n}::integer`)),
    sql``,
  )}
  ${cell(32, aged(0, 30))}${cell(33, aged(31, 40))}${cell(34, aged(41, 50))}${cell(35, aged(51, 99))}
  ${cell(36, sql`sex = 'female' and ${aged(51, 55)}`)}${cell(37, sql`sex = 'male' and ${aged(56, 60)}`)}
  ${cell(38, sql`retired`)}
from person group by unit_id`

/** What the page of a person shows, table by table. */
export async function fileByHand(db: Db, id: number): Promise<void> {
  await sql`select * from cadre where id = ${id}`.execute(db)
  await sql`select t.*, n.name from tenure t join unit_name n on n.unit_id = t.unit_id
    and n.during @> ${ON} left join post p on p.id = t.post_id where t.cadre_id = ${id}
    order by lower(t.during) desc`.execute(db)
  for (const table of [
    ...['party_membership', 'employment', 'grade_holding', 'qualification', 'certificate'],
    ...['rating', 'succession_entry', 'training_record', 'retirement_decision'],
  ])
    await sql`select * from ${sql.table(table)} where cadre_id = ${id}`.execute(db)
  // The age of retirement follows dated parameters, which the province may override.
  await sql`select * from pack_adoption where during @> ${ON}`.execute(db)
}

/** The fact locked, changed, its history kept, and the entry of the log behind the one before it. */
export async function saveByHand(db: Db, id: number): Promise<void> {
  await sql`select role, right_code from role_right where during @> ${ON}`.execute(db)
  await sql`select * from cadre where id = ${id} for update`.execute(db)
  await sql`update cadre set home_place = 'xã Đo, huyện Thử', version = version + 1
    where id = ${id}`.execute(db)
  await sql`insert into record_change (cadre_id, section, row_id, act, before, after, basis, reason, account_name)
    values (${id}, 'identity', ${id}, 'correct', '{}', '{}', 'correction', 'đo tốc độ', 'bench')`.execute(
    db,
  )
  const { rows } = await sql<{
    entries: number
  }>`select entries from audit_head for update`.execute(db)
  const next = (rows[0]?.entries ?? 0) + 1
  await sql`insert into audit_entry (id, at, actor, operation, input, previous_hash, hash, act, actor_name, cadre_id)
    values (${next}, '2024-10-31T00:00:00Z', 'bench', 'bench', '{}', '', ${String(next)}, 'change', 'bench', ${id})`.execute(
    db,
  )
  await sql`update audit_head set entries = ${next}, hash = ${String(next)}`.execute(db)
}
