import { sql } from 'kysely'
import { choice, flag } from '#rules/facts.ts'
import type { Subject } from '#rules/vocabulary.ts'
import { unitFacts } from '#server/organisation/facts.ts'
import { DEGREES, POLITICAL_THEORY } from './code-lists.ts'
import { DEFENCE_GROUPS } from './record/codes-of-work.ts'

const LEADS = ['head', 'deputy', 'member', 'division_head', 'division_deputy']

const KINDS = {
  degree: { label: 'Chuyên môn' },
  political_theory: { label: 'Lý luận chính trị' },
  state_management: { label: 'Quản lý nhà nước' },
  language: { label: 'Ngoại ngữ' },
  it: { label: 'Tin học' },
  ethnic_language: { label: 'Tiếng dân tộc' },
  defence: { label: 'Quốc phòng và an ninh' },
  skills: { label: 'Kỹ năng công tác' },
  party_work: { label: 'Nghiệp vụ công tác Đảng' },
  economics: { label: 'Quản lý kinh tế' },
  leadership: { label: 'Lãnh đạo, quản lý' },
  refresher: { label: 'Cập nhật kiến thức' },
  professional_title: { label: 'Chức danh nghề nghiệp' },
  public_service_culture: { label: 'Văn hóa công vụ' },
  other: { label: 'Bồi dưỡng khác' },
} as const

/** A degree, a certificate or a course gained between the first day of the period and the as-of date. */
export const learning: Subject = {
  label: 'lượt người học xong',
  id: sql`l.id`,
  cadreId: sql`c.id`,
  unitId: sql`coalesce(t.unit_id, c.unit_id)`,
  title: sql`l.name`,
  from: ({
    asOf,
    since,
  }) => sql`(select row_number() over (order by cadre_id, kind, gained, name)::integer as id, gone.*
      from (select cadre_id, 'degree' as kind, level as gained, coalesce(major, level) as name, country, mode,
          awarded_on as done
        from qualification
      union all select cadre_id, kind, level, name, null, mode, awarded_on from certificate where level <> 'none'
      union all select cadre_id, kind, null, name, null, null,
          (ended || substr('-01-01', length(ended) - 3))::date from other_training where ended is not null
      union all select r.cadre_id, k.topic, null, k.name, null, null, r.completed_on
        from training_record r join training_course k on k.id = r.course_id
        where k.topic <> 'knowledge_test') gone
      where done between ${since}::date and ${asOf}::date) l
    join cadre c on c.id = l.cadre_id
    left join (select cadre_id, unit_id, rank from tenure
      where holding = 'main' and during @> ${asOf}::date offset 0) t on t.cadre_id = c.id`,
  joins: { unit: () => sql`left join unit u on u.id = coalesce(t.unit_id, c.unit_id)` },
  facts: {
    kind: choice('Nội dung', KINDS, sql`l.kind`, 'Ghi nội dung học'),
    gained: choice(
      'Trình độ đạt được',
      { ...DEGREES, ...POLITICAL_THEORY, ...DEFENCE_GROUPS },
      sql`l.gained`,
      'Bổ sung văn bằng',
    ),
    abroad: flag(
      'Học ở nước ngoài',
      sql`(l.country not in ('Việt Nam', 'VN'))`,
      'Ghi nước đào tạo',
    ),
    joint: flag(
      'Học chương trình liên kết',
      sql`(l.mode is not distinct from 'joint')`,
      'Ghi hình thức đào tạo',
    ),
    full_time: flag('Học hệ tập trung', sql`(l.mode = 'full_time')`, 'Ghi hình thức học'),
    leads: flag(
      'Lãnh đạo, quản lý',
      sql`coalesce(t.rank = any(${LEADS}::text[]), false)`,
      'Ghi chức vụ',
    ),
    level: unitFacts(['unit']).level,
  },
}
