-- Two officers may open the same record: whoever saves second must hear of the first.
alter table cadre add version integer not null default 1;
comment on column cadre.version is 'Grows with every change of the row; an editor sends back the one it showed.';

create function next_version() returns trigger language plpgsql as $$
begin
  new.version := old.version + 1;
  return new;
end $$;
create trigger cadre_version before update on cadre
  for each row execute function next_version();
