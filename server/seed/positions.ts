import { sql } from 'kysely'
import { type Db, insertRows } from '#server/kernel/database.ts'
import { openFrom, yearOf } from './days.ts'

const SINCE = '2022-01-01'
const CLAUSE = 'Bản mô tả vị trí việc làm (dữ liệu trình diễn)'
const NO = '1562/QĐ-UBND'

/** Code, name, kind, grade, fields of training that fit (none: any), years of work asked. */
const POSITIONS = [
  [
    'NV-01',
    'Chuyên viên về tổ chức bộ máy, cán bộ',
    'professional',
    '01.003',
    'politics,social_science,law',
    0,
  ],
  ['NV-02', 'Chuyên viên về pháp chế, kiểm tra', 'professional', '01.003', 'law', 0],
  ['NV-03', 'Chuyên viên về kế hoạch, tài chính', 'professional', '01.003', 'economics', 0],
  ['NV-04', 'Chuyên viên về quản lý chuyên ngành', 'professional', '01.003', '', 0],
  [
    'NV-05',
    'Chuyên viên về giáo dục, văn hóa, xã hội',
    'professional',
    '01.003',
    'education,social_science,health',
    0,
  ],
  ['NV-06', 'Chuyên viên chính về tham mưu tổng hợp', 'professional', '01.002', '', 9],
  ['HT-01', 'Nhân viên văn thư, lưu trữ', 'support', '01.005', '', 0],
  ['HT-02', 'Nhân viên phục vụ', 'support', '01.005', '', 0],
] as const

/** What no record answers: asked of those who advise on everything. */
const IN_WORDS = 'Đã chủ trì xây dựng ít nhất một văn bản hoặc đề án được cấp tỉnh ban hành'

/** The scheme of job positions of a demonstration province, what each asks, and who holds which. */
export async function fillPositions(db: Db, looksAt: string): Promise<void> {
  await insertRows(
    db,
    'job_position',
    POSITIONS.map(([code, name, kind, grade_code]) => ({
      ...{
        code,
        name,
        kind,
        grade_code,
        unit_kind: 'division',
        places: kind === 'support' ? 1 : 2,
      },
      ...{ description: '', during: openFrom(SINCE), decision_no: NO },
    })),
  )
  await insertRows(db, 'title_standard', POSITIONS.flatMap(asksOf))
  await leadership(db)
  await holders(db, looksAt)
  await confirmations(db, looksAt)
  await sql`insert into quota_change (unit_id, employment_kind, changed_on, difference, basis)
    select unit_id, employment_kind, make_date(${yearOf(looksAt)}::integer, 3, 1), -1,
      'Quyết định số 212/QĐ-UBND, Chủ tịch UBND tỉnh ký'
    from staffing_quota where year = ${yearOf(looksAt)}::integer and quota > 20
      and employment_kind = 'civil_servant' and unit_id % 5 = 2`.execute(db)
}

function asksOf([code, , , , fields, years]: (typeof POSITIONS)[number]): object[] {
  const row = (requirement: string, level: string) => ({
    ...{ position_code: code, requirement, level, clause: CLAUSE },
    ...{ during: openFrom(SINCE), decision_no: NO },
  })
  return [
    ...(fields ? [row('fields', fields)] : []),
    ...(years ? [row('experience_years', String(years)), row('other', IN_WORDS)] : []),
  ]
}

/** One position a title of leaders, in the kind of unit that has it most. */
async function leadership(db: Db): Promise<void> {
  await sql`insert into job_position
      (code, name, kind, unit_kind, title_code, grade_code, places, during, decision_no)
    select distinct on (j.code) 'LĐ-' || lpad(j.sort_order::text, 2, '0'), j.name, 'leadership',
      u.kind, j.code, case when j.rank in ('head', 'deputy') then '01.002' end,
      max(p.seats), daterange(${SINCE}::date, null), ${NO}
    from job_title j join post p on p.title_code = j.code join unit u on u.id = p.unit_id
    where j.rank in ('head', 'deputy', 'member', 'division_head', 'division_deputy')
    group by j.code, j.sort_order, j.name, j.rank, u.kind
    order by j.code, count(*) desc, u.kind`.execute(db)
  await sql`insert into title_standard (position_code, requirement, level, during, clause, decision_no)
    select p.code, 'experience_years', case when j.rank = 'head' then '10' else '5' end,
      p.during, ${CLAUSE}, ${NO}
    from job_position p join job_title j on j.code = p.title_code where j.rank <> 'member'`.execute(
    db,
  )
}

/** Leaders by title, others by what they studied; one in thirty was placed beside it, some not yet. */
async function holders(db: Db, looksAt: string): Promise<void> {
  await sql`insert into position_holding (cadre_id, position_id, during, decision_no)
    select t.cadre_id, k.id, daterange(greatest(lower(t.during), ${SINCE}::date), null), ${NO}
    from tenure t left join post p on p.id = t.post_id
    left join lateral (select field from qualification where cadre_id = t.cadre_id
      order by awarded_on desc nulls last, id limit 1) q on true
    join job_position k on k.title_code = p.title_code or (k.title_code is null and k.code = case
      when t.rank = 'staff' then case when t.cadre_id % 2 = 0 then 'HT-01' else 'HT-02' end
      when t.rank <> 'specialist' then null
      when t.cadre_id % 30 = 7 then 'NV-02'
      when t.cadre_id % 11 = 3 then 'NV-06'
      when q.field = 'law' then 'NV-02'
      when q.field = 'economics' then 'NV-03'
      when q.field in ('politics', 'social_science') then 'NV-01'
      when q.field in ('education', 'health') then 'NV-05'
      else 'NV-04' end)
    where t.holding = 'main' and t.during @> ${looksAt}::date and t.cadre_id % 41 <> 5`.execute(db)
}

/** Two in three were looked at by their unit, and one in nine of those does not meet it yet. */
async function confirmations(db: Db, looksAt: string): Promise<void> {
  await sql`insert into standard_confirmation
      (cadre_id, words, meets, document, confirmed_on, confirmed_by, account_name)
    select h.cadre_id, ${IN_WORDS}, h.cadre_id % 9 <> 4,
      'Bản nhận xét số ' || 20 + h.cadre_id % 70 || '/NX của đơn vị quản lý',
      ${looksAt}::date - 60 - h.cadre_id % 40, 'Cán bộ tổ chức của tỉnh', 'tinh'
    from position_holding h join job_position p on p.id = h.position_id
    where p.code = 'NV-06' and h.cadre_id % 3 <> 0`.execute(db)
}
