import { sql } from 'kysely'
import { flag, number } from '#rules/facts.ts'
import type { Question, Subject } from '#rules/vocabulary.ts'
import { unitFacts } from '#server/organisation/facts.ts'

/** Each agency with its divisions: a district's communes are agencies of their own. */
const closure = ({ asOf }: Question) => sql`(with recursive inside as (
    select u.id as agency_id, u.id as unit_id from unit u where u.kind not in ('province', 'division')
    union all
    select i.agency_id, up.unit_id from inside i join unit_parent up on up.parent_id = i.unit_id
      and up.during @> ${asOf}::date join unit d on d.id = up.unit_id and d.kind = 'division'
  ) select * from inside)`

const people = (
  question: Question,
) => sql`${closure(question)} i join tenure t on t.unit_id = i.unit_id
  and t.holding = 'main' and t.during @> ${question.asOf}::date join cadre c on c.id = t.cadre_id`

const isLeader = sql`(t.rank in ('head', 'deputy'))`
const isDivisionLeader = sql`(t.rank in ('division_head', 'division_deputy'))`

/** An agency, district or commune that exists on the as-of date. */
export const unit: Subject = {
  label: 'cơ quan, đơn vị',
  id: sql`u.id`,
  cadreId: sql`null::integer`,
  unitId: sql`u.id`,
  title: sql`un.name`,
  from: ({
    asOf,
  }) => sql`unit u join unit_name un on un.unit_id = u.id and un.during @> ${asOf}::date
    and u.during @> ${asOf}::date and u.kind not in ('province', 'division', 'party_committee')`,
  joins: { staff, leadership, term_postings, ratings, documents },
  facts: {
    ...unitFacts(),
    staff: number('Số người', sql`coalesce(staff.people, 0)`, 'Ghi nơi công tác', {
      joins: ['staff'],
    }),
    women_share: number(
      'Tỷ lệ nữ',
      sql`(case when staff.sex_unknown > 0 then null else round(staff.women::numeric / staff.people, 4) end)`,
      'Bổ sung giới tính của người trong đơn vị',
      { joins: ['staff'] },
    ),
    leaders: number('Số lãnh đạo', sql`coalesce(staff.leaders, 0)`, 'Ghi chức vụ', {
      joins: ['staff'],
    }),
    woman_leader_at_each_level: flag(
      'Có nữ lãnh đạo ở từng cấp',
      sql`(${womanAmong('leader')} and ${womanAmong('division_leader')})`,
      'Bổ sung giới tính của lãnh đạo',
      { joins: ['staff'] },
    ),
    three_age_bands: flag(
      'Lãnh đạo đủ ba độ tuổi, cách nhau 5 năm',
      sql`coalesce(leadership.three_bands, case when coalesce(leadership.birth_unknown, 0) = 0 then false end)`,
      'Bổ sung ngày, tháng sinh của lãnh đạo',
      { joins: ['leadership'], parameters: ['age_band_gap_years'] },
    ),
    term_postings: number(
      'Số cán bộ, công chức cấp tỉnh đã nhận giữ chức trưởng, phó phòng',
      sql`coalesce(term_postings.people, 0)`,
      'Ghi quyết định điều động có thời hạn',
      { joins: ['term_postings'] },
    ),
    has_evaluation_regulation: flag(
      'Đã ban hành quy chế đánh giá theo quý, bằng sản phẩm',
      sql`coalesce(documents.evaluation_regulation, false)`,
      'Gửi quy chế đã ban hành',
      { joins: ['documents'] },
    ),
    reviewed_in_period: flag(
      'Đã rà soát cơ cấu đội ngũ trong kỳ',
      sql`coalesce(documents.workforce_review, false)`,
      'Gửi biên bản rà soát',
      { joins: ['documents'] },
    ),
    excellent_share: number(
      'Xuất sắc trên số hoàn thành tốt',
      sql`(case when ratings.base > 0 then round(ratings.excellent::numeric / ratings.base, 4)
        when ratings.rated > 0 then 0 end)`,
      'Gửi kết quả xếp loại năm',
      { joins: ['ratings'], parameters: ['excellent_base'] },
    ),
  },
}

/** A level without leaders asks for none; an unknown sex among men only leaves it open. */
function womanAmong(who: 'leader' | 'division_leader') {
  const [total, women, unknown] = ['s', '_women', '_unknown'].map((end) =>
    sql.id('staff', `${who}${end}`),
  )
  return sql`(case when coalesce(${total}, 0) = 0 or ${women} > 0 then true when ${unknown} > 0 then null else false end)`
}

function staff(question: Question) {
  return sql`left join (select i.agency_id, count(*) as people,
      count(*) filter (where c.sex = 'female') as women, count(*) filter (where c.sex is null) as sex_unknown,
      count(*) filter (where ${isLeader}) as leaders,
      count(*) filter (where ${isLeader} and c.sex = 'female') as leader_women,
      count(*) filter (where ${isLeader} and c.sex is null) as leader_unknown,
      count(*) filter (where ${isDivisionLeader}) as division_leaders,
      count(*) filter (where ${isDivisionLeader} and c.sex = 'female') as division_leader_women,
      count(*) filter (where ${isDivisionLeader} and c.sex is null) as division_leader_unknown
    from ${people(question)} group by i.agency_id) staff on staff.agency_id = u.id`
}

/**
 * Three bands exist when somebody is at least the gap younger than the oldest and at least the gap
 * older than the youngest. Certain births decide; births known by year may leave it open (null).
 */
function leadership(question: Question) {
  const gap = sql`make_interval(years => ${Number(question.parameter('age_band_gap_years'))})`
  return sql`left join (
    select unit_id,
      case when bool_or(oldest_latest + ${gap} <= born_earliest and born_latest + ${gap} <= youngest_earliest) then true
        end as three_bands,
      count(*) filter (where born_on is null)
        + case when bool_or(oldest_earliest + ${gap} <= born_latest and born_earliest + ${gap} <= youngest_latest)
          then 1 else 0 end as birth_unknown
    from (select t.unit_id, c.born_on, c.born_earliest, c.born_latest,
        min(c.born_earliest) over w as oldest_earliest, min(c.born_latest) over w as oldest_latest,
        max(c.born_earliest) over w as youngest_earliest, max(c.born_latest) over w as youngest_latest
      from tenure t join cadre c on c.id = t.cadre_id
      where t.holding = 'main' and t.during @> ${question.asOf}::date and t.rank in ('head', 'deputy', 'member')
      window w as (partition by t.unit_id)) leader
    group by unit_id) leadership on leadership.unit_id = u.id`
}

function term_postings(question: Question) {
  return sql`left join (select i.agency_id, count(*) as people
    from ${closure(question)} i join tenure t on t.unit_id = i.unit_id and t.entry = 'term_posting'
      and t.rank in ('division_head', 'division_deputy')
      and lower(t.during) between ${question.since}::date and ${question.asOf}::date
    join unit origin on origin.id = t.from_unit_id and origin.level = 'province'
    group by i.agency_id) term_postings on term_postings.agency_id = u.id`
}

/** The last year whose ratings were decided by the as-of date; the base is a dated parameter. */
function ratings(question: Question) {
  const among =
    question.parameter('excellent_base') === 'good_only'
      ? sql`('good')`
      : sql`('excellent', 'good')`
  return sql`left join (select i.agency_id, count(*) as rated,
      count(*) filter (where r.level = 'excellent') as excellent,
      count(*) filter (where r.level in ${among}) as base
    from ${people(question)} join rating r on r.cadre_id = c.id and r.year =
      (select max(year) from rating where decided_on <= ${question.asOf}::date)
    group by i.agency_id) ratings on ratings.agency_id = u.id`
}

function documents({ asOf, since }: Question) {
  return sql`left join (select unit_id,
      bool_or(kind = 'evaluation_regulation') as evaluation_regulation,
      bool_or(kind = 'workforce_review' and issued_on >= ${since}::date) as workforce_review
    from unit_document where issued_on <= ${asOf}::date group by unit_id) documents on documents.unit_id = u.id`
}
