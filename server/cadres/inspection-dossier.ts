import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { z } from 'zod'
import { chainFile, entryLines, entryRows } from '#server/audit/export.ts'
import { mustSeeWholeChain } from '#server/audit/verify.ts'
import type { Context } from '#server/kernel/context.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { caseReference, wholeNumber } from '#server/kernel/inputs.ts'
import { fileAnswer, query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { tidy } from '#server/kernel/text.ts'
import { writeWorkbook } from '#server/office/workbook.ts'
import { bytesOf, zipped } from '#server/office/zip-file.ts'
import { cadreFile } from './file.ts'
import { readmeOf } from './inspection-readme.ts'
import { logSheet, peopleSheet, recordSheets } from './inspection-sheets.ts'
import { aboutPerson, inWords } from './record-log.ts'
import { LEAST_REASON } from './restricted.ts'

const ROOT = join(import.meta.dirname, '../..')

type Files = Record<string, string | Uint8Array>

/** All an inspection team takes along about a person or a case, and what proves that it is whole. */
export const inspectionDossier = query({
  name: 'audit.dossier',
  records: 'export',
  input: z
    .strictObject({
      cadreId: wholeNumber.optional(),
      caseRef: caseReference.optional(),
      asOf: isoDate.optional(),
      reason: z
        .string()
        .max(500, 'Lý do dài quá 500 ký tự.')
        .transform(tidy)
        .refine((reason) => reason.length >= LEAST_REASON, {
          error: `Hãy ghi lý do xuất, ít nhất ${LEAST_REASON} ký tự, ví dụ: “kiểm tra theo kế hoạch năm”. Lý do được lưu vào nhật ký.`,
        }),
    })
    .refine(({ cadreId, caseRef }) => (cadreId === undefined) !== (caseRef === undefined), {
      error: 'Hãy chọn một cán bộ, hoặc một vụ việc.',
    }),
  output: fileAnswer,
  about: ({ cadreId, caseRef }) => ({ cadreId, caseRef }),
  async run(ctx, { cadreId, caseRef, asOf = ctx.today, reason }) {
    mustSeeWholeChain(ctx)
    const subject = cadreId === undefined ? `${caseRef}` : `person:${cadreId}`
    const files: Files = {
      ...(cadreId === undefined
        ? await filesOfCase(ctx, subject)
        : await filesOfPerson(ctx, cadreId, asOf)),
      'nhat-ky-toan-chuoi.ndjson': await chainFile(ctx),
      'verify-audit.mjs': readFileSync(join(ROOT, 'tools/verify-audit.mjs')),
      'audit-format.md': readFileSync(join(ROOT, 'docs/audit-format.md')),
    }
    const hashes = Object.entries(files).map(([path, content]) => ({
      path,
      sha256: createHash('sha256').update(bytesOf(content)).digest('hex'),
    }))
    const { province, actor, today } = ctx
    const readme = readmeOf({ province, actor, subject, asOf, today, reason, hashes })
    return {
      fileName: `ho-so-kiem-tra-${province.code}-${subject.replace(':', '-')}-${today}.zip`,
      mediaType: 'application/zip',
      bytes: await zipped({ 'DOC-TRUOC.txt': readme, ...files }),
    }
  },
})

async function filesOfPerson(ctx: Context, id: number, asOf: string): Promise<Files> {
  const file = await cadreFile(ctx, { id, asOf })
  return {
    'ho-so.json': `${JSON.stringify(file, null, 2)}\n`,
    'ho-so.xlsx': await writeWorkbook(recordSheets(file)),
    ...(await logFiles(await entryRows(ctx.db).where(aboutPerson(id)).execute())),
  }
}

/** The entries of a case, and the people it concerned as their records name them today. */
async function filesOfCase(ctx: Context, caseRef: string): Promise<Files> {
  const entries = await entryRows(ctx.db).where('case_ref', '=', caseRef).execute()
  if (entries.length === 0) {
    throw new Refusal(
      'not_found',
      `Nhật ký chưa có mục nào của vụ việc ${caseRef}. Hãy xem lại loại và số của vụ việc.`,
    )
  }
  const people = await peopleOf(ctx, caseRef)
  return {
    'vu-viec.json': `${JSON.stringify({ caseRef, people, entries: entries.length }, null, 2)}\n`,
    'nguoi-lien-quan.xlsx': await writeWorkbook([peopleSheet(caseRef, people)]),
    ...(await logFiles(entries)),
  }
}

async function logFiles(entries: Awaited<ReturnType<typeof loggedRows>>): Promise<Files> {
  const worded = entries.map(({ actor_name: who, actor_position: position, ...entry }) =>
    inWords({ ...entry, who, position, act: entry.act as 'change' }),
  )
  return {
    'nhat-ky-lien-quan.ndjson': entryLines(entries),
    'nhat-ky-lien-quan.xlsx': await writeWorkbook([logSheet(worded)]),
  }
}

const loggedRows = (ctx: Context) => entryRows(ctx.db).execute()

export interface PersonOfCase {
  cadreId: number
  recordNo: string
  fullName: string
}

async function peopleOf({ db }: Context, caseRef: string): Promise<PersonOfCase[]> {
  const { rows } = await sql<PersonOfCase>`
    select id as "cadreId", record_no as "recordNo", full_name as "fullName" from cadre
    where id in (select cadre_id from audit_entry where case_ref = ${caseRef})
      or id in (select cadre_id from import_row where 'import:' || import_id = ${caseRef})
    order by id`.execute(db)
  return rows
}
