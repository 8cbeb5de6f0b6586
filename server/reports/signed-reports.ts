import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command, fileAnswer, query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { tidy } from '#server/kernel/text.ts'
import { formFile } from './form-file.ts'
import { type FormTable, formTable, tableShape } from './form-table.ts'
import { formOn } from './forms.ts'

const written = (field: string, most: number) =>
  z
    .string()
    .transform(tidy)
    .pipe(z.string().min(1, `Hãy ghi ${field}.`).max(most, `${field} dài quá ${most} ký tự.`))

/** Freezes a form as it stands now: number, day, signer, content and file. */
export const signReport = command({
  name: 'reports.sign',
  input: z.strictObject({
    form: z.string(),
    asOf: isoDate,
    unitId: wholeNumber.optional(),
    reportNo: written('số báo cáo', 60),
    signedOn: isoDate,
    signer: written('người ký', 120),
  }),
  output: z.object({ id: z.number(), failedChecks: z.number() }),
  about: (_, { id }) => ({ caseRef: `signed_report:${id}` }),
  async run(ctx, { form, asOf, unitId, reportNo, signedOn, signer }) {
    if (signedOn > ctx.today)
      throw new Refusal('invalid', 'Ngày ký ở tương lai. Hãy chốt biểu vào ngày ký.')
    if (asOf > signedOn)
      throw new Refusal('invalid', 'Số liệu phải đến ngày ký hoặc trước đó. Hãy chọn lại ngày.')
    const table = await formTable(ctx, await formOn(ctx, asOf, form), unitId)
    const file = await formFile(table, ctx.province.name)
    const sha256 = createHash('sha256').update(file.bytes).digest('hex')
    const { rows } = await sql<{ id: number }>`
      insert into signed_report (form, form_number, title, as_of, unit_id, unit_name, report_no,
        signed_on, signer, content, file_name, file, sha256, account_name)
      values (${table.form}, ${table.number}, ${table.title}, ${asOf}::date, ${table.place.unitId},
        ${table.place.name}, ${reportNo}, ${signedOn}::date, ${signer}, ${JSON.stringify(table)}::jsonb,
        ${file.fileName}, decode(${Buffer.from(file.bytes).toString('base64')}, 'base64'), ${sha256},
        ${ctx.actor.name})
      on conflict do nothing returning id`.execute(ctx.db)
    const [signed] = rows
    if (!signed)
      throw new Refusal(
        'conflict',
        `Biểu ${table.number} số ${reportNo} ngày này đã được chốt. Biểu đã ký không sửa được; hãy dùng số khác.`,
      )
    return { id: signed.id, failedChecks: table.checks.filter(({ ok }) => !ok).length }
  },
})

const headShape = z.object({
  id: z.number(),
  form: z.string(),
  formNumber: z.string(),
  title: z.string(),
  asOf: z.string(),
  unitName: z.string(),
  reportNo: z.string(),
  signedOn: z.string(),
  signer: z.string(),
  account: z.string(),
  sha256: z.string(),
})

const HEAD = sql`id, form, form_number as "formNumber", title, as_of::text as "asOf",
  unit_name as "unitName", report_no as "reportNo", signed_on::text as "signedOn", signer,
  account_name as account, sha256`

export const signedReports = query({
  name: 'reports.signed_list',
  input: z.strictObject({ form: z.string().optional() }),
  output: z.array(headShape),
  async run(ctx, { form }) {
    const { rows } = await sql<z.input<typeof headShape>>`select ${HEAD} from signed_report
      ${form ? sql`where form = ${form}` : sql``} order by signed_on desc, id desc`.execute(ctx.db)
    return rows
  },
})

/** What was signed, beside the same count over the records of today: what has been recorded since. */
export const signedReport = query({
  name: 'reports.signed',
  input: z.strictObject({ id: wholeNumber }),
  output: headShape.extend({
    table: tableShape,
    differences: z.array(
      z.object({
        row: z.string(),
        column: z.string(),
        signed: z.number().nullable(),
        now: z.number().nullable(),
      }),
    ),
  }),
  async run(ctx, { id }) {
    const { rows } = await sql<z.input<typeof headShape> & { content: FormTable; unitId: number }>`
      select ${HEAD}, content, unit_id as "unitId" from signed_report where id = ${id}`.execute(
      ctx.db,
    )
    const [found] = rows
    if (!found) throw notThere()
    const { content: table, unitId, ...head } = found
    const now = await formTable(ctx, await formOn(ctx, head.asOf, head.form), unitId)
    return { ...head, table, differences: differences(table, now) }
  },
})

export const signedFile = query({
  name: 'reports.signed_file',
  records: 'export',
  input: z.strictObject({ id: wholeNumber }),
  output: fileAnswer,
  about: ({ id }) => ({ caseRef: `signed_report:${id}` }),
  async run(ctx, { id }) {
    const { file, name } = await storedFile(ctx, id)
    return {
      fileName: name,
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: new Uint8Array(Buffer.from(file, 'base64')),
    }
  },
})

async function storedFile({ db }: Context, id: number): Promise<{ file: string; name: string }> {
  const { rows } = await sql<{ file: string; name: string }>`
    select encode(file, 'base64') as file, file_name as name from signed_report
    where id = ${id}`.execute(db)
  if (!rows[0]) throw notThere()
  return rows[0]
}

const notThere = () =>
  new Refusal(
    'not_found',
    'Không có biểu đã ký này, hoặc biểu của đơn vị khác. Hãy tải lại danh sách.',
  )

/** Cells by the names of their row and column: a unit that ended or appeared is a difference too. */
function differences(signed: FormTable, now: FormTable) {
  const before = byPlace(signed)
  const after = byPlace(now)
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((place) => {
    const [row = '', column = ''] = place.split('\u0000')
    const values = { signed: before.get(place) ?? null, now: after.get(place) ?? null }
    return (values.signed ?? 0) === (values.now ?? 0) ? [] : [{ row, column, ...values }]
  })
}

const byPlace = ({ rows, totals, columns }: FormTable) =>
  new Map(
    [{ label: 'Tổng số', cells: totals }, ...rows].flatMap(({ label, cells }) =>
      columns.map(({ no }, index) => [`${label}\u0000${no}`, cells[index]?.value ?? null] as const),
    ),
  )
