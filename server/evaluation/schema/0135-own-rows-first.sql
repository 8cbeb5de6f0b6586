-- The own row is known by its number: only whoever looks at others needs the list of people in scope,
-- which costs a scan. At the end of a month hundreds save their own sheet at once.
do $$
declare
  child text;
begin
  foreach child in array array['evaluation', 'rating_step', 'reporting_line_change', 'evaluation_charge',
    'evaluation_appeal', 'work_product', 'product_evidence', 'product_claim', 'breakthrough_task']
  loop
    execute format('alter policy scoped on %I using (
      cadre_id = nullif(current_setting(''app.cadre_id'', true), '''')::integer
      or cadre_id in (select id from cadre))', child);
  end loop;
end $$;
