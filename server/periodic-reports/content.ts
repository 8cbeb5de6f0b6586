import { z } from 'zod'
import { LIVE_PARTS, type LivePart, type ReportSection } from '#server/directives/report-shape.ts'
import type { Context } from '#server/kernel/context.ts'
import type { Assigned } from './assigned.ts'
import { livePart, tableShape } from './live.ts'
import type { Stored } from './stored.ts'

const part = z.enum(Object.keys(LIVE_PARTS) as [LivePart, ...LivePart[]])

const sectionShape = z.object({
  id: z.string(),
  heading: z.string(),
  /** Counted from the records; null where the agency writes. */
  table: tableShape.nullable(),
  asks: z.string().nullable(),
  optional: z.boolean(),
  says: z.string(),
  /** The agencies' own words under this heading, each with its agency. */
  gathered: z.array(z.object({ unit: z.string(), says: z.string() })),
  /** A number of the agency's books beside the one counted from the records. */
  states: z
    .object({ part, of: z.string(), stated: z.number().nullable(), counted: z.number() })
    .nullable(),
})

export const contentShape = z.object({
  report: z.string(),
  title: z.string(),
  cite: z.string(),
  to: z.string(),
  unit: z.string(),
  period: z.string(),
  since: z.string(),
  countedOn: z.string(),
  sections: z.array(sectionShape),
})

export type Content = z.output<typeof contentShape>
export type Section = Content['sections'][number]

/** What came in from the agencies, for a consolidated report. */
export interface Handed {
  unit: string
  content: Content
}

/** The report as of a day: numbers counted now, words as written, the agencies' words gathered. */
export async function contentOf(
  ctx: Context,
  assigned: Assigned,
  stored: Pick<Stored, 'texts' | 'stated'> | null,
  countedOn: string,
  handed: readonly Handed[],
): Promise<Content> {
  const { report, number, unit, period, since, directive } = assigned
  const whose = {
    ...{ directive, since, asOf: countedOn },
    unitId: report.gathers ? null : unit.id,
  }
  const sections: Section[] = []
  for (const section of report.sections) {
    const blank = { table: null, asks: null, optional: false, says: '', gathered: [], states: null }
    const named = { ...blank, id: section.id, heading: section.heading }
    if ('live' in section)
      sections.push({ ...named, table: await livePart(ctx, section.live, whose) })
    else
      sections.push({
        ...{ ...named, asks: section.asks, optional: section.optional },
        says: stored?.texts[section.id] ?? '',
        gathered: gatheredUnder(section.id, handed),
        states: section.states
          ? {
              part: section.states,
              of: LIVE_PARTS[section.states].total,
              stated: stored?.stated[section.id] ?? null,
              counted: (await livePart(ctx, section.states, whose)).total,
            }
          : null,
      })
  }
  return {
    ...{ report: report.id, title: report.title, to: report.to, unit: unit.name, period, since },
    cite: `${number} · ${report.cite}`,
    countedOn,
    sections,
  }
}

const gatheredUnder = (id: ReportSection['id'], handed: readonly Handed[]) =>
  handed.flatMap(({ unit, content }) => {
    const says = content.sections.find((section) => section.id === id)?.says ?? ''
    return says === '' ? [] : [{ unit, says }]
  })
