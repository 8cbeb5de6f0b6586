-- A document of a unit gains its signer, its end and its file: the register of internal regulations.
alter table unit_document add column signed_by text;
alter table unit_document add column ended_on date check (ended_on >= issued_on);
comment on column unit_document.ended_on is 'First day it no longer holds, when another took its place.';
comment on column unit_document.kind is
  'workforce_review (BT-T1), or a regulation named in publicity.yaml: evaluation_regulation (VP-T1) …';

create table unit_document_file (
  document_id integer primary key references unit_document on delete cascade,
  file_name text not null,
  content bytea not null
);
comment on table unit_document_file is 'The text itself; a regulation is open to everybody inside.';
