-- What an entry is about, what kind of act it was, and who the account belonged to that day.
alter table audit_entry
  add act text not null default 'change' check (act in ('change', 'view', 'export', 'print')),
  add actor_name text not null default '',
  add actor_position text,
  add cadre_id integer,
  add case_ref text;
alter table audit_entry alter act drop default, alter actor_name drop default;
comment on column audit_entry.actor_name is 'The name on the account that day: accounts are renamed and closed, entries stay.';
comment on column audit_entry.cadre_id is 'Whom the entry is about; not a reference, because the entry outlives the record.';
comment on column audit_entry.case_ref is 'The case it belongs to, by kind and number: import:3.';
create index audit_entry_cadre on audit_entry (cadre_id, id) where cadre_id is not null;
create index audit_entry_case on audit_entry (case_ref, id) where case_ref is not null;
create index audit_entry_at on audit_entry (at);

-- The form of the chain changes before the first release: entries written until now are chained anew.
do $$
declare
  entry record;
  head text := '';
  field text;
  canonical text;
begin
  for entry in select * from audit_entry order by id loop
    canonical := '';
    foreach field in array array[head, entry.id::text, entry.at, entry.actor, entry.actor_name,
      entry.actor_position, entry.operation, entry.act, entry.cadre_id::text, entry.case_ref, entry.input]
    loop
      canonical := canonical || coalesce(octet_length(field) || ':' || field, '-');
    end loop;
    update audit_entry set previous_hash = head,
      hash = encode(sha256(convert_to(canonical, 'UTF8')), 'hex')
      where id = entry.id returning hash into head;
  end loop;
  update audit_head set hash = head;
end $$;
