import { sql } from 'kysely'
import { z } from 'zod'
import { type CodeList, labelOf } from '#server/kernel/code-list.ts'
import type { Context } from '#server/kernel/context.ts'
import { insertRows } from '#server/kernel/database.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command, query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { type Alias, type Decision, NEW, writtenKey } from './decisions.ts'
import { FIELDS, type FieldName, fieldOf, targets } from './fields.ts'

/** All aliases of the province, earliest first: of the same words the latest holds. */
export const aliasesOf = ({ db }: Context): Promise<Alias[]> =>
  db
    .selectFrom('import_alias')
    .select([
      'id',
      'field',
      'written',
      'written_key',
      'means',
      'unit_id',
      'account_name',
      'decided_on',
    ])
    .orderBy('id')
    .execute()

const aliasShape = z.object({
  id: z.number(),
  field: z.string(),
  written: z.string(),
  means: z.string().nullable(),
  by: z.string(),
  on: z.string(),
})

/** What lists write and what it was decided to mean, latest first. */
export const importAliases = query({
  name: 'cadres.import_aliases',
  input: z.object({}),
  output: z.array(aliasShape),
  async run(ctx) {
    const { rows } = await sql<Alias & { unit: string | null }>`
      select distinct on (a.field, a.written_key) a.*, a.decided_on::text, n.name as unit
      from import_alias a
      left join unit_name n on n.unit_id = a.unit_id and n.during @> ${ctx.today}::date
      order by a.field, a.written_key, a.id desc`.execute(ctx.db)
    return rows
      .toSorted((a, b) => b.id - a.id)
      .map((alias) => ({
        id: alias.id,
        field: fieldLabel(alias.field),
        written: alias.written,
        means: alias.unit ?? meant(alias),
        by: alias.account_name,
        on: alias.decided_on,
      }))
  },
})

export const fieldLabel = (field: string): string =>
  field in FIELDS ? fieldOf(field as FieldName).label : 'Tiêu đề cột'

const HEADINGS: CodeList = Object.fromEntries(targets.map(({ name, label }) => [name, { label }]))

const meant = ({ field, means }: Alias): string | null =>
  field === 'heading' ? labelOf(HEADINGS, means) : means

/** Forgets what a written value meant; lists already imported keep what they wrote. */
export const removeImportAlias = command({
  name: 'cadres.remove_import_alias',
  input: z.object({ aliasId: wholeNumber }),
  output: z.object({ removed: z.number() }),
  async run({ db }, { aliasId }) {
    const alias = await db
      .selectFrom('import_alias')
      .select(['field', 'written_key'])
      .where('id', '=', aliasId)
      .executeTakeFirst()
    if (!alias) throw new Refusal('not_found', 'Cách hiểu này không còn; có thể đã được xóa.')
    const { numDeletedRows } = await db
      .deleteFrom('import_alias')
      .where('field', '=', alias.field)
      .where('written_key', '=', alias.written_key)
      .executeTakeFirst()
    if (numDeletedRows === 0n) {
      throw new Refusal(
        'forbidden',
        'Cách hiểu này do tài khoản khác chốt. Hãy nhờ người đó hoặc cán bộ cấp tỉnh xóa.',
      )
    }
    return { removed: Number(numDeletedRows) }
  },
})

/** Keeps what was decided in an import, except for single rows and units that came with the list. */
export async function keepAliases(
  ctx: Context,
  decisions: readonly Decision[],
  headings: readonly { heading: string; target: string | null }[],
  importId: number,
): Promise<void> {
  const own = { account_name: ctx.actor.name, decided_on: ctx.today, import_id: importId }
  const values = decisions
    .filter(({ at, remember, to }) => at === undefined && remember && to !== NEW)
    .map(({ field, text, to }) => ({
      field,
      written: text,
      written_key: writtenKey(text),
      means: field === 'unit' ? null : to,
      unit_id: field === 'unit' && to !== null ? Number(to) : null,
      ...own,
    }))
  const columns = headings.map(({ heading, target }) => ({
    field: 'heading',
    written: heading,
    written_key: heading,
    means: target,
    unit_id: null,
    ...own,
  }))
  await insertRows(ctx.db, 'import_alias', [...values, ...columns])
}
