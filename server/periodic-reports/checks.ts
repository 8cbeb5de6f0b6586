import { z } from 'zod'
import { inVietnamese } from '#server/kernel/dates.ts'
import type { Content } from './content.ts'

export const checkShape = z.object({
  /** The section it speaks of; null for the whole report. */
  section: z.string().nullable(),
  /** Stands in the way of handing in or signing; the others are shown to whoever decides. */
  blocks: z.boolean(),
  says: z.string(),
})

export type Check = z.output<typeof checkShape>

/** What is missing, and where the agency's numbers and those of the records part. */
export function checksOf(content: Content): Check[] {
  return content.sections.flatMap(({ id, heading, asks, optional, says, gathered, states }) => {
    const found: Check[] = []
    if (asks !== null && !optional && says === '' && gathered.length === 0)
      found.push({ section: id, blocks: true, says: `Chưa viết mục “${heading}”.` })
    if (states && states.stated !== null && states.stated !== states.counted)
      found.push({
        ...{ section: id, blocks: says === '' },
        says: `Sổ của cơ quan ghi ${states.stated}, hồ sơ đếm được ${states.counted} (${states.of}). Hãy sửa hồ sơ, sửa số, hoặc nêu lý do ở mục “${heading}”.`,
      })
    return found
  })
}

/** Numbers handed in, counted again for the same day over the records of today. */
export function movedSince(handed: Content, now: Content): Check[] {
  return handed.sections.flatMap(({ id, heading, table }) => {
    const again = now.sections.find((section) => section.id === id)?.table
    if (!table || !again || JSON.stringify(table.rows) === JSON.stringify(again.rows)) return []
    const totals =
      table.total === again.total ? '' : ` (${table.total} khi nộp, ${again.total} khi đếm lại)`
    return {
      ...{ section: id, blocks: false },
      says: `Mục “${heading}”: số đã nộp khác số đếm lại từ hồ sơ cho cùng ngày ${inVietnamese(handed.countedOn)}${totals}.`,
    }
  })
}

/** A consolidated report says whose words are not in it. */
export function notHandedIn(waiting: readonly string[], all: number): Check[] {
  if (waiting.length === 0) return []
  return [
    {
      ...{ section: null, blocks: false },
      says: `${waiting.length}/${all} cơ quan chưa có báo cáo được nhận: ${waiting.join('; ')}.`,
    },
  ]
}
