-- A reader sees the log of the records in sight: entries about the person, and about the imports
-- that wrote the record. Writing an entry is the door's and needs no scope.
alter table audit_entry enable row level security;
create policy whole on audit_entry to ngangtam_whole using (true) with check (true);
create policy scoped_read on audit_entry for select to ngangtam_scoped using (
  cadre_id in (select id from cadre)
  or case when case_ref ~ '^import:\d{1,9}$' then exists (
    select from import_row r where r.import_id = substr(case_ref, 8)::integer) else false end);
create policy scoped_write on audit_entry for insert to ngangtam_scoped with check (true);

-- The directory: whoever has an account in the province may know who holds which post. The view
-- reads with its owner's eyes, so scope does not hide it, and shows these columns only. Joined from
-- two tables it takes no writes.
create view directory_entry with (security_barrier) as
  select c.id as cadre_id, c.full_name, t.title, t.unit_id, t.during
  from cadre c left join tenure t on t.cadre_id = c.id and t.holding = 'main';
comment on view directory_entry is 'The directory card of a person: name and main posts, for everybody inside the province.';
