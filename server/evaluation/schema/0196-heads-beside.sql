-- A commune has several heads (its committee, its council, its people's committee): none of them waits for
-- another to be rated.
create or replace function answered_for(about integer, schemes text[]) returns text
  language sql stable security definer set search_path from current as $$
  with me as (
    select e.id, e.cycle_id, e.role, c.unit_id, c.period
    from evaluation e join evaluation_cycle c on c.id = e.cycle_id where e.id = about),
  charged as (
    select ch.unit_id, coalesce(own.unit_rating, ch.rating) as rating
    from me join evaluation_charge ch on ch.evaluation_id = me.id
    left join lateral (select c.unit_rating from evaluation_cycle c
      where c.unit_id = ch.unit_id and c.period = me.period and c.scheme = any(schemes)
        and c.unit_rating is not null order by c.id limit 1) own on true),
  led as (
    select unit_id from me where role = 'head'
    union select unit_id from charged where unit_id is not null),
  results as (
    select rating from charged
    union all
    select under.rating from me, led
    join unit top on top.id = led.unit_id
    join unit u on u.tree_from between top.tree_from and top.tree_to
    join evaluation_cycle c on c.unit_id = u.id and c.scheme = any(schemes)
    join evaluation under on under.cycle_id = c.id
    where c.period = me.period and under.id <> me.id
      -- A head is rated before the deputies beside, and heads beside each other would wait for ever.
      and (under.rating is not null or under.cycle_id <> me.cycle_id
        or under.role not in ('head', 'deputy')))
  select case
    when bool_or(rating = 'not_completed') then 'failed'
    when bool_or(rating is null) then 'waiting'
    when count(*) > 0 or (select role from me) <> 'deputy' then 'completed'
    else 'unknown' end
  from results
$$;
