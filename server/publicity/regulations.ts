import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command, fileAnswer, query, receivedFile } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { fileRegulation as keep } from '#server/organisation/regulations.ts'
import { nameOn } from './agencies.ts'
import { type Asks, regulationsAsked } from './regulations-asked.ts'

const id = wholeNumber

const held = z.object({
  kind: z.string(),
  documentId: z.number(),
  number: z.string().nullable(),
  title: z.string(),
  issuedOn: z.string(),
  signedBy: z.string().nullable(),
  hasFile: z.boolean(),
})

interface UnitRow {
  unitId: number
  unit: string
  kind: string
  held: z.output<typeof held>[]
}

/** Each agency against the regulations it must have: what is there, what is missing, who has none. */
export const regulations = query({
  name: 'publicity.regulations',
  input: z.strictObject({ asOf: isoDate.optional() }),
  output: z.object({
    asOf: z.string(),
    asked: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        cite: z.string(),
        directive: z.string(),
        must: z.number(),
        have: z.number(),
      }),
    ),
    rows: z.array(
      z.object({
        unitId: z.number(),
        unit: z.string(),
        held: z.array(held),
        missing: z.array(z.string()),
        mayFile: z.boolean(),
      }),
    ),
  }),
  async run(ctx, { asOf = ctx.today }) {
    const asked = await regulationsAsked(ctx, asOf)
    const units = await unitsAsked(ctx, asked, asOf)
    const rows = units.map(({ kind, ...row }) => ({
      ...row,
      missing: asked
        .filter(
          ({ id: one, kinds }) => asks(kinds, kind) && !row.held.some((has) => has.kind === one),
        )
        .map((one) => one.id),
      mayFile: isOwn(ctx, row.unitId),
    }))
    return {
      asOf,
      asked: asked.map(({ id: one, label, cite, directive, kinds }) => {
        const must = units.filter(({ kind }) => asks(kinds, kind))
        const have = must.filter((row) => row.held.some((has) => has.kind === one)).length
        return { id: one, label, cite, directive, must: must.length, have }
      }),
      rows: rows.toSorted((a, b) => b.missing.length - a.missing.length),
    }
  },
})

const asks = (kinds: readonly string[], kind: string): boolean => kinds.includes(kind)

async function unitsAsked(
  { db }: Context,
  asked: readonly Asks[],
  asOf: string,
): Promise<UnitRow[]> {
  const kinds = [...new Set(asked.flatMap((one) => one.kinds))]
  const { rows } = await sql<UnitRow>`
    select u.id as "unitId", ${nameOn(sql`u.id`, asOf)} as unit, u.kind,
      coalesce((select jsonb_agg(jsonb_build_object('kind', d.kind, 'documentId', d.id,
          'number', d.number, 'title', d.title, 'issuedOn', d.issued_on, 'signedBy', d.signed_by,
          'hasFile', exists (select from unit_document_file f where f.document_id = d.id))
          order by d.issued_on)
        from unit_document d where d.unit_id = u.id and d.kind = any(${asked.map((one) => one.id)}::text[])
          and d.issued_on <= ${asOf}::date
          and (d.ended_on is null or d.ended_on > ${asOf}::date)), '[]') as held
    from unit u where u.during @> ${asOf}::date and u.kind = any(${kinds}::text[])
    order by u.tree_from`.execute(db)
  return rows
}

/** Filed by the agency itself or by the province; the one before it ends that day. */
export const fileRegulation = command({
  name: 'publicity.file_regulation',
  input: z.strictObject({
    unitId: id,
    kind: z.string().min(1),
    number: z.string().trim().min(1, 'Hãy ghi số quyết định ban hành.').max(100),
    title: z.string().trim().min(5, 'Hãy ghi tên quy chế.').max(500),
    signedBy: z.string().trim().min(1, 'Hãy ghi người ký.').max(200),
    issuedOn: isoDate,
    file: receivedFile.optional(),
  }),
  output: z.object({ id: z.number() }),
  about: (_, { id: document }) => ({ caseRef: `unit_document:${document}` }),
  async run(ctx, regulation) {
    const { unitId, kind, issuedOn, number } = regulation
    const today = ctx.province.looks_at ?? ctx.today
    if (issuedOn > today) throw new Refusal('invalid', 'Ngày ban hành không thể ở sau hôm nay.')
    if (!isOwn(ctx, unitId))
      throw new Refusal(
        'forbidden',
        'Đơn vị chỉ gửi quy chế của mình. Hãy để cơ quan ban hành hoặc cán bộ tỉnh gửi.',
      )
    const [unit] = await unitsAsked(ctx, await regulationsAsked(ctx, today), today).then((units) =>
      units.filter((row) => row.unitId === unitId),
    )
    const known = (await regulationsAsked(ctx, today)).find((one) => one.id === kind)
    if (!unit || !known || !asks(known.kinds, unit.kind))
      throw new Refusal('against_rule', 'Không văn bản nào yêu cầu đơn vị này ban hành quy chế đó.')
    if (unit.held.some((has) => has.kind === kind && has.number === number))
      throw new Refusal(
        'conflict',
        `Quy chế số ${number} của đơn vị đã có trong sổ. Chưa ghi thêm.`,
      )
    return { id: await keep(ctx.db, regulation) }
  },
})

/** The text of a regulation: open to everybody inside, which is what the law asks of it. */
export const regulationFile = query({
  name: 'publicity.regulation_file',
  records: 'export',
  input: z.strictObject({ documentId: id }),
  output: fileAnswer,
  async run({ db }, { documentId }) {
    const { rows } = await sql<{ fileName: string; bytes: Uint8Array }>`
      select file_name as "fileName", content as bytes from unit_document_file
      where document_id = ${documentId}`.execute(db)
    const [found] = rows
    if (!found)
      throw new Refusal('not_found', 'Quy chế này chưa có tệp. Hãy hỏi cơ quan đã ban hành.')
    return { ...found, bytes: new Uint8Array(found.bytes), mediaType: 'application/octet-stream' }
  },
})

/** The whole province, the own unit, and whatever lies inside it. */
function isOwn({ actor }: Context, unitId: number): boolean {
  return actor.scope === null || actor.unitId === unitId
}
