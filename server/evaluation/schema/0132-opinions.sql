-- Opinions from several sides. Who has given one and what was said are two tables without a link, both
-- closed to the roles that read a province: only the functions below reach them.
create table opinion_given (
  evaluation_id integer not null references evaluation on delete cascade,
  author_id integer not null references cadre on delete cascade,
  primary key (evaluation_id, author_id)
);
create table opinion (
  id uuid primary key default gen_random_uuid(),
  evaluation_id integer not null references evaluation on delete cascade,
  side text not null check (side in ('superior', 'peer', 'subordinate', 'citizen')),
  points numeric(5, 2) not null check (points between 0 and 100),
  comment text,
  voices integer not null default 1 check (voices > 0)
);
create index opinion_evaluation on opinion (evaluation_id);
comment on table opinion is 'No author, no time, a random number: nothing in the row says who wrote it.';
comment on column opinion.voices is 'A citizens'' survey is entered as one row with the number of forms.';

-- The side follows from the reporting line, so that nobody chooses it.
create function opinion_side(about integer, author integer) returns text
  language sql stable security definer set search_path from current as $$
  select case
    when e.cadre_id = author then null
    when e.reviewer_id = author then 'superior'
    when mine.reviewer_id = e.cadre_id then 'subordinate'
    when mine.id is not null then 'peer' end
  from evaluation e left join evaluation mine on mine.cycle_id = e.cycle_id and mine.cadre_id = author
  where e.id = about
$$;

create function give_opinion(about integer, points numeric, comment text) returns text
  language plpgsql security definer set search_path from current as $$
declare
  author integer := nullif(current_setting('app.cadre_id', true), '')::integer;
  side text := opinion_side(about, author);
begin
  if side is null or not exists (select from evaluation e join evaluation_cycle c on c.id = e.cycle_id
      where e.id = about and c.step in ('open', 'self', 'opinions')) then
    return null;
  end if;
  insert into opinion_given (evaluation_id, author_id) values (about, author) on conflict do nothing;
  if not found then
    return 'given';
  end if;
  insert into opinion (evaluation_id, side, points, comment) values (about, side, points, comment);
  return side;
end $$;

create function enter_survey(about integer, points numeric, voices integer, comment text) returns void
  language sql security definer set search_path from current as $$
  delete from opinion where evaluation_id = about and side = 'citizen';
  insert into opinion (evaluation_id, side, points, voices, comment)
  values (about, 'citizen', points, voices, comment)
$$;

-- Of a superior there is one, who signs; every other side speaks only when enough have spoken.
create function opinions_of(about integer)
  returns table (side text, voices integer, points numeric, comments text[], shown boolean)
  language sql stable security definer set search_path from current as $$
  select o.side, sum(o.voices)::integer,
    case when o.side = 'superior' or sum(o.voices) >= min(c.opinions_from)
      then round(sum(o.points * o.voices) / sum(o.voices), 2) end,
    case when o.side = 'superior' or sum(o.voices) >= min(c.opinions_from)
      then coalesce(array_agg(o.comment order by o.id) filter (where o.comment <> ''), '{}') else '{}' end,
    o.side = 'superior' or sum(o.voices) >= min(c.opinions_from)
  from opinion o join evaluation e on e.id = o.evaluation_id join evaluation_cycle c on c.id = e.cycle_id
  where o.evaluation_id = about
    and c.step not in ('open', 'self', 'opinions')
    and (current_setting('role') = 'ngangtam_whole'
      or e.cadre_id = nullif(current_setting('app.cadre_id', true), '')::integer
      or e.unit_id in (select u.id from unit u
        where u.tree_from between nullif(current_setting('app.scope_from', true), '')::integer
                              and nullif(current_setting('app.scope_to', true), '')::integer))
  group by o.side
$$;

-- Whose opinion the person who asks may still give in a cycle, and has given.
create function opinions_to_give(of_cycle integer)
  returns table (evaluation_id integer, cadre_id integer, side text, given boolean)
  language sql stable security definer set search_path from current as $$
  select e.id, e.cadre_id, opinion_side(e.id, me.id), g.author_id is not null
  from (select nullif(current_setting('app.cadre_id', true), '')::integer as id) me
  join evaluation e on e.cycle_id = of_cycle and e.cadre_id <> me.id
  left join opinion_given g on g.evaluation_id = e.id and g.author_id = me.id
  where opinion_side(e.id, me.id) is not null
$$;
