import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readReports } from './report-shape.ts'
import { taskFileShape } from './task-shape.ts'

const TASKS = taskFileShape.parse({
  followed_by: 'so',
  bodies: { so: { label: 'Sở Nội vụ' } },
  tasks: [
    {
      id: 'TT-K1',
      cite: 'Mục I',
      label: 'Báo cáo',
      lead: 'so',
      due: 'lasting',
      product: 'Báo cáo',
    },
  ],
})

const report = (id: string, more: string) => `- id: ${id}
  cite: Mục I
  title: Báo cáo
  task: TT-K1
  to: UBND tỉnh
${more}  sections: [{ id: chi-tieu, heading: Chỉ tiêu, live: targets }]
`

function read(...reports: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'reports-'))
  mkdirSync(join(folder, 'thu'))
  writeFileSync(join(folder, 'thu/reports.yaml'), reports.join(''))
  return readReports(folder, 'thu', TASKS)
}

test('a report counts its own unit unless the pack says the province', () => {
  const found = read(report('don-vi', ''), report('ca-tinh', '  counts: province\n'))
  expect(found.map(({ counts }) => counts)).toEqual(['unit', 'province'])
})

test('one that gathers the words of the agencies must count the province', () => {
  const gathers = '  gathers: don-vi\n'
  expect(() => read(report('don-vi', ''), report('ca-tinh', gathers))).toThrow(
    /thu\/reports\.yaml:\d+: .*counts: province/,
  )
})
