insert into role_right (role, right_code, during, basis)
select role, unnest(rights), '[2000-01-01,)', 'Vai trò ban đầu của hệ thống'
from (values
  ('province_officer', array['tasks.see', 'tasks.propose', 'tasks.decide']),
  ('unit_officer', array['tasks.see', 'tasks.propose']),
  ('inspector', array['tasks.see'])
) as first (role, rights);
