import { expect, test } from 'vitest'
import { SECTION_CODES } from '#server/cadres/record/dictionary.ts'
import type { RecordRead } from './record-read.ts'
import { saidTables } from './said-tables.ts'

const EMPTY = Object.fromEntries(SECTION_CODES.map((code) => [code, []])) as unknown as RecordRead

test('a career says the month of the last day, of a post and beside it', () => {
  const held = (until: string, texts: Record<string, string>) => ({
    values: { from: '2020-01-01', until },
    texts,
  })
  const { career } = saidTables({
    ...EMPTY,
    // A post keeps the first day no longer in it, everything else the last day.
    posts: [held('2025-01-01', { title: 'Trưởng phòng', unit_id: 'Sở Nội vụ' })],
    political_posts: [held('2024-12-31', { title: 'Bí thư', body: 'Chi bộ' })],
  })
  expect(career?.map(({ period }) => period)).toEqual(['01/2020 – 12/2024', '01/2020 – 12/2024'])
})
