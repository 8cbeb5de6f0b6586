import { sql } from 'kysely'
import { z } from 'zod'
import { accessTo, howToAsk } from '#server/access/column-groups.ts'
import type { Context } from '#server/kernel/context.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { query } from '#server/kernel/operation.ts'
import { mustBeInSight } from '../restricted.ts'
import { SECTION_CODES, SECTIONS, type SectionCode } from './dictionary.ts'
import { factsOf } from './rows.ts'
import { GROUPS } from './section.ts'
import { textsOf } from './wording.ts'

export const valueShape = z.union([z.string(), z.number(), z.boolean(), z.null()])

export const factShape = z.object({
  /** The number of the row; of the person, in a section with one row a person. */
  id: z.number(),
  version: z.number(),
  values: z.record(z.string(), valueShape),
  /** The same values in Vietnamese words. */
  texts: z.record(z.string(), z.string().nullable()),
  documents: z.array(z.object({ id: z.number(), title: z.string() })),
})

export const sectionShape = z.object({
  section: z.string(),
  group: z.string(),
  groupLabel: z.string(),
  label: z.string(),
  rows: z.enum(['one', 'many']),
  facts: z.array(factShape),
})

/** The open record of a person as of a day; restricted groups say only that they are there. */
export const record = query({
  name: 'cadres.record',
  input: z.strictObject({ id: wholeNumber, asOf: isoDate.optional() }),
  output: z.object({
    asOf: z.string(),
    id: z.number(),
    sections: z.array(sectionShape),
    restricted: z.array(
      z.object({
        section: z.string(),
        group: z.string(),
        groupLabel: z.string(),
        label: z.string(),
        columnGroup: z.string(),
        access: z.enum(['own', 'granted', 'none']),
        ask: z.string().nullable(),
      }),
    ),
  }),
  async run(ctx, { id, asOf = ctx.today }) {
    await mustBeInSight(ctx, id)
    const sections = []
    const restricted = []
    for (const code of SECTION_CODES) {
      const { restricted: columnGroup, group, label } = SECTIONS[code]
      if (!columnGroup) {
        sections.push(await sectionOf(ctx, code, id, asOf))
        continue
      }
      const { access, roles } = await accessTo(ctx, columnGroup, id)
      restricted.push({
        section: code,
        group,
        groupLabel: GROUPS[group],
        label,
        columnGroup,
        access,
        ask: access === 'none' ? howToAsk(columnGroup, roles) : null,
      })
    }
    return { asOf, id, sections, restricted }
  },
})

/** One section with its facts; whoever asks has checked that the reader may see it. */
export async function sectionOf(
  { db }: Context,
  code: SectionCode,
  cadreId: number,
  asOf: string,
): Promise<z.output<typeof sectionShape>> {
  const { group, label, rows } = SECTIONS[code]
  const stored = await factsOf(db, code, cadreId, asOf)
  const none = { id: cadreId, version: 0, values: {} }
  const facts = rows === 'one' && stored.length === 0 ? [none] : stored
  const texts = await textsOf(db, code, facts, asOf)
  const documents = await documentsOf(db, code, cadreId)
  return {
    section: code,
    group,
    groupLabel: GROUPS[group],
    label,
    rows,
    facts: facts.map((fact, place) => ({
      ...fact,
      texts: texts[place] ?? {},
      documents: documents.filter(({ rowId }) => rowId === fact.id),
    })),
  }
}

async function documentsOf(db: Context['db'], code: SectionCode, cadreId: number) {
  const { rows } = await sql<{ id: number; title: string; rowId: number | null }>`
    select id, title, row_id as "rowId" from record_document
    where cadre_id = ${cadreId} and section = ${code} order by id`.execute(db)
  return rows
}
