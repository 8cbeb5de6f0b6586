alter table import add tables jsonb not null default '[]';
comment on column import.tables is
  'Which tables of the file were read, and the unit chosen for each: [{table, read, unitId}]; the same file starts from it.';
comment on column import.mapping is 'How each column was read: [{table, column, heading, target}].';
