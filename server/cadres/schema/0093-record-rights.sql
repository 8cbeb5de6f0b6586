-- Who keeps, declares, approves and exports records, to begin with; the province changes it at will.
insert into role_right (role, right_code, during, basis)
select role, unnest(rights), '[2000-01-01,)', 'Vai trò ban đầu của hệ thống'
from (values
  ('province_officer', array['records.decide', 'record_export.see', 'record_documents.propose',
    'declarations.see', 'declarations.propose', 'declarations.decide', 'supplements.see',
    'supplements.decide']),
  ('unit_officer', array['records.decide', 'record_documents.propose', 'declarations.see',
    'declarations.propose', 'declarations.decide', 'supplements.see']),
  ('cadre', array['record_documents.propose', 'declarations.see', 'declarations.propose']),
  ('inspector', array['record_export.see', 'declarations.see', 'supplements.see'])
) as first (role, rights);
