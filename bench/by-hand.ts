import { type RawBuilder, sql } from 'kysely'

/**
 * LS-T1…T9 as a person would write them once for one date: the same numbers by unit in one
 * statement, no vocabulary, no three-valued intervals beyond counting who lacks the fact.
 */
export const targetsByHand: RawBuilder<unknown> = sql`
with
degree as (
  select cadre_id, max(array_position(array['none','elementary','intermediate','college','university','master','doctorate'], level))
    filter (where awarded_on is null or awarded_on <= date '2024-10-31') as n
  from qualification group by cadre_id),
held as (
  select cadre_id,
    max(array_position(array['none','assistant','specialist','principal','senior'], level)) filter (where kind = 'state_management' and (awarded_on is null or awarded_on <= date '2024-10-31')) as qlnn,
    max(array_position(array['none','a1','a2','b1','b2','c1','c2'], level)) filter (where kind = 'language' and (awarded_on is null or awarded_on <= date '2024-10-31')) as lang,
    max(array_position(array['none','basic','advanced','professional'], level)) filter (where kind = 'it' and (awarded_on is null or awarded_on <= date '2024-10-31')) as it,
    max(array_position(array['none','trained'], level)) filter (where kind = 'skills' and (awarded_on is null or awarded_on <= date '2024-10-31')) as skills
  from certificate group by cadre_id),
asked as (
  select title_code,
    max(array_position(array['none','elementary','intermediate','college','university','master','doctorate'], level)) filter (where requirement = 'degree') as degree,
    max(array_position(array['none','assistant','specialist','principal','senior'], level)) filter (where requirement = 'state_management') as qlnn,
    max(array_position(array['none','a1','a2','b1','b2','c1','c2'], level)) filter (where requirement = 'language') as lang,
    max(array_position(array['none','basic','advanced','professional'], level)) filter (where requirement = 'it') as it,
    max(array_position(array['none','trained'], level)) filter (where requirement = 'skills') as skills
  from title_standard where during @> date '2024-10-31' group by title_code),
serving as (
  select t.unit_id, t.rank, u.level, u.kind, p.is_key, e.kind as employment, d.n as degree, h.qlnn,
    p.title_code is null as no_title,
    coalesce(a.degree <= d.n, a.degree is null) as ok_degree, d.n is null as no_degree,
    coalesce(a.qlnn <= h.qlnn, a.qlnn is null) as ok_qlnn, h.qlnn is null as no_qlnn,
    coalesce(a.skills <= h.skills, a.skills is null) as ok_skills,
    coalesce(a.lang <= h.lang, a.lang is null) and coalesce(a.it <= h.it, a.it is null) as ok_lang_it,
    h.lang is null or h.it is null as no_lang_it
  from tenure t join cadre c on c.id = t.cadre_id and t.holding = 'main' and t.during @> date '2024-10-31'
  join unit u on u.id = t.unit_id left join post p on p.id = t.post_id
  left join (select cadre_id, kind from employment where during @> date '2024-10-31' offset 0) e on e.cadre_id = c.id
  left join degree d on d.cadre_id = c.id left join held h on h.cadre_id = c.id
  left join asked a on a.title_code = p.title_code),
counted as (
  select unit_id,
    count(*) filter (where rank in ('division_head', 'division_deputy') and employment in ('official', 'civil_servant')) as t1_base,
    count(*) filter (where rank in ('division_head', 'division_deputy') and employment in ('official', 'civil_servant') and degree >= 6) as t1,
    count(*) filter (where rank in ('division_head', 'division_deputy') and employment in ('official', 'civil_servant') and degree is null) as t1_open,
    count(*) filter (where level = 'commune' and employment = 'official') as t2_base,
    count(*) filter (where level = 'commune' and employment = 'official' and degree >= 5) as t2,
    count(*) filter (where level = 'commune' and employment = 'official' and degree is null) as t2_open,
    count(*) filter (where level = 'commune' and is_key) as t3_base,
    count(*) filter (where level = 'commune' and is_key and degree >= 5) as t3,
    count(*) filter (where level = 'commune' and is_key and degree is null) as t3_open,
    count(*) filter (where rank in ('head', 'deputy') and level = 'province' and kind in ('department', 'party_advisory', 'mass_organisation', 'council_office')) as t4_base,
    count(*) filter (where rank in ('head', 'deputy') and level = 'province' and kind in ('department', 'party_advisory', 'mass_organisation', 'council_office') and qlnn >= 5) as t4,
    count(*) filter (where rank in ('head', 'deputy') and level = 'province' and kind in ('department', 'party_advisory', 'mass_organisation', 'council_office') and qlnn is null) as t4_open,
    count(*) filter (where rank in ('division_head', 'division_deputy')) as t5_base,
    count(*) filter (where rank in ('division_head', 'division_deputy') and qlnn >= 4) as t5,
    count(*) filter (where rank in ('division_head', 'division_deputy') and qlnn is null) as t5_open,
    count(*) filter (where level = 'commune' and employment = 'official' and ok_degree and ok_qlnn and ok_skills) as t6,
    count(*) filter (where level = 'commune' and employment = 'official' and (no_degree or no_qlnn)) as t6_open,
    count(*) filter (where employment in ('official', 'civil_servant')) as t7_base,
    count(*) filter (where employment in ('official', 'civil_servant') and ok_lang_it) as t7,
    count(*) filter (where employment in ('official', 'civil_servant') and no_lang_it) as t7_open,
    count(*) filter (where employment = 'civil_servant') as t9a,
    count(*) filter (where employment = 'public_employee') as t9b
  from serving group by unit_id),
before as (
  select t.unit_id, count(*) filter (where e.kind = 'civil_servant') as t9a_before,
    count(*) filter (where e.kind = 'public_employee') as t9b_before
  from tenure t left join (select cadre_id, kind from employment where during @> date '2021-12-31' offset 0) e on e.cadre_id = t.cadre_id
  where t.holding = 'main' and t.during @> date '2021-12-31' group by t.unit_id),
planned as (
  select coalesce(s.unit_id, c.unit_id) as unit_id, count(*) as t8_base,
    count(*) filter (where coalesce(a.qlnn <= h.qlnn, a.qlnn is null)) as t8, count(*) filter (where h.qlnn is null) as t8_open
  from succession_entry s join cadre c on c.id = s.cadre_id and s.during @> date '2024-10-31'
  left join held h on h.cadre_id = c.id left join asked a on a.title_code = s.title_code
  group by 1)
select * from counted full join before using (unit_id) full join planned using (unit_id)`
