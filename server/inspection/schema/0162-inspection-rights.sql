insert into role_right (role, right_code, during, basis)
select role, unnest(rights), '[2000-01-01,)', 'Vai trò ban đầu của hệ thống'
from (values
  ('province_officer', array['inspection.see', 'inspection.propose', 'inspection.decide',
    'warnings.see', 'clearances.see', 'clearances.decide', 'proposals.see', 'proposals.propose',
    'proposals.decide']),
  ('unit_officer', array['inspection.see', 'inspection.propose', 'warnings.see', 'proposals.see',
    'proposals.propose']),
  ('cadre', array['proposals.see', 'proposals.propose']),
  ('inspector', array['inspection.see', 'warnings.see', 'proposals.see'])
) as first (role, rights);
