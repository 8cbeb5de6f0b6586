-- What was published is read by its circle and nobody else: the unit, or the agency above it. Colleagues
-- are out of sight of the row policies, so two functions say what a published list holds and no more:
-- name, title, group, rating. Points, comments and trails stay with the person and whoever rates.
create function circle_cycles(on_day date) returns setof integer
  language sql stable security definer set search_path from current as $$
  with me as (select nullif(current_setting('app.cadre_id', true), '')::integer as id),
  places as (select u.tree_from from tenure t join unit u on u.id = t.unit_id
    where t.cadre_id = (select id from me) and t.during @> on_day)
  select c.id from evaluation_cycle c
  left join unit u on u.id = c.unit_id
  left join unit_parent up on u.kind = 'division' and up.unit_id = u.id
    and up.during @> upper(c.during) - 1
  join unit reach on reach.id = case c.circle when 'agency' then coalesce(up.parent_id, c.unit_id)
    when 'unit' then c.unit_id end
  where c.published_on is not null and (
    exists (select from places where tree_from between reach.tree_from and reach.tree_to)
    or exists (select from evaluation e where e.cycle_id = c.id and e.cadre_id = (select id from me)))
$$;

create function circle_results(of_cycle integer, on_day date)
  returns table (name text, title text, duty_group text, group_no integer, rating text)
  language sql stable security definer set search_path from current as $$
  select c.full_name, e.title, e.duty_group, e.group_no, e.rating
  from evaluation e join cadre c on c.id = e.cadre_id
  where e.cycle_id = of_cycle and of_cycle in (select circle_cycles(on_day))
  order by e.group_no, e.duty_group, c.name_key, e.id
$$;

-- A cycle holds no facts about a person: whoever may read the list may read what it is a list of.
create function circle_headings(on_day date)
  returns table (cycle_id integer, unit_name text, agency_name text, period text, circle text,
    published_on date, place text, people integer)
  language sql stable security definer set search_path from current as $$
  select c.id, coalesce(n.name, u.code), a.name, c.period, c.circle, c.published_on, s.note,
    (select count(*)::integer from evaluation e where e.cycle_id = c.id)
  from evaluation_cycle c join unit u on u.id = c.unit_id
  left join cycle_step s on s.cycle_id = c.id and s.step = 'publish'
  left join unit_name n on n.unit_id = u.id and n.during @> upper(c.during) - 1
  left join unit_parent up on u.kind = 'division' and up.unit_id = u.id
    and up.during @> upper(c.during) - 1
  left join unit_name a on a.unit_id = up.parent_id and a.during @> upper(c.during) - 1
  where c.id in (select circle_cycles(on_day))
  order by upper(c.during) desc, u.tree_from, c.id
$$;
