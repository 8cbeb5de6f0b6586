insert into role_right (role, right_code, during, basis)
select role, 'due.see', '[2000-01-01,)', 'Vai trò ban đầu của hệ thống'
from unnest(array['province_officer', 'unit_officer', 'inspector']) as first (role);
