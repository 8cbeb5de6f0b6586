insert into role_right (role, right_code, during, basis)
select role, unnest(rights), '[2000-01-01,)', 'Vai trò ban đầu của hệ thống'
from (values
  ('province_officer', array['publicity.see', 'publicity.decide', 'petitions.see',
    'petitions.propose', 'petitions.decide', 'briefings.see', 'briefings.propose', 'pledges.see',
    'pledges.appraise', 'examples.decide', 'regulations.see', 'regulations.propose']),
  ('unit_officer', array['publicity.see', 'petitions.see', 'petitions.propose', 'briefings.see',
    'briefings.propose', 'pledges.see', 'pledges.appraise', 'regulations.see',
    'regulations.propose']),
  ('cadre', array['publicity.see', 'own_learning.propose', 'regulations.see']),
  ('inspector', array['publicity.see', 'petitions.see', 'briefings.see', 'pledges.see',
    'regulations.see'])
) as first (role, rights);
