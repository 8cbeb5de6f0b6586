-- The one place where the unit scope of readers lives. Whole-province readers meet no condition;
-- scoped readers meet an integer range, whose comparison is leakproof and uses indexes.

do $$
declare
  child text;
begin
  alter table cadre enable row level security;
  create policy whole on cadre to ngangtam_whole using (true) with check (true);
  create policy scoped on cadre to ngangtam_scoped using (
    unit_id in (select u.id from unit u
      where u.tree_from between nullif(current_setting('app.scope_from', true), '')::integer
                            and nullif(current_setting('app.scope_to', true), '')::integer)
    or id = nullif(current_setting('app.cadre_id', true), '')::integer);
  foreach child in array array['cadre_private', 'employment', 'grade_holding', 'tenure', 'qualification',
    'certificate', 'party_membership', 'succession_entry', 'rating', 'training_record', 'import_row']
  loop
    execute format('alter table %I enable row level security', child);
    execute format('create policy whole on %I to ngangtam_whole using (true) with check (true)', child);
    execute format('create policy scoped on %I to ngangtam_scoped using (cadre_id in (select id from cadre))', child);
  end loop;
end $$;

alter table import enable row level security;
create policy whole on import to ngangtam_whole using (true) with check (true);
create policy scoped on import to ngangtam_scoped
  using (account_name = current_setting('app.account', true));
