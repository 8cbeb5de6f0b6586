-- What was taken back stands in nobody's way: the same matter can be published again from that day.
alter table publication add column withdrawn boolean not null default false;
update publication set withdrawn = true where id in (select publication_id from publication_withdrawal);
alter table publication drop constraint publication_one_at_a_time,
  add constraint publication_one_at_a_time
    exclude using gist (directive with =, item with =, shown with &&) where (not withdrawn);
comment on column publication.withdrawn is 'A row of publication_withdrawal says since when and why.';
comment on column publication.shown is 'The days it was meant to be read; a later one of the same matter shortens them.';
