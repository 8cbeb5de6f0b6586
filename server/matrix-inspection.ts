import { sql } from 'kysely'
import { PEOPLE, UNITS } from './cast.ts'
import type { Context } from './kernel/context.ts'

const AS_OF = '2024-10-31'
const WARNINGS = [
  'cap',
  'too_good',
  'relatives',
  'papers',
  'number',
  'set_aside',
  'deputies',
  'quorum',
  'term',
]

/** What the matrix asks the questions about inspection with. */
export const ASKED_OF_INSPECTION: Record<string, readonly object[]> = {
  'inspection.one': [{ id: 1, asOf: AS_OF }],
  'inspection.conclusion_file': [{ id: 1, asOf: AS_OF }],
  'inspection.plan_file': [{ year: 2024 }],
  'inspection.checklist': Array.from({ length: 12 }, (_, index) => ({ case: String(index + 1) })),
  'inspection.warning': WARNINGS.map((id) => ({ id, asOf: AS_OF })),
  'inspection.clearance_checks': [{ reason: 'kiểm tra theo ma trận' }],
  'inspection.proposal': [{ id: 1, asOf: AS_OF }],
}

/** An inspection, a warning, a verification and a proposal about a person of one unit. */
export async function withInspection({ db }: Context): Promise<void> {
  const person = PEOPLE.thu
  await sql`insert into inspection (id, kind, act, direction, title, unit_id, examined, starts_on,
      ends_on, basis, account_name)
    values (1, 'unscheduled', 'inspection', 'down', 'Kiểm tra', ${UNITS.health.id},
      '[2024-01-01,2024-10-01)', '2024-10-01', '2024-10-10', 'Mục III.7', 'tinh')`.execute(db)
  await sql`insert into inspection_plan (year, title, decision_no, decided_on, signed_by, account_name)
    values (2024, 'Kế hoạch kiểm tra', '1/KH', '2024-01-02', 'Giám đốc Sở', 'tinh')`.execute(db)
  await sql`insert into inspection_case values (1, 'appointment:7', 1, ${person})`.execute(db)
  await sql`insert into finding (inspection_id, cadre_id, says, clause, found_on, account_name)
    values (1, ${person}, 'Ngô Thị Thu', 'Mục III.7', '2024-10-02', 'tinh')`.execute(db)
  await sql`insert into recommendation (inspection_id, unit_id, cadre_id, kind, asks, due_on, account_name)
    values (1, ${UNITS.health.id}, ${person}, 'handle_person', 'Ngô Thị Thu', '2024-10-20', 'tinh')`.execute(
    db,
  )
  await sql`insert into clearance_check (cadre_id, question, asked_on, due_on, basis, account_name)
    values (${person}, 'Ngô Thị Thu', '2024-10-01', '2024-10-20', 'Mục II.4', 'tinh')`.execute(db)
  await sql`insert into daring_proposal (id, cadre_id, unit_id, title, problem, proposes, beyond,
      benefit, registered_on, account_name)
    values (1, ${person}, ${UNITS.health.id}, 'Đề xuất', 'a', 'b', 'c', 'd', '2024-05-01', 'thu')`.execute(
    db,
  )
}
