import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { command, fileAnswer, query, receivedFile } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { fillWord, tagsOfWord } from '#server/office/word.ts'
import { type Layout, layoutOf, TEMPLATES } from './layout.ts'
import type { PaperValues } from './said-tags.ts'
import { checkTags } from './tags.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

interface Own {
  fileName: string
  by: string
  at: string
}

/** The templates the province put in the place of the house's, by paper. */
export async function templatesOfProvince({ db }: Context): Promise<Map<string, Own>> {
  const { rows } = await sql<Own & { paper: string }>`
    select * from (select distinct on (paper) paper, file_name as "fileName", account_name as by,
        to_char(created_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as at
      from paper_template order by paper, id desc) last
    where "fileName" is not null`.execute(db)
  return new Map(rows.map(({ paper, ...own }) => [paper, own]))
}

/** The Word template of a paper: the province's, else the house's. */
export async function templateOf(
  { db }: Context,
  { paper }: Layout,
): Promise<{ fileName: string; bytes: Uint8Array }> {
  const { rows } = await sql<{ name: string | null; file: string | null }>`
    select file_name as name, encode(file, 'base64') as file from paper_template
    where paper = ${paper} order by id desc limit 1`.execute(db)
  const [own] = rows
  if (own?.name && own.file)
    return { fileName: own.name, bytes: new Uint8Array(Buffer.from(own.file, 'base64')) }
  const fileName = `${paper}.docx`
  return { fileName, bytes: new Uint8Array(readFileSync(join(TEMPLATES, fileName))) }
}

/** The paper in Word, by the template in force; whoever asks knows a value for every tag. */
export async function filledTemplate(
  ctx: Context,
  layout: Layout,
  values: PaperValues,
): Promise<Uint8Array> {
  const { bytes } = await templateOf(ctx, layout)
  checkTags(await tagsOfWord(bytes), layout.about)
  return fillWord(bytes, values)
}

/** The template as it is, to be edited in Word. */
export const paperTemplate = query({
  name: 'reports.paper_template',
  records: 'export',
  input: z.strictObject({ paper: z.string() }),
  output: fileAnswer,
  run: async (ctx, { paper }) => ({
    ...(await templateOf(ctx, layoutOf(paper))),
    mediaType: DOCX,
  }),
})

/** The province's own template: every tag is checked before anybody prints with it. */
export const setTemplate = command({
  name: 'reports.set_template',
  input: z.strictObject({ paper: z.string(), file: receivedFile }),
  output: z.object({ id: z.number(), tags: z.number() }),
  about: (_, { id }) => ({ caseRef: `paper_template:${id}` }),
  async run(ctx, { paper, file }) {
    const layout = layoutOf(paper)
    const tags = await tagsOfWord(file.bytes)
    if (tags.length === 0)
      throw new Refusal(
        'invalid',
        'Mẫu này không có thẻ nào, ví dụ {identity.full_name}. Hãy tải mẫu đang dùng về, sửa rồi gửi lại.',
      )
    checkTags(tags, layout.about)
    const sha256 = createHash('sha256').update(file.bytes).digest('hex')
    const { id } = await ctx.db
      .insertInto('paper_template')
      .values({
        ...{ paper: layout.paper, file_name: file.name, sha256, account_name: ctx.actor.name },
        file: Buffer.from(file.bytes),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { id, tags: tags.length }
  },
})

export const resetTemplate = command({
  name: 'reports.reset_template',
  input: z.strictObject({ paper: z.string() }),
  output: z.object({ id: z.number() }),
  about: (_, { id }) => ({ caseRef: `paper_template:${id}` }),
  async run(ctx, { paper }) {
    const layout = layoutOf(paper)
    if (!(await templatesOfProvince(ctx)).has(layout.paper))
      throw new Refusal('conflict', `“${layout.name}” đang dùng mẫu chung, không có gì để bỏ.`)
    return ctx.db
      .insertInto('paper_template')
      .values({ paper: layout.paper, account_name: ctx.actor.name })
      .returning('id')
      .executeTakeFirstOrThrow()
  },
})
