import { sql } from 'kysely'
import { keepSample } from '#server/inspection/samples.ts'
import type { Db } from '#server/kernel/database.ts'
import { addDays } from '#server/kernel/dates.ts'
import { ARRANGEMENTS, FINDINGS, HELD, type Held, PURPOSE } from './inspections-held.ts'
import { proposeDaring } from './proposals.ts'

/** A plan, inspections in each state, follow-up in each state, verifications and proposals. */
export async function inspectCadreWork(db: Db, looksAt: string): Promise<void> {
  const home = await homeAffairs(db, looksAt)
  await planYears(db, looksAt, home)
  const { rows: units } = await sql<{ id: number }>`
    select u.id from unit u where u.kind = 'department' and u.during @> ${looksAt}::date
      and u.code not like '%noi-vu%' order by u.tree_from limit ${HELD.length}`.execute(db)
  const { rows: team } = await sql<{ id: number }>`
    select t.cadre_id as id from tenure t join unit own on own.id = t.unit_id
    join unit u on u.kind = 'department' and u.code like '%noi-vu%'
      and own.tree_from between u.tree_from and u.tree_to
    where t.holding = 'main' and t.during @> ${looksAt}::date
      and t.rank in ('division_head', 'division_deputy', 'specialist')
    order by array_position(array['division_head', 'division_deputy', 'specialist'], t.rank), t.id
    limit 3`.execute(db)
  for (const [place, held] of HELD.entries()) {
    const unit = units[place]?.id
    if (unit) await hold(db, looksAt, held, { unit, home, place, team: team.map(({ id }) => id) })
  }
  await superviseUpwards(db, looksAt)
  await verify(db, looksAt)
  await proposeDaring(db, looksAt)
}

/** The department that inspects. */
async function homeAffairs(db: Db, on: string): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`select id from unit
    where kind = 'department' and code like '%noi-vu%' and during @> ${on}::date limit 1`.execute(
    db,
  )
  return rows[0]?.id ?? null
}

async function planYears(db: Db, looksAt: string, home: number | null): Promise<void> {
  const year = Number(looksAt.slice(0, 4))
  for (const one of [year - 1, year, year + 1])
    await sql`insert into inspection_plan (year, title, decision_no, decided_on, signed_by,
        by_unit_id, purpose, arrangements, account_name)
      select ${one}, ${`Kế hoạch kiểm tra, giám sát công tác cán bộ năm ${one}`}, '18/KH-SNV',
        ${`${one - 1}-12-20`}::date, 'Giám đốc Sở Nội vụ', ${home}::integer, ${PURPOSE},
        ${ARRANGEMENTS}, 'tinh'
      where ${`${one - 1}-12-20`}::date <= ${looksAt}::date`.execute(db)
}

interface At {
  unit: number
  home: number | null
  place: number
  team: readonly number[]
}

async function hold(db: Db, looksAt: string, held: Held, { unit, home, place, team }: At) {
  const starts = addDays(looksAt, -held.ago)
  const ends = addDays(starts, held.days)
  const [from, to] = [addDays(starts, -1100), addDays(starts, -1)]
  const { rows } = await sql<{ id: number }>`
    insert into inspection (plan_id, kind, act, direction, title, by_unit_id, unit_id, examines, examined,
      starts_on, ends_on, basis, decision_no, signed_by, concluded_on, conclusion_no, conclusion,
      account_name)
    select case when ${held.kind} = 'planned' then p.id end,
      case when ${held.kind} = 'planned' and p.id is null then 'unscheduled' else ${held.kind} end,
      ${held.act}, 'down', ${held.title}, ${home}::integer, ${unit}, ${held.examines}, daterange(${from}::date, ${to}::date, '[]'),
      ${starts}, ${ends}, 'Chương trình kiểm tra, giám sát công tác cán bộ của tỉnh',
      ${`${140 + place}/QĐ-SNV`}, 'Giám đốc Sở Nội vụ',
      case when ${held.conclusion}::text is not null then ${ends}::date end,
      case when ${held.conclusion}::text is not null then ${`${60 + place}/KL-SNV`} end,
      ${held.conclusion}, 'tinh'
    from (select 1) one left join inspection_plan p
      on p.year = extract(year from ${starts}::date) returning id`.execute(db)
  const id = rows[0]?.id ?? 0
  for (const [seat, cadre] of team.entries())
    await sql`insert into inspection_member (inspection_id, cadre_id, duty)
      values (${id}, ${cadre}, ${['lead', 'secretary', 'member'][seat] ?? 'member'})`.execute(db)
  if (held.examines && held.ago > 0)
    await keepSample(
      db,
      { id, kind: held.examines, unitId: unit, from, to, seed: `bốc-thăm-${id}`, size: 8 },
      starts,
      'tinh',
    )
  if (held.conclusion) await findAndFollow(db, looksAt, id, { unit, place, ends })
}

interface Ended {
  unit: number
  place: number
  ends: string
}

async function findAndFollow(db: Db, looksAt: string, id: number, { unit, place, ends }: Ended) {
  for (const [index, [says, clause, kind, asks, days]] of FINDINGS.entries()) {
    const { rows } = await sql<{ id: number; cadreId: number | null }>`
      insert into finding (inspection_id, case_ref, cadre_id, says, clause, found_on, account_name)
      select ${id}, c.case_ref, c.cadre_id, ${says}, ${clause}, ${addDays(ends, -3)}::date, 'tinh'
      from (select 1) one left join inspection_case c
        on c.inspection_id = ${id} and c.place = ${index + 1}
      returning id, cadre_id as "cadreId"`.execute(db)
    const found = rows[0]
    const asked = kind === 'handle_person' && found?.cadreId == null ? 'remedy' : kind
    const { rows: made } = await sql<{ id: number }>`
      insert into recommendation (inspection_id, finding_id, unit_id, cadre_id, kind, asks, due_on,
        account_name)
      values (${id}, ${found?.id ?? null}, ${unit}, ${found?.cadreId ?? null}, ${asked}, ${asks},
        ${addDays(ends, days)}, 'tinh') returning id`.execute(db)
    await follow(db, looksAt, made[0]?.id ?? 0, { index: index + place, ends, days })
  }
}

/** Done in time, reported and waiting, or silent past the date. */
async function follow(
  db: Db,
  looksAt: string,
  id: number,
  { index, ends, days }: { index: number; ends: string; days: number },
) {
  if (index % 3 === 2) return
  const step = (kind: string, on: string, says: string, no: string | null) =>
    sql`insert into recommendation_step (recommendation_id, kind, on_day, says, document_no, account_name)
      select ${id}, ${kind}, ${on}::date, ${says}, ${no}, ${kind === 'reported' ? 'so' : 'tinh'}
      where ${on}::date <= ${looksAt}::date`.execute(db)
  await step(
    'reported',
    addDays(ends, days - 8),
    'Đã thực hiện, gửi kèm tài liệu',
    `${300 + id}/BC`,
  )
  if (index % 3 === 0) await step('accepted', addDays(ends, days - 2), 'Tài liệu đầy đủ', null)
}

async function superviseUpwards(db: Db, looksAt: string): Promise<void> {
  const on = addDays(looksAt, -40)
  const { rows } = await sql<{ id: number; above: number }>`
    insert into inspection (kind, act, direction, title, by_unit_id, unit_id, examined, starts_on,
      ends_on, basis, account_name)
    select 'thematic', 'supervision', 'up', 'Giám sát việc trả lời kiến nghị của cơ sở về cán bộ',
      u.id, p.parent_id, daterange(${addDays(on, -90)}::date, ${on}::date, '[]'), ${addDays(on, -5)}::date, ${on}::date,
      'Quy chế giám sát của cấp dưới với cấp trên', 'so'
    from unit u join unit_parent p on p.unit_id = u.id and p.during @> ${on}::date
    join unit a on a.id = p.parent_id and a.kind <> 'province'
    where u.kind in ('division', 'commune', 'ward') and u.during @> ${looksAt}::date
    order by u.tree_from limit 1 returning id, unit_id as above`.execute(db)
  const made = rows[0]
  if (!made) return
  await sql`insert into finding (inspection_id, says, clause, found_on, account_name)
    values (${made.id}, 'Hai đề nghị bổ sung biên chế gửi quá 60 ngày chưa được trả lời',
      'Quy chế làm việc, thời hạn trả lời', ${on}, 'so')`.execute(db)
  await sql`insert into recommendation (inspection_id, unit_id, kind, asks, due_on, account_name)
    values (${made.id}, ${made.above}, 'improve', 'Trả lời đề nghị của cơ sở và công khai thời hạn',
      ${addDays(looksAt, 12)}, 'so')`.execute(db)
}

async function verify(db: Db, looksAt: string): Promise<void> {
  await sql`insert into clearance_check (cadre_id, question, asked_on, due_on, basis, account_name,
      answered_on, answer, document_no)
    select s.cadre_id, q.question, ${looksAt}::date - q.ago, ${looksAt}::date - q.ago + 45,
      'Quy hoạch, bổ nhiệm: thẩm tra tiêu chuẩn chính trị', 'tinh',
      case when q.answered then ${looksAt}::date - q.ago + 30 end,
      case when q.answered then 'Không có vấn đề phải xem xét' end,
      case when q.answered then '47-CV/BTCTU' end
    from (values (1, 'Xác minh lịch sử chính trị của thân nhân', 120, true),
        (2, 'Xác minh thời gian học tập ở nước ngoài', 60, false),
        (3, 'Bổ sung lý lịch về quan hệ gia đình bên vợ, chồng', 15, false))
      as q(place, question, ago, answered)
    join (select cadre_id, row_number() over (order by cadre_id) as nth from succession_entry
      where during @> ${looksAt}::date group by cadre_id) s on s.nth = q.place * 3`.execute(db)
}
