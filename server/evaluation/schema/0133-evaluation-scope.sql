-- A cadre sees the own; a head or officer of a unit the unit. Cycles hold no facts about a person.
do $$
declare
  child text;
begin
  foreach child in array array['evaluation', 'rating_step', 'reporting_line_change', 'evaluation_charge',
    'evaluation_appeal', 'work_product', 'product_evidence', 'product_claim', 'breakthrough_task']
  loop
    execute format('alter table %I enable row level security', child);
    execute format('create policy whole on %I to ngangtam_whole using (true) with check (true)', child);
    execute format('create policy scoped on %I to ngangtam_scoped using (cadre_id in (select id from cadre))', child);
  end loop;
  alter table evaluation_cycle enable row level security;
  create policy whole on evaluation_cycle to ngangtam_whole using (true) with check (true);
  create policy scoped on evaluation_cycle to ngangtam_scoped using (
    unit_id in (select u.id from unit u
      where u.tree_from between nullif(current_setting('app.scope_from', true), '')::integer
                            and nullif(current_setting('app.scope_to', true), '')::integer)
    or id in (select cycle_id from evaluation
      where cadre_id = nullif(current_setting('app.cadre_id', true), '')::integer));
  foreach child in array array['cycle_step', 'evaluation_meeting', 'product_batch']
  loop
    execute format('alter table %I enable row level security', child);
    execute format('create policy whole on %I to ngangtam_whole using (true) with check (true)', child);
    execute format('create policy scoped on %I to ngangtam_scoped using (cycle_id in (select id from evaluation_cycle))', child);
  end loop;
end $$;

insert into role (code, label, sees, only_reads, during, basis) values
  ('unit_head', 'Người đứng đầu đơn vị', 'unit', false, '[2000-01-01,)', 'Vai trò ban đầu của hệ thống');

insert into role_right (role, right_code, during, basis)
select role, unnest(rights), '[2000-01-01,)', 'Vai trò ban đầu của hệ thống'
from (values
  ('province_officer', array['evaluation.see', 'evaluation.propose', 'evaluation.decide', 'evaluation_catalogue.decide']),
  ('unit_officer', array['evaluation.see', 'evaluation.propose', 'evaluation.decide']),
  ('unit_head', array['own_account.decide', 'units.see', 'organisation.see', 'records.see', 'lists.see',
    'texts.see', 'targets.see', 'evaluation.see', 'evaluation.propose', 'own_evaluation.see',
    'own_evaluation.propose']),
  ('cadre', array['own_evaluation.see', 'own_evaluation.propose']),
  ('inspector', array['evaluation.see'])
) as first (role, rights);
