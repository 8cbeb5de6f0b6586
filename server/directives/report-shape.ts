import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { nearest } from '#rules/nearest.ts'
import { codeShape } from './code-shape.ts'
import { readPackFile, shaped } from './pack-file.ts'
import type { TaskFile } from './task-shape.ts'

const text = z.string().trim().min(1)
const clause = z.string({ error: 'a clause is required' }).trim().min(1)
const word = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'an id has lower-case letters, digits and hyphens')

/** What a report counts by itself from the records; `total` says what its one number counts. */
export const LIVE_PARTS = {
  targets: { total: 'số chỉ tiêu đạt' },
  tasks: { total: 'số việc đã nghiệm thu' },
  evaluation: { total: 'số người được xếp loại' },
  appointments: { total: 'số lượt bổ nhiệm, điều động' },
  training: { total: 'số lượt hoàn thành bồi dưỡng' },
  streamlining: { total: 'số người giảm so với mốc' },
  demand: { total: 'số vị trí lãnh đạo còn khuyết' },
} as const

export type LivePart = keyof typeof LIVE_PARTS
const part = codeShape(LIVE_PARTS)

const liveShape = z.strictObject({ id: word, heading: text, live: part })
const askedShape = z.strictObject({
  id: word,
  heading: text,
  /** What the agency is asked to write; no record holds it. */
  asks: text,
  optional: z.boolean().default(false),
  /** The agency also states this number from its own books, to be set against the records. */
  states: part.optional(),
})

const reportShape = z.strictObject({
  id: word,
  cite: clause,
  title: text,
  /** The task that says who writes it and by when: one place for dates, extensions, triggers. */
  task: text,
  to: text,
  /** Whose numbers: the unit that writes it with all below it, or the whole province. */
  counts: z.enum(['unit', 'province']).default('unit'),
  /** The report of the agencies whose words are gathered here, numbers being counted anew. */
  gathers: text.optional(),
  sections: z.array(z.union([liveShape, askedShape])).min(1),
})

export type PeriodicReport = z.output<typeof reportShape>
export type ReportSection = PeriodicReport['sections'][number]

/** `reports.yaml`: who reports what to whom; every task and report it names is known. */
export function readReports(
  folder: string,
  name: string,
  tasks: TaskFile | null,
): PeriodicReport[] {
  const path = join(folder, name, 'reports.yaml')
  if (!existsSync(path)) return []
  const source = readPackFile(path, `${name}/reports.yaml`)
  const reports = shaped(source, z.array(reportShape), [], source.content)
  const ids = reports.map(({ id }) => id)
  const taskIds = tasks?.tasks.map(({ id }) => id) ?? []
  for (const [index, { id, task, counts, gathers, sections }] of reports.entries()) {
    if (ids.indexOf(id) !== index)
      throw source.mistake([index, 'id'], `two reports are named "${id}"`)
    if (!taskIds.includes(task))
      throw source.mistake([index, 'task'], `unknown task "${task}"${nearest(task, taskIds)}`)
    if (gathers !== undefined && (gathers === id || !ids.includes(gathers)))
      throw source.mistake(
        [index, 'gathers'],
        `unknown report "${gathers}"${nearest(gathers, ids)}`,
      )
    if (gathers !== undefined && counts !== 'province')
      throw source.mistake([index, 'gathers'], 'a report that gathers has counts: province')
    const own = sections.map((section) => section.id)
    const twice = own.findIndex((one, place) => own.indexOf(one) !== place)
    if (twice >= 0)
      throw source.mistake([index, 'sections', twice], `two sections are named "${own[twice]}"`)
  }
  return reports
}
