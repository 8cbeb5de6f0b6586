create table pack_adoption (
  pack_id text not null,
  during daterange not null,
  basis text,
  overrides jsonb not null default '{}',
  exclude using gist (pack_id with =, during with &&)
);
comment on table pack_adoption is 'Which directive a province applies, from when, by which decision.';
comment on column pack_adoption.overrides is 'Parameters the province sets differently, name to value.';
