-- What a plan says besides its inspections, and which body issues it: its letter is drawn from here.
alter table inspection_plan
  add column by_unit_id integer references unit,
  add column purpose text not null default '',
  add column arrangements text not null default '';
comment on column inspection_plan.by_unit_id is 'Who issues the plan; null is the province.';
comment on column inspection_plan.purpose is 'Mục đích, yêu cầu.';
comment on column inspection_plan.arrangements is 'Tổ chức thực hiện.';
