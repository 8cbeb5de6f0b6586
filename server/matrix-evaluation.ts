/** A cycle of each of two units, for the matrix of who may read what. */
import { sql } from 'kysely'
import { PEOPLE, UNITS } from './cast.ts'
import type { Db } from './kernel/database.ts'

const PERIOD = '2024-10'
const CYCLES = [1, 2].map((cycleId) => ({ cycleId }))
const EVALUATIONS = [1, 2, 3, 4].map((evaluationId) => ({ evaluationId }))

export const EVALUATION_ASKED: Record<string, readonly object[]> = {
  'evaluation.board': [{}, { period: PERIOD }],
  'evaluation.settings': [{ period: PERIOD }],
  'evaluation.sheet': CYCLES,
  'evaluation.results': CYCLES,
  'evaluation.published_list': CYCLES,
  'evaluation.form': CYCLES.flatMap((one) => [
    { ...one, form: 'summary' },
    { ...one, form: 'self', evaluationId: 1 },
  ]),
  'evaluation.own_form': EVALUATIONS,
  'evaluation.meeting': CYCLES,
  'evaluation.opinions_to_give': CYCLES,
  'evaluation.preview_paste': CYCLES.map((one) => ({
    ...one,
    text: 'Họ và tên\tSản phẩm\nAi đó\tTờ trình',
  })),
  'evaluation.over_cap': [{ period: PERIOD }],
  'evaluation.comparison': [{ period: PERIOD }, { period: PERIOD, cadreId: PEOPLE.thu }],
  'evaluation.person': EVALUATIONS,
  'evaluation.own': EVALUATIONS,
  'evaluation.claim_effect': [{ claimId: 1 }, { claimId: 2 }],
  'evaluation.opinions_about': EVALUATIONS,
  'evaluation.proof_file': [{ proofId: 1 }, { proofId: 2 }],
  'evaluation.appeals': [{}, ...CYCLES],
}

export async function withEvaluation(db: Db): Promise<void> {
  await sql`insert into evaluation_cycle
      (id, unit_id, period, kind, during, scheme, step, opinions_from, opened_on, opened_by, published_on)
    select n, unit_id, ${PERIOD}, 'month', '[2024-10-01,2024-11-01)', 'lang-son-thang', 'appeal', 5,
      '2024-10-01', 'đo', '2024-10-31'
    from (values (1, ${UNITS.health.id}::integer), (2, ${UNITS.homeStaff.id}::integer)) v (n, unit_id)`.execute(
    db,
  )
  await sql`insert into evaluation
      (id, cycle_id, cadre_id, unit_id, title, role, leads, duty_group, group_no, self_common, rating, stage)
    select n, 1 + n / 3, cadre_id, 1, 'Chức danh', 'member', false, 'Nhóm', 4, 20, 'good', 'review'
    from (values (1, ${PEOPLE.thu}::integer), (2, ${PEOPLE.minh}::integer), (3, ${PEOPLE.dung}::integer),
      (4, ${PEOPLE.lan}::integer)) v (n, cadre_id)`.execute(db)
  await sql`insert into work_product (id, evaluation_id, cadre_id, name, counted_in, assigned)
    select e.id, e.id, e.cadre_id, 'Báo cáo về ' || c.full_name, 'bản', 1
    from evaluation e join cadre c on c.id = e.cadre_id`.execute(db)
  await sql`insert into product_claim (id, product_id, cadre_id, of, times, reason)
    select id, id, cadre_id, 'check', 1, 'Lý do' from evaluation where id < 3`.execute(db)
  await sql`insert into product_evidence
      (id, product_id, cadre_id, kind, label, media_type, content, sha256, account_name)
    select e.id, e.id, e.cadre_id, 'file', c.full_name || '.pdf', 'application/pdf', 'x', '', 'thu'
    from evaluation e join cadre c on c.id = e.cadre_id where e.id < 3`.execute(db)
  await sql`insert into evaluation_appeal (evaluation_id, cadre_id, filed_on, reason, due_on)
    select e.id, e.cadre_id, '2024-10-31', 'Khiếu nại của ' || c.full_name, '2024-11-05'
    from evaluation e join cadre c on c.id = e.cadre_id`.execute(db)
  await sql`insert into breakthrough_task
      (cadre_id, year, name, product, wanted, due_on, decision_no, assigned_by)
    values (${PEOPLE.minh}, 2024, 'Chuyển đổi số', 'Quy trình', 3, '2024-12-31', '1/QĐ', 'Tỉnh')`.execute(
    db,
  )
}
