import { sql } from 'kysely'
import { PEOPLE, UNITS } from './cast.ts'
import type { Context } from './kernel/context.ts'

const PERIODIC = [
  { report: 'ls-nam', unitId: UNITS.home.id, on: '2024-11-20' },
  { report: 'ls-nam', unitId: UNITS.health.id, on: '2024-11-20' },
  { report: 'ls-tong-hop', on: '2024-11-20' },
]

/** What the matrix asks of the forms, the papers and the short list. */
export const askedOfReports = (
  asOf: string,
  people: readonly number[],
): Record<string, readonly object[]> => ({
  'reports.form': ['bm01', '9a', '12a', '13'].map((form) => ({ form, asOf })),
  'reports.form_file': [{ form: 'bm01', asOf }],
  'reports.people': ['bm01', '9a', '10', '13'].flatMap((form) =>
    (['counted', 'unknown'] as const).map((status) => ({ form, asOf, column: '2', status })),
  ),
  'reports.paper': people.flatMap((id) => [
    { id, paper: '2c-bnv-2008', format: 'docx', asOf },
    {
      ...{ id, paper: 'tt06-2023', format: 'docx', asOf },
      ...{ groups: ['identity_numbers'], reason: 'kiểm tra theo ma trận' },
    },
  ]),
  'periodic_reports.one': PERIODIC,
  'periodic_reports.file': PERIODIC.map((one) => ({ ...one, format: 'docx' })),
  'reports.short_list': [
    { format: 'docx', asOf },
    { format: 'docx', asOf, unitId: UNITS.health.id },
    { format: 'xlsx', asOf, ids: [PEOPLE.thu] },
  ],
})

/** A report of one agency that names a person: what no other agency may read. */
export async function writePeriodicReport({ db }: Context, unitId: number): Promise<void> {
  await sql`insert into periodic_report (id, report, unit_id, period, texts)
    values (1, 'ls-nam', ${unitId}, '2024-11-15', '{"kho-khan": "Ngô Thị Thu đi học"}')`.execute(db)
}
