-- “Đến ngày” of a fact is its last day. What earlier changes and declarations kept as the first day no
-- longer is said the same way, so that history reads alike and an undo still finds what it compares.
-- What somebody has declared and nobody has decided stays: they wrote the last day.
create function last_day_of(kept jsonb) returns jsonb language sql immutable as $$
  select case when kept ->> 'until' is null then kept
    else jsonb_set(kept, '{until}', to_jsonb(((kept ->> 'until')::date - 1)::text)) end
$$;

update record_change set before = last_day_of(before), after = last_day_of(after)
  where section in ('employment', 'political_posts', 'succession', 'movements', 'pay', 'allowances', 'policy')
    and (before ->> 'until' is not null or after ->> 'until' is not null);
update declaration_item set before = last_day_of(before)
  where section in ('political_posts', 'policy') and before ->> 'until' is not null;

drop function last_day_of;
