import { sql } from 'kysely'
import { z } from 'zod'
import { CIRCLES } from '#server/directives/publicity-shape.ts'
import type { Db } from '#server/kernel/database.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { codeOf, wholeNumber } from '#server/kernel/inputs.ts'
import { query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'

export const publicationShape = z.object({
  id: z.number(),
  item: z.string(),
  title: z.string(),
  cite: z.string(),
  circle: codeOf(CIRCLES),
  asOf: z.string(),
  from: z.string(),
  until: z.string(),
  decisionNo: z.string(),
  decidedOn: z.string(),
  signedBy: z.string(),
  withdrawnOn: z.string().nullable(),
  headings: z.array(z.string()),
})

type Publication = z.output<typeof publicationShape>

const COLUMNS = sql`p.id, p.item, p.title, p.cite, p.circle, p.as_of::text as "asOf",
  lower(p.shown)::text as "from", (upper(p.shown) - 1)::text as until, p.decision_no as "decisionNo",
  p.decided_on::text as "decidedOn", p.signed_by as "signedBy", w.withdrawn_on::text as "withdrawnOn",
  p.headings`

/** Shown on a day: begun, not over, not taken back. */
const shownOn = (on: string) => sql`p.shown @> ${on}::date
  and (w.withdrawn_on is null or w.withdrawn_on > ${on}::date)`

export async function shownPublications(
  db: Db,
  on: string,
  circle?: string,
): Promise<Publication[]> {
  const { rows } = await sql<Publication>`select ${COLUMNS} from publication p
    left join publication_withdrawal w on w.publication_id = p.id
    where ${shownOn(on)} ${circle ? sql`and p.circle = ${circle}` : sql``}
    order by array_position(array['public', 'province', 'unit', 'person'], p.circle), p.title`.execute(
    db,
  )
  return rows
}

/** The lines a reader may see: row-level security decides which. */
export async function linesOf(db: Db, id: number): Promise<string[][]> {
  const { rows } = await sql<{ cells: string[] }>`select cells from publication_line
    where publication_id = ${id} order by place`.execute(db)
  return rows.map(({ cells }) => cells)
}

/** What is shown on a day, and with `all` what was shown before. */
export const publications = query({
  name: 'publicity.publications',
  input: z.strictObject({
    asOf: isoDate.optional(),
    past: z.stringbool().or(z.boolean()).default(false),
  }),
  output: z.object({
    asOf: z.string(),
    rows: z.array(publicationShape.extend({ lines: z.number() })),
  }),
  async run({ db, today }, { asOf = today, past }) {
    const { rows } = await sql<Publication & { lines: number }>`select ${COLUMNS},
        (select count(*)::int from publication_line l where l.publication_id = p.id) as lines
      from publication p left join publication_withdrawal w on w.publication_id = p.id
      where ${past ? sql`lower(p.shown) <= ${asOf}::date` : shownOn(asOf)}
      order by lower(p.shown) desc, p.id desc`.execute(db)
    return { asOf, rows: rows.filter(({ lines }) => lines > 0) }
  },
})

export const publication = query({
  name: 'publicity.publication',
  input: z.strictObject({ id: wholeNumber }),
  output: publicationShape.extend({ lines: z.array(z.array(z.string())) }),
  async run({ db }, { id }) {
    const { rows } = await sql<Publication>`select ${COLUMNS} from publication p
      left join publication_withdrawal w on w.publication_id = p.id where p.id = ${id}`.execute(db)
    const lines = await linesOf(db, id)
    const [found] = rows
    if (!found || lines.length === 0)
      throw new Refusal(
        'not_found',
        'Không có nội dung công khai này trong phạm vi của anh, chị. Hãy chọn lại trong danh sách.',
      )
    return { ...found, lines }
  },
})
