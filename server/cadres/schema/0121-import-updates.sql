alter table import_row add changes jsonb not null default '[]';
comment on column import_row.changes is
  'Numbers of the changes (record_change) this row made to a known record; taken back with the import.';
