-- Hard work, hard places and listed posts move the age of one person (NĐ 135/2020, NĐ 83/2022).
alter table cadre add retirement_basis text check (retirement_basis in
  ('normal', 'heavy', 'hard_area', 'heavy_and_hard_area', 'longer_service'));
comment on column cadre.retirement_basis is 'Code of the parameter retirement_bases; null is normal conditions.';
