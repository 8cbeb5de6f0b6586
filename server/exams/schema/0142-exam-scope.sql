-- A person reads the own paper once it has begun; a unit who took it; nobody's answers but the own.
do $$
declare
  child text;
begin
  foreach child in array array['exam_topic', 'exam_question', 'exam_key', 'exam_blueprint',
    'exam_blueprint_part', 'exam_round', 'exam_paper', 'exam_item']
  loop
    execute format('alter table %I enable row level security', child);
    execute format('create policy whole on %I to ngangtam_whole using (true) with check (true)', child);
  end loop;
  foreach child in array array['exam_blueprint', 'exam_blueprint_part', 'exam_round']
  loop
    execute format('create policy scoped on %I for select to ngangtam_scoped using (true)', child);
  end loop;
end $$;
create policy scoped on exam_paper to ngangtam_scoped using (cadre_id in (select id from cadre));
create policy scoped on exam_item to ngangtam_scoped using (
  cadre_id = nullif(current_setting('app.cadre_id', true), '')::integer
  and paper_id in (select p.id from exam_paper p where p.started_at is not null));
create policy scoped on exam_question for select to ngangtam_scoped
  using (id in (select question_id from exam_item));

-- Marks the choices of one paper that is over: the key is read here and goes nowhere else.
create function mark_choices(paper integer) returns void
  language sql security definer set search_path from current as $$
  update exam_item i set marked_by = 'server', awarded = case
      when q.kind = 'short' then 0
      when i.answer is not null and k.correct @> a.chosen and a.chosen @> k.correct then i.points
      else 0 end
  from exam_item own join exam_question q on q.id = own.question_id
  join exam_key k on k.question_id = q.id
  join exam_paper p on p.id = own.paper_id
  cross join lateral (select case when jsonb_typeof(own.answer) = 'array'
    then array(select jsonb_array_elements_text(own.answer)::integer) else '{}' end as chosen) a
  where i.paper_id = own.paper_id and i.position = own.position
    and own.paper_id = paper and p.submitted_at is not null and own.awarded is null
    and (q.kind <> 'short' or own.answer is null)
$$;

-- The keys of the own paper, after the round, when nobody can be helped by them any more.
create function keys_after(paper integer, on_day date)
  returns table (question_id integer, correct integer[], guide text)
  language sql stable security definer set search_path from current as $$
  select k.question_id, k.correct, k.guide from exam_paper p
  join exam_round r on r.id = p.round_id join exam_item i on i.paper_id = p.id
  join exam_key k on k.question_id = i.question_id
  where p.id = paper and p.submitted_at is not null and r.closes_on < on_day
    and p.cadre_id = nullif(current_setting('app.cadre_id', true), '')::integer
$$;
