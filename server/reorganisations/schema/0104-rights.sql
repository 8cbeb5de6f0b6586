insert into role_right (role, right_code, during, basis)
select role, unnest(rights), '[2000-01-01,)', 'Vai trò ban đầu của hệ thống'
from (values
  ('province_officer', array['reorganisations.see', 'reorganisations.decide', 'streamlining.see',
    'streamlining.decide', 'oversight.see', 'oversight.decide']),
  ('unit_officer', array['streamlining.see', 'oversight.see']),
  ('inspector', array['reorganisations.see', 'streamlining.see', 'oversight.see'])
) as first (role, rights);
