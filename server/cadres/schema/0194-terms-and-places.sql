-- Which appointment to the same post it is, and what the home place of the original file is called today.
alter table tenure add term_no integer check (term_no > 0);
comment on column tenure.term_no is 'Lần bổ nhiệm thứ: 1 for the first, 2 after a re-appointment.';
alter table cadre add home_place_today text;
comment on column cadre.home_place_today is
  'The home place by the administrative units of today; home_place stays as declared.';
comment on column employment.kind is
  'official (cán bộ), civil_servant, public_employee, support_contract, contract or part_time.';
