-- Whoever sees the whole province looks for records of one person; an inspector only looks.
insert into role_right (role, right_code, during, basis)
select role, unnest(rights), '[2000-01-01,)', 'Vai trò ban đầu của hệ thống'
from (values
  ('province_officer', array['duplicates.see', 'duplicates.decide']),
  ('inspector', array['duplicates.see'])
) as first (role, rights);
