import { date, text } from './columns.ts'
import type { Section } from './section.ts'

export const LEAVING = {
  retirement_decisions: {
    group: 'C',
    label: 'Quyết định nghỉ hưu, lùi thời điểm nghỉ hưu',
    table: 'retirement_decision',
    rows: 'many',
    since: 'decided_on',
    columns: {
      retires_on: date('Nghỉ hưu từ ngày', { mandatory: true, managed: true }),
      decision_no: text('Số quyết định', { mandatory: true }),
      decided_on: date('Ngày quyết định', { mandatory: true }),
      decided_by: text('Cơ quan quyết định'),
      reason: text('Lý do'),
    },
  },
} as const satisfies Record<string, Section>
