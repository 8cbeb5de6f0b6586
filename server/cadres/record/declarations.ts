import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { accessTo } from '#server/access/column-groups.ts'
import type { Context } from '#server/kernel/context.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { query } from '#server/kernel/operation.ts'
import { openGroup } from '../restricted.ts'
import { noDeclaration } from './decide.ts'
import { SECTIONS, type SectionCode } from './dictionary.ts'
import { reasonOfLook } from './restricted-groups.ts'
import { factForReading, type Values } from './rows.ts'
import { textsOf } from './wording.ts'

const text = z.string().nullable()
const STATES = [
  'waiting_unit',
  'waiting_managing_body',
  'approved',
  'returned',
  'withdrawn',
] as const

const summary = {
  id: z.number(),
  cadreId: z.number(),
  fullName: z.string(),
  unitName: text,
  declaredAt: z.string(),
  roundId: z.number().nullable(),
  note: text,
}

const counts = Object.fromEntries(STATES.map((state) => [state, z.number()])) as Record<
  (typeof STATES)[number],
  z.ZodNumber
>

/** Declarations in sight, newest first; with `waiting` those that still need somebody. */
export const declarations = query({
  name: 'cadres.declarations',
  input: z.strictObject({
    id: wholeNumber.optional(),
    waiting: z.enum(['unit', 'managing_body', 'any']).optional(),
    offset: wholeNumber.default(0),
    limit: wholeNumber.refine((rows) => rows <= 200).default(50),
  }),
  output: z.object({
    total: z.number(),
    rows: z.array(
      z.object({ ...summary, sections: z.array(z.string()), states: z.object(counts) }),
    ),
  }),
  async run({ db, today }, { id = null, waiting, offset, limit }) {
    const { rows } = await sql<Listed>`select ${summaryOf(today)},
        s.sections, s.states, count(*) over () as total
      from declaration d join cadre c on c.id = d.cadre_id
      left join unit_name n on n.unit_id = c.unit_id and n.during @> ${today}::date
      join lateral (select coalesce(array_agg(distinct section), '{}') as sections,
          jsonb_build_object(${sql.join(STATES.flatMap((state) => [sql`${state}::text`, sql`count(*) filter (where state = ${state})`]))}) as states,
          bool_or(state = 'waiting_unit') as unit,
          bool_or(state = 'waiting_managing_body') as managing_body
        from declaration_item where declaration_id = d.id) s on true
      where (${id}::integer is null or d.cadre_id = ${id}::integer) and ${stillWaiting(waiting)}
      order by d.id desc limit ${limit} offset ${offset}`.execute(db)
    return {
      total: rows[0]?.total ?? 0,
      rows: rows.map((row) => ({
        ...row,
        sections: row.sections.map((code) => SECTIONS[code].label),
      })),
    }
  },
})

interface Listed {
  id: number
  cadreId: number
  fullName: string
  unitName: string | null
  declaredAt: string
  roundId: number | null
  note: string | null
  sections: SectionCode[]
  states: Record<(typeof STATES)[number], number>
  total: number
}

const stillWaiting = (waiting?: 'unit' | 'managing_body' | 'any'): RawBuilder<unknown> => {
  if (waiting === undefined) return sql`true`
  return waiting === 'any' ? sql`(s.unit or s.managing_body)` : sql`s.${sql.id(waiting)}`
}

const summaryOf = (today: string) => sql`d.id, d.cadre_id as "cadreId", c.full_name as "fullName",
  n.name as "unitName", d.round_id as "roundId", d.note, ${today}::text as "asked",
  to_char(d.declared_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "declaredAt"`

const itemShape = z.object({
  id: z.number(),
  section: z.string(),
  label: z.string(),
  act: z.enum(['add', 'correct', 'end']),
  rowId: z.number().nullable(),
  state: z.enum(STATES),
  needsManagingBody: z.boolean(),
  unitDecidedBy: text,
  decidedBy: text,
  returnReason: text,
  documentId: z.number().nullable(),
  /** The reader has no grant for the group of this section. */
  hidden: z.boolean(),
  /** Field by field: what the person saw, what is declared, and what the record says now. */
  fields: z.array(
    z.object({ name: z.string(), label: z.string(), before: text, declared: text, stored: text }),
  ),
})

/** One declaration with its values; a look that stays in the log. */
export const declaration = query({
  name: 'cadres.declaration',
  records: 'view',
  input: z.strictObject({ declarationId: wholeNumber, reason: reasonOfLook }),
  output: z.object({ ...summary, items: z.array(itemShape) }),
  about: ({ declarationId }, { cadreId }) => ({ cadreId, caseRef: `declaration:${declarationId}` }),
  async run(ctx, { declarationId, reason }) {
    const { rows } = await sql<Listed>`select ${summaryOf(ctx.today)}
      from declaration d join cadre c on c.id = d.cadre_id
      left join unit_name n on n.unit_id = c.unit_id and n.during @> ${ctx.today}::date
      where d.id = ${declarationId}`.execute(ctx.db)
    const [found] = rows
    if (!found) throw noDeclaration()
    const { rows: stored } = await sql<Stored>`select id, section, act, row_id as "rowId", before,
        proposed, state, needs_managing_body as "needsManagingBody",
        unit_decided_by as "unitDecidedBy", decided_by as "decidedBy",
        return_reason as "returnReason", document_id as "documentId"
      from declaration_item where declaration_id = ${declarationId} order by id`.execute(ctx.db)
    const items = []
    for (const item of stored) items.push(await itemOf(ctx, found.cadreId, item, reason))
    return { ...found, items }
  },
})

interface Stored
  extends Omit<z.output<typeof itemShape>, 'label' | 'hidden' | 'fields' | 'section'> {
  section: SectionCode
  before: Values
  proposed: Values
}

async function itemOf(
  ctx: Context,
  cadreId: number,
  { before, proposed, ...item }: Stored,
  reason: string,
): Promise<z.output<typeof itemShape>> {
  const { label, columns, restricted } = SECTIONS[item.section]
  const access = restricted ? (await accessTo(ctx, restricted, cadreId)).access : 'granted'
  if (access === 'none') return { ...item, returnReason: null, label, hidden: true, fields: [] }
  if (restricted) await openGroup(ctx, restricted, cadreId, reason)
  const now = item.rowId === null ? {} : await storedNow(ctx, item.section, cadreId, item.rowId)
  const facts = [
    { values: { ...now, ...before } },
    { values: { ...now, ...proposed } },
    { values: now },
  ]
  const [seen = {}, declared = {}, kept = {}] = await textsOf(
    ctx.db,
    item.section,
    facts,
    ctx.today,
  )
  const fields = Object.keys(proposed).map((name) => ({
    name,
    label: columns[name]?.label ?? name,
    before: seen[name] ?? null,
    declared: declared[name] ?? null,
    stored: kept[name] ?? null,
  }))
  return { ...item, label, hidden: false, fields }
}

async function storedNow(ctx: Context, section: SectionCode, cadreId: number, rowId: number) {
  return (await factForReading(ctx.db, section, cadreId, rowId))?.values ?? {}
}
