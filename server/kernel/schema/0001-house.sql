-- What all provinces share: extensions, the two reading roles, the register of provinces.
create extension if not exists btree_gist;
create extension if not exists pg_trgm;

do $$
begin
  if not exists (select from pg_roles where rolname = 'ngangtam_whole') then
    create role ngangtam_whole nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'ngangtam_scoped') then
    create role ngangtam_scoped nologin;
  end if;
end $$;
grant ngangtam_whole, ngangtam_scoped to current_user;

-- A policy of `true` still hides statistics from the planner (lists measured 1.8–2.8 times slower).
-- Only a superuser may grant this; without it the policy answers the same, slower.
do $$
begin
  alter role ngangtam_whole bypassrls;
exception when insufficient_privilege then
  raise notice 'ngangtam_whole reads through its policies: bypassrls needs a superuser';
end $$;
grant usage on schema public to ngangtam_whole, ngangtam_scoped;

create table province (
  code text primary key check (code ~ '^[a-z][a-z0-9-]*$'),
  schema_name text not null unique,
  name text not null,
  demonstration boolean not null default false,
  looks_at date,
  created_at timestamptz not null default now()
);
comment on table province is 'One province = one schema; this is the list of them.';
comment on column province.looks_at is 'The date a demonstration opens at; a real province opens today.';
