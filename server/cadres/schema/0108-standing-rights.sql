insert into role_right (role, right_code, during, basis)
select role, unnest(rights), '[2000-01-01,)', 'Vai trò ban đầu của hệ thống'
from (values
  ('province_officer', array['positions.see', 'positions.decide', 'staffing.see', 'standing.see',
    'own_standing.see', 'reviews.see', 'reviews.decide']),
  ('unit_officer', array['positions.see', 'staffing.see', 'standing.see', 'own_standing.see',
    'reviews.see', 'reviews.decide']),
  ('inspector', array['positions.see', 'staffing.see', 'standing.see', 'own_standing.see',
    'reviews.see']),
  ('cadre', array['own_standing.see'])
) as first (role, rights);
