import { PEOPLE, UNITS } from './cast.ts'

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
  'reports.short_list': [
    { format: 'docx', asOf },
    { format: 'docx', asOf, unitId: UNITS.health.id },
    { format: 'xlsx', asOf, ids: [PEOPLE.thu] },
  ],
})
