import { sql } from 'kysely'
import { z } from 'zod'
import { compile, factsOf, factTable } from '#rules/compile.ts'
import type { Question } from '#rules/vocabulary.ts'
import type { Context } from '#server/kernel/context.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { query } from '#server/kernel/operation.ts'
import { adoptedPacks } from './adoption.ts'
import type { Figure } from './packs.ts'
import { parametersInForce, reader } from './parameters.ts'

/** What a source prints beside what the records say; where they differ both are shown. */
export const figures = query({
  name: 'directives.figures',
  input: z.object({ asOf: isoDate }),
  output: z.array(
    z.object({
      id: z.string(),
      item: z.string(),
      cite: z.string(),
      printed: z.number(),
      counted: z.number().nullable(),
      agrees: z.boolean(),
      note: z.string(),
    }),
  ),
  async run(ctx, { asOf }) {
    const adopted = await adoptedPacks(ctx, asOf)
    const parameter = reader(parametersInForce(adopted, asOf), asOf)
    const answers = []
    for (const { pack } of adopted) {
      for (const figure of pack.figures) {
        const question = {
          asOf: figure.period?.to ?? asOf,
          since: figure.period?.from ?? asOf,
          parameter,
        }
        const counted = await count(ctx, figure, question)
        answers.push({
          id: figure.id,
          item: figure.item,
          cite: `${pack.number} · ${figure.cite}`,
          printed: figure.printed,
          counted,
          agrees: counted === figure.printed,
          note: figure.note ?? '',
        })
      }
    }
    return answers
  },
})

/** Rounded as the source prints it: half away from zero, to the printed decimals. */
async function count(ctx: Context, figure: Figure, question: Question): Promise<number | null> {
  const subject = ctx.house.vocabulary[figure.subject]
  if (!subject) throw new Error(`no subject ${figure.subject}`)
  const conditions = [figure.base, figure.counts].filter((condition) => condition !== null)
  const facts = [...factsOf(conditions), ...(figure.count === 'seats' ? ['seats'] : [])]
  const where = figure.base ? sql`where ${compile(figure.base, subject, question)}` : sql``
  const among = figure.counts ? compile(figure.counts, subject, question) : sql`true`
  const value = {
    rows: sql`count(*)`,
    units: sql`count(*)`,
    seats: sql`coalesce(sum(seats), 0)`,
    share: sql`round(100.0 * count(*) filter (where ${among}) / nullif(count(*), 0), ${figure.decimals}::integer)`,
  }[figure.count]
  const { rows } = await sql<{ value: number | null }>`
    with row_facts as (${factTable(subject, [...new Set(facts)], question)})
    select (${value})::float8 as value from row_facts ${where}`.execute(ctx.db)
  return rows[0]?.value ?? null
}
