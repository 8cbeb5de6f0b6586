-- Whoever imports sees and forgets what written values were decided to mean.
insert into role_right (role, right_code, during, basis)
select role, unnest(rights), '[2000-01-01,)', 'Vai trò ban đầu của hệ thống'
from (values
  ('province_officer', array['aliases.see', 'aliases.decide']),
  ('inspector', array['aliases.see'])
) as first (role, rights);
