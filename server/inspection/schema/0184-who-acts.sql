-- A recommendation is read by the unit that must act, also where the inspection was of another one.
-- Of that inspection the unit learns the title and nothing else.
drop policy scoped on recommendation;
create policy scoped on recommendation to ngangtam_scoped using (
  inspection_id in (select id from inspection)
  or unit_id in (select u.id from unit u
    where u.tree_from between nullif(current_setting('app.scope_from', true), '')::integer
                          and nullif(current_setting('app.scope_to', true), '')::integer));

create function inspection_title(of_inspection integer) returns text
  language sql stable security definer set search_path from current as $$
  select title from inspection where id = of_inspection
$$;
