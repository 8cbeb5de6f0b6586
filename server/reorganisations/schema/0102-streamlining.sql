-- Streamlining (tinh giản biên chế): how many are to be left at the end of each year.
create table streamlining_plan (
  unit_id integer not null references unit,
  employment_kind text not null check (employment_kind in ('civil_servant', 'public_employee')),
  year integer not null check (year between 2000 and 2100),
  planned integer not null check (planned >= 0),
  basis text not null,
  version integer not null default 1,
  primary key (unit_id, employment_kind, year)
);
comment on column streamlining_plan.planned is 'Staff left on 31 December of the year, of the unit and all under it.';
create trigger streamlining_plan_version before update on streamlining_plan
  for each row execute function next_version();
