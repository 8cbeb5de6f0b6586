import { z } from 'zod'
import { accessTo, COLUMN_GROUPS, howToAsk } from '#server/access/column-groups.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { codeOf, wholeNumber } from '#server/kernel/inputs.ts'
import { query } from '#server/kernel/operation.ts'
import { tidy } from '#server/kernel/text.ts'
import { mustBeInSight, openGroup } from '../restricted.ts'
import { SECTION_CODES, SECTIONS, type SectionCode } from './dictionary.ts'
import { sectionOf, sectionShape } from './record.ts'

export const reasonOfLook = z
  .string()
  .max(500, 'Lý do dài quá 500 ký tự.')
  .transform(tidy)
  .default('')

/** Which restricted groups a record has and who may open them; says nothing of their values. */
export const restrictedGroups = query({
  name: 'cadres.restricted_groups',
  input: z.strictObject({ id: wholeNumber }),
  output: z.array(
    z.object({
      group: z.string(),
      label: z.string(),
      holds: z.array(z.string()),
      access: z.enum(['own', 'granted', 'none']),
      roles: z.array(z.string()),
      ask: z.string().nullable(),
    }),
  ),
  async run(ctx, { id }) {
    await mustBeInSight(ctx, id)
    const groups = []
    for (const [group, { label }] of Object.entries(COLUMN_GROUPS)) {
      const { access, roles } = await accessTo(ctx, group, id)
      const ask = access === 'none' ? howToAsk(group, roles) : null
      groups.push({ group, label, holds: holdsOf(group), access, roles, ask })
    }
    return groups
  },
})

/** The values of one group, for a reason that stays in the log; one's own need none. */
export const restrictedGroup = query({
  name: 'cadres.restricted_group',
  records: 'view',
  input: z.strictObject({
    id: wholeNumber,
    group: codeOf(COLUMN_GROUPS),
    reason: reasonOfLook,
    asOf: isoDate.optional(),
  }),
  output: z.object({
    group: z.string(),
    label: z.string(),
    /** Every field of every fact, one below the other. */
    values: z.array(
      z.object({ column: z.string(), label: z.string(), value: z.string().nullable() }),
    ),
    sections: z.array(sectionShape),
  }),
  about: ({ id }) => ({ cadreId: id }),
  async run(ctx, { id, group, reason, asOf = ctx.today }) {
    await mustBeInSight(ctx, id)
    await openGroup(ctx, group, id, reason)
    const sections = []
    for (const code of sectionsIn(group)) sections.push(await sectionOf(ctx, code, id, asOf))
    return {
      group,
      label: COLUMN_GROUPS[group]?.label ?? group,
      values: sections.flatMap(valuesOf),
      sections,
    }
  },
})

const sectionsIn = (group: string): SectionCode[] =>
  SECTION_CODES.filter((code) => SECTIONS[code].restricted === group)

const holdsOf = (group: string): string[] =>
  sectionsIn(group).flatMap((code) =>
    Object.values(SECTIONS[code].columns).map(({ label }) => label),
  )

/** Empty fields of the one row are shown as not declared; of many rows only what is said. */
function valuesOf({ section, rows, facts }: z.output<typeof sectionShape>) {
  const columns = Object.entries(SECTIONS[section as SectionCode].columns)
  return facts.flatMap(({ texts }, place) =>
    columns.flatMap(([name, { label }]) => {
      const value = texts[name] ?? null
      if (rows === 'one') return [{ column: name, label, value }]
      const numbered = { column: `${name}-${place + 1}`, label: `${place + 1}. ${label}`, value }
      return value === null ? [] : [numbered]
    }),
  )
}
