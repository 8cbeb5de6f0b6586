-- The lock of a period is a step that waits like any other, before somebody does it.
alter table evaluation_cycle drop constraint evaluation_cycle_check1,
  add constraint evaluation_cycle_closed check (closed_on is null or step = 'closed');
