-- Each request is a report of its own (Bến Tre, Mục III.1), also the second one of a day; and what
-- was taken back does not keep the same from being recorded again.
alter table task_event add column nth integer not null default 1 check (nth > 0);
comment on column task_event.nth is 'Which time this event happened that day, those taken back included.';

update task_event e set nth = counted.nth
from (select id, row_number() over (partition by directive, event, occurred_on
    order by exists (select from task_event_withdrawal w where w.event_id = one.id), id) as nth
  from task_event one) counted
where counted.id = e.id and counted.nth > 1;

alter table task_event drop constraint task_event_directive_event_occurred_on_document_key;
alter table task_event add constraint task_event_time unique (directive, event, occurred_on, nth);
