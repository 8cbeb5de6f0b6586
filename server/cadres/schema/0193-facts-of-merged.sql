-- Merges before today left scans, history and declarations of facts with one row a person at the
-- number of the person who went. They follow now, and the merge remembers it for its undo.
do $$
declare
  hanging text;
begin
  foreach hanging in array array['record_document', 'record_change', 'declaration_item']
  loop
    execute format($sql$
      with followed as (
        update %1$I f set row_id = m.cadre_id from cadre_merge m
        where m.undone_at is null and f.cadre_id = m.cadre_id and f.row_id = m.gone_id
          and f.section in ('identity', 'identity_numbers', 'personal', 'party', 'personal_history')
        returning m.id as merge_id, f.id)
      update cadre_merge m set moved = m.moved || jsonb_build_array(
        jsonb_build_object('table', %1$L, 'column', 'row_id', 'keys', k.keys))
      from (select merge_id, jsonb_agg(jsonb_build_object('id', id)) as keys
        from followed group by merge_id) k
      where m.id = k.merge_id
    $sql$, hanging);
  end loop;
end $$;
