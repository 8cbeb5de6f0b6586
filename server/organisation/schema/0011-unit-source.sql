alter table unit add source text;
comment on column unit.source is 'What brought the unit when no decision did: `import:3` for a list that named it.';
create index unit_source on unit (source) where source is not null;
