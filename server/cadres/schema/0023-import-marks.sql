-- Every row an import writes carries its number as a mark. Checking that number row by row took a
-- quarter of the time of an import, and can find nothing: only the import itself writes it, in the
-- transaction that created it, and imports are never deleted.
do $$
declare
  marked text;
begin
  foreach marked in array array['cadre', 'cadre_private', 'employment', 'grade_holding', 'tenure',
    'qualification', 'certificate', 'party_membership', 'succession_entry', 'rating', 'training_record']
  loop
    execute format('alter table %I drop constraint %I', marked, marked || '_import_id_fkey');
  end loop;
end $$;

-- The same check of each row against the import written by this very transaction locks one row tens
-- of thousands of times: it made 30,000 rows take five times as long.
alter table import_row drop constraint import_row_import_id_fkey;
