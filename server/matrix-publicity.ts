import { sql } from 'kysely'
import { onClosedTables } from './access/closed-tables.ts'
import { PEOPLE, UNITS } from './cast.ts'
import type { Context } from './kernel/context.ts'

const AS_OF = '2024-10-31'

export const PUBLICITY_ASKED: Record<string, readonly object[]> = {
  'publicity.preview': [{ item: 'appointments', asOf: AS_OF }],
  'publicity.publication': [{ id: 1 }],
  'publicity.petition': [{ id: 1 }],
  'publicity.petition_sender': [{ id: 1, reason: 'kiểm tra theo ma trận' }],
  'publicity.briefing': [{ id: 1 }],
  'publicity.missing': [UNITS.home, UNITS.health].map(({ id }) => ({ id: 1, unitId: id })),
  'publicity.attendance_code': [{ id: 1 }],
  'publicity.material': [{ id: 1 }],
  'publicity.pledges': [UNITS.home, UNITS.health].map(({ id }) => ({ unitId: id, asOf: AS_OF })),
  'publicity.regulation_file': [{ documentId: 1 }],
}

/** What is shown to an agency or a person, received in confidence, or handed to all as a file. */
export async function withPublicity({ db }: Context): Promise<void> {
  const { health } = UNITS
  for (const statement of [
    sql`insert into publication (id, directive, item, title, cite, circle, as_of, headings, shown,
        decision_no, decided_on, signed_by, account_name)
      values (1, 'd', 'appointments', 'Bổ nhiệm', 'Đ46', 'unit', '2024-10-31', '{a}', '[2024-01-01,2025-01-01)', '1',
        '2024-01-01', 'x', 'x')`,
    sql`insert into publication_line (publication_id, circle, place, unit_id, cadre_id, cells)
      values (1, 'unit', 0, ${health.id}, ${PEOPLE.thu}, '{Ngô Thị Thu}')`,
    sql`insert into petition (id, kind, channel, received_on, due_on, says, named, assigned_unit_id)
      values (1, 'comment', 'web', '2024-10-01', '2024-10-16', 'Ngô Thị Thu', true, ${health.id})`,
    sql`insert into briefing (id, title, unit_id, held_on, place, mode, audience, code_key, account_name)
      values (1, 'Quán triệt', 1, '2024-10-31', 'x', 'both', '{"ranks": [], "levels": []}', 'k', 'x')`,
    sql`insert into briefing_material (id, briefing_id, file_name, media_type, content)
      values (1, 1, 'x.pdf', 'application/pdf', 'x')`,
    sql`insert into pledge (cadre_id, year, says, pledged_on)
      values (${PEOPLE.thu}, 2024, 'Ngô Thị Thu cam kết', '2024-01-05')`,
    sql`insert into unit_document (id, unit_id, kind, title, issued_on)
      values (1, ${health.id}, 'evaluation_regulation', 'Quy chế', '2024-01-01')`,
    sql`insert into unit_document_file (document_id, file_name, content) values (1, 'x.pdf', 'x')`,
  ])
    await statement.execute(db)
  await onClosedTables({ db }, (open) =>
    sql`insert into petition_sender values (1, 'Ngô Thị Thu', 'x')`.execute(open),
  )
}
