import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openRoundIn } from '#server/exams/open-round.ts'
import { readQuestions } from '#server/exams/question-sheet.ts'
import { addQuestion } from '#server/exams/questions.ts'
import type { Difficulty } from '#server/exams/words.ts'
import { LOCAL } from '#server/house.ts'
import type { Db } from '#server/kernel/database.ts'
import { todayInVietnam, yearOf } from '#server/kernel/dates.ts'

const ACTOR = { ...LOCAL, name: 'tinh' }
const QUESTIONS = join(import.meta.dirname, 'exam-questions.txt')

/** A bank, two blueprints, last year's round with its results, and a round that can be taken today. */
export async function holdExams(db: Db, looksAt: string): Promise<void> {
  const ctx = { db, actor: ACTOR, today: '2021-01-01' }
  for (const one of await readQuestions({ name: 'x', bytes: readFileSync(QUESTIONS) }))
    await addQuestion(ctx, one)
  const unitId = await agencyOfOrdinaryPerson(db)
  const year = yearOf(looksAt) - 1
  const specialists = await addBlueprint(db, 'Đề của công chức chuyên môn', null)
  const deputies = await addBlueprint(db, 'Đề của Phó Trưởng phòng', 'division_deputy')
  const { id } = await openRoundIn(
    ctx,
    {
      name: `Tự kiểm tra kiến thức năm ${year}`,
      unitId,
      blueprintId: specialists,
      opensOn: `${year}-10-06`,
      closesOn: `${year}-11-28`,
      basis: `Kế hoạch tự kiểm tra kiến thức năm ${year} của tỉnh`,
    },
    (cadreId) => `demonstration ${year} ${cadreId}`,
  )
  await takePapers(db, id, year)
  // Whoever looks at the demonstration, on whatever day, finds a paper that can be taken.
  const now = yearOf(todayInVietnam())
  await openRoundIn(
    ctx,
    {
      name: `Tự kiểm tra kiến thức năm ${now}`,
      unitId,
      blueprintId: deputies,
      opensOn: looksAt < `${now}-01-01` ? looksAt : `${now}-01-01`,
      closesOn: `${now + 5}-12-31`,
      basis: `Kế hoạch tự kiểm tra kiến thức năm ${now} của tỉnh`,
    },
    (cadreId) => `demonstration ${now} ${cadreId}`,
  )
}

async function agencyOfOrdinaryPerson(db: Db): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select case when u.kind = 'division' then coalesce((select parent_id from unit_parent
      where unit_id = u.id order by lower(during) desc limit 1), u.id) else u.id end as id
    from account a join cadre c on c.id = a.cadre_id join unit u on u.id = c.unit_id
    where a.role = 'cadre' order by a.username limit 1`.execute(db)
  return rows[0]?.id ?? 1
}

/** Topic, difficulty, questions, points. */
const PARTS: [string, Difficulty, number, number][] = [
  ['Tuổi nghỉ hưu, thời điểm nghỉ hưu', 'easy', 3, 1],
  ['Tuổi nghỉ hưu, thời điểm nghỉ hưu', 'medium', 3, 1],
  ['Đánh giá, xếp loại công chức', 'easy', 3, 1],
  ['Đánh giá, xếp loại công chức', 'medium', 3, 1],
  ['Đánh giá, xếp loại công chức', 'hard', 1, 2],
  ['Văn bản về công tác cán bộ', 'easy', 3, 1],
  ['Văn bản về công tác cán bộ', 'medium', 3, 1],
]

async function addBlueprint(db: Db, name: string, titleCode: string | null): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into exam_blueprint (name, title_code, minutes, pass_share, during, basis)
    values (${name}, ${titleCode}, 30, 0.5, '[2021-01-01,)', 'Kế hoạch tự kiểm tra kiến thức của tỉnh')
    returning id`.execute(db)
  const id = rows[0]?.id ?? 0
  for (const [topic, difficulty, questions, points] of PARTS)
    await sql`insert into exam_blueprint_part (blueprint_id, topic_id, difficulty, questions, points)
      select ${id}, id, ${difficulty}, ${questions}, ${points} from exam_topic where name = ${topic}`.execute(
      db,
    )
  return id
}

/** Nearly all took it; who is able answers more, and hard questions less often. */
async function takePapers(db: Db, round: number, year: number): Promise<void> {
  await sql`update exam_paper p set started_at = x.at, ends_at = x.at + interval '30 minutes',
      submitted_at = x.at + make_interval(mins => case when p.id % 17 = 5 then 30 else 21 + p.id % 9 end),
      submitted_by = case when p.id % 17 = 5 then 'server' else 'person' end, device = repeat('0', 32)
    from (select id, make_date(${year}, 10, 6) + (id % 50) * interval '1 day' + interval '2 hours' as at
      from exam_paper where round_id = ${round} and id % 12 <> 7) x where x.id = p.id`.execute(db)
  await sql`update exam_item i set answered_at = p.started_at + interval '10 minutes',
      answer = case when q.kind = 'short' then to_jsonb('Trả lời theo văn bản đang áp dụng.'::text)
        when x.luck < x.ability - case q.difficulty when 'easy' then 5 when 'medium' then 20 else 35 end
          then to_jsonb(k.correct)
        else jsonb_build_array(1 + (k.correct[1] + x.luck % 3) % cardinality(q.options)) end
    from exam_paper p, exam_question q, exam_key k, (select paper_id, position,
        abs(hashtext('b' || cadre_id || '.' || question_id)) % 100 as luck,
        70 + abs(hashtext('a' || cadre_id)) % 45 as ability from exam_item) x
    where x.paper_id = i.paper_id and x.position = i.position and p.id = i.paper_id and p.round_id = ${round} and p.submitted_at is not null
      and q.id = i.question_id and k.question_id = q.id`.execute(db)
  await sql`select mark_choices(id) from exam_paper where round_id = ${round}
    and submitted_at is not null`.execute(db)
  // A few short answers still wait for a marker, so that the screen has something to mark.
  await sql`update exam_item i set awarded = (abs(hashtext('c' || i.cadre_id)) % 3) * i.points / 2,
      marked_by = 'tinh' from exam_paper p
    where p.id = i.paper_id and p.round_id = ${round} and p.submitted_at is not null
      and i.awarded is null and p.id % 5 <> 0`.execute(db)
  await sql`update exam_paper p set score = s.score, passed = s.score >= p.max_score * 0.5
    from (select paper_id, sum(awarded) as score from exam_item group by paper_id
      having bool_and(awarded is not null)) s
    where s.paper_id = p.id and p.round_id = ${round} and p.submitted_at is not null`.execute(db)
  await sql`insert into training_record (cadre_id, course_id, completed_on, result)
    select p.cadre_id, r.course_id, (p.submitted_at at time zone 'Asia/Ho_Chi_Minh')::date,
      case when p.score is not null then replace(p.score::float::text, '.', ',') || '/' || p.max_score::float end
    from exam_paper p join exam_round r on r.id = p.round_id
    where r.id = ${round} and p.submitted_at is not null`.execute(db)
}
