create table audit_entry (
  id bigint primary key,
  at text not null,
  actor text not null,
  operation text not null,
  input text not null,
  previous_hash text not null,
  hash text not null
);
comment on table audit_entry is 'Written by the door in the transaction of the command; never changed, chained by hash.';
comment on column audit_entry.at is 'Instant in UTC as text: exactly what was hashed.';

create table audit_head (
  only_row boolean primary key default true check (only_row),
  entries bigint not null,
  hash text not null
);
insert into audit_head (entries, hash) values (0, '');
