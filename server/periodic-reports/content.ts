import { z } from 'zod'
import { LIVE_PARTS, type ReportSection } from '#server/directives/report-shape.ts'
import type { Context } from '#server/kernel/context.ts'
import { codeOf } from '#server/kernel/inputs.ts'
import type { Assigned } from './assigned.ts'
import { livePart, tableShape } from './live.ts'
import type { Stored } from './stored.ts'

const part = codeOf(LIVE_PARTS)

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
  const { report, unit, since, directive } = assigned
  const whose = {
    ...{ directive, since, asOf: countedOn },
    unitId: report.counts === 'province' ? null : unit.id,
  }
  const sections: Section[] = []
  for (const section of report.sections) {
    const written = writtenIn(section, stored?.texts ?? {})
    if ('live' in section)
      sections.push({ ...written, table: await livePart(ctx, section.live, whose) })
    else
      sections.push({
        ...{ ...written, gathered: gatheredUnder(section.id, handed) },
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
  return { ...headOf(assigned, countedOn), sections }
}

/** A report taken over from before the product: its words; its numbers are counted when it is read. */
export const withoutNumbers = (
  assigned: Assigned,
  texts: Stored['texts'],
  countedOn: string,
): Content => ({
  ...headOf(assigned, countedOn),
  sections: assigned.report.sections.map((section) => writtenIn(section, texts)),
})

const headOf = ({ report, number, unit, period, since }: Assigned, countedOn: string) => ({
  ...{ report: report.id, title: report.title, to: report.to, unit: unit.name, period, since },
  cite: `${number} · ${report.cite}`,
  countedOn,
})

function writtenIn(section: ReportSection, texts: Stored['texts']): Section {
  const { id, heading } = section
  const blank = { table: null, asks: null, optional: false, says: '', gathered: [], states: null }
  if ('live' in section) return { ...blank, id, heading }
  const { asks, optional } = section
  return { ...blank, id, heading, asks, optional, says: texts[id] ?? '' }
}

const gatheredUnder = (id: ReportSection['id'], handed: readonly Handed[]) =>
  handed.flatMap(({ unit, content }) => {
    const says = content.sections.find((section) => section.id === id)?.says ?? ''
    return says === '' ? [] : [{ unit, says }]
  })
