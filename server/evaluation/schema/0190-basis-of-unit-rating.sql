-- The rating of a unit decides the ceiling of its head and the width of the cap: it rests on a document.
alter table evaluation_cycle add column unit_basis text;
comment on column evaluation_cycle.unit_basis is 'Number and day of the document that rates the unit; null for ratings given before it was asked.';

-- The wider share belongs to units that are themselves rated excellent. A closed cycle stays as it was
-- decided; every row written from now on keeps the rule.
update evaluation_cycle set outstanding = false
  where outstanding and unit_rating is distinct from 'excellent' and closed_on is null;
alter table evaluation_cycle add constraint evaluation_cycle_outstanding
  check (not outstanding or coalesce(unit_rating, '') = 'excellent') not valid;

-- Whoever counted a product first does not verify the count.
alter table breakthrough_task
  add column reporter_id integer references cadre on delete set null,
  add column reported_by text;
comment on column breakthrough_task.reported_by is 'Account that reported the count standing now; another one verifies it.';
