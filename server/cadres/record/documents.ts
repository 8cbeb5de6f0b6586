import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { codeOf, wholeNumber } from '#server/kernel/inputs.ts'
import { command, fileAnswer, query, receivedFile } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { tidy } from '#server/kernel/text.ts'
import { mustBeInSight, openGroup } from '../restricted.ts'
import { SECTIONS, type SectionCode } from './dictionary.ts'
import { mayAttach } from './may-write.ts'
import { reasonOfLook } from './restricted-groups.ts'
import { factForChange } from './rows.ts'

const LARGEST = 20 * 1024 * 1024

/** A scan, attached to the fact it proves or waiting for a declaration to name it. */
export const addDocument = command({
  name: 'cadres.add_document',
  input: z.strictObject({
    id: wholeNumber,
    section: codeOf(SECTIONS),
    rowId: wholeNumber.optional(),
    title: z.string().transform(tidy).pipe(z.string().min(3, 'Hãy ghi tên tài liệu.').max(200)),
    file: receivedFile,
  }),
  output: z.object({ documentId: z.number(), sha256: z.string() }),
  about: ({ id, section }) => ({
    cadreId: id,
    unlogged: SECTIONS[section].restricted ? ['title', 'name'] : [],
  }),
  async run(ctx, { id, section, rowId, title, file }) {
    await mustBeInSight(ctx, id)
    await mayAttach(ctx, section, id, rowId !== undefined)
    const media_type = mediaTypeOf(file.bytes)
    if (rowId !== undefined && !(await factForChange(ctx.db, section, id, rowId)))
      throw new Refusal('not_found', `Mục “${SECTIONS[section].label}” không có dòng này.`)
    const sha256 = createHash('sha256').update(file.bytes).digest('hex')
    await refuseTwice(ctx, { id, section, sha256 })
    const { id: documentId } = await ctx.db
      .insertInto('record_document')
      .values({
        cadre_id: id,
        section,
        row_id: rowId ?? null,
        title,
        file_name: file.name,
        media_type,
        size: file.bytes.byteLength,
        sha256,
        content: Buffer.from(file.bytes),
        account_name: ctx.actor.name,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { documentId, sha256 }
  },
})

/** What the first bytes say: a name can say anything. */
function mediaTypeOf(bytes: Uint8Array): string {
  if (bytes.byteLength > LARGEST)
    throw new Refusal('invalid', 'Bản quét lớn hơn 20 MB. Hãy giảm độ phân giải hoặc tách tệp.')
  const begins = (...marks: number[]) => marks.every((mark, place) => bytes[place] === mark)
  if (begins(0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf'
  if (begins(0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  throw new Refusal('invalid', 'Chỉ nhận bản quét PDF, JPEG hoặc PNG. Tệp này không phải.')
}

async function refuseTwice(
  { db }: Context,
  { id, section, sha256 }: { id: number; section: SectionCode; sha256: string },
): Promise<void> {
  const { rows } = await sql<{ title: string }>`select title from record_document
    where cadre_id = ${id} and section = ${section} and sha256 = ${sha256}`.execute(db)
  if (rows[0])
    throw new Refusal('conflict', `Tệp này đã có trong mục này với tên “${rows[0].title}”.`)
}

/** The scans of a record; those of restricted sections are named by their section only. */
export const documents = query({
  name: 'cadres.documents',
  input: z.strictObject({ id: wholeNumber }),
  output: z.object({
    documents: z.array(
      z.object({
        id: z.number(),
        section: z.string(),
        sectionLabel: z.string(),
        restricted: z.string().nullable(),
        rowId: z.number().nullable(),
        title: z.string().nullable(),
        mediaType: z.string(),
        size: z.number(),
        sha256: z.string(),
        by: z.string(),
        at: z.string(),
      }),
    ),
  }),
  async run(ctx, { id }) {
    await mustBeInSight(ctx, id)
    const { rows } = await sql<Listed>`select id, section, row_id as "rowId", title,
        media_type as "mediaType", size, sha256, account_name as by,
        to_char(received_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
      from record_document where cadre_id = ${id} order by id desc`.execute(ctx.db)
    const listed = rows.map((row) => {
      const { label, restricted = null } = SECTIONS[row.section]
      return { ...row, sectionLabel: label, restricted, title: restricted ? null : row.title }
    })
    return { documents: listed }
  },
})

interface Listed {
  id: number
  section: SectionCode
  rowId: number | null
  title: string
  mediaType: string
  size: number
  sha256: string
  by: string
  at: string
}

/** A scan leaves the house: recorded, and restricted with the group of its fact. */
export const documentFile = query({
  name: 'cadres.document_file',
  records: 'export',
  input: z.strictObject({ id: wholeNumber, documentId: wholeNumber, reason: reasonOfLook }),
  output: fileAnswer,
  about: ({ id }) => ({ cadreId: id }),
  async run(ctx, { id, documentId, reason }) {
    await mustBeInSight(ctx, id)
    const found = await ctx.db
      .selectFrom('record_document')
      .select(['section', 'file_name', 'media_type', 'content'])
      .where('id', '=', documentId)
      .where('cadre_id', '=', id)
      .executeTakeFirst()
    if (!found) throw new Refusal('not_found', `Hồ sơ này không có tài liệu số ${documentId}.`)
    const { restricted } = SECTIONS[found.section as SectionCode]
    if (restricted) await openGroup(ctx, restricted, id, reason)
    return {
      fileName: found.file_name,
      mediaType: found.media_type,
      bytes: new Uint8Array(found.content),
    }
  },
})
