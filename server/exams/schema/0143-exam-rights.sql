insert into role_right (role, right_code, during, basis)
select role, unnest(rights), '[2000-01-01,)', 'Vai trò ban đầu của hệ thống'
from (values
  ('province_officer', array['exams.see', 'exams.decide', 'exam_bank.see', 'exam_bank.decide',
    'exam_marks.decide']),
  ('unit_officer', array['exams.see']),
  ('unit_head', array['exams.see', 'own_exams.see', 'own_exams.propose']),
  ('inspector', array['exams.see']),
  ('cadre', array['own_exams.see', 'own_exams.propose'])
) as first (role, rights);
