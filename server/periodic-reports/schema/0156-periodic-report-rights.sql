insert into role_right (role, right_code, during, basis)
select role, unnest(rights), '[2000-01-01,)', 'Vai trò ban đầu của hệ thống'
from (values
  ('province_officer', array['periodic_reports.see', 'periodic_reports.propose',
    'periodic_reports.decide']),
  ('unit_officer', array['periodic_reports.see', 'periodic_reports.propose']),
  ('inspector', array['periodic_reports.see'])
) as first (role, rights);
