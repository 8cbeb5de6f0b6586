alter table cadre add general_education text;
comment on column cadre.general_education is 'School years over those of the system: 12/12, 10/10.';

alter table import_row add filled jsonb not null default '{}';
comment on column import_row.filled is
  'Empty columns of an existing record this row filled: {table: {column: value}}; undo empties them again.';
create index import_row_cadre on import_row (cadre_id);
create index import_sha256 on import (sha256);
comment on column import.mapping is 'How each column was read: [{sheet, column, heading, target}].';
