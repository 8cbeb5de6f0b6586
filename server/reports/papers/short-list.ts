import { sql } from 'kysely'
import { z } from 'zod'
import { SEXES } from '#server/cadres/code-lists.ts'
import { type RosterRow, rosterRows } from '#server/cadres/roster-rows.ts'
import { labelOf } from '#server/kernel/code-list.ts'
import type { Context } from '#server/kernel/context.ts'
import { inVietnamese, isoDate } from '#server/kernel/dates.ts'
import { codeOf, wholeNumber } from '#server/kernel/inputs.ts'
import { fileAnswer, query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { writeWorkbook } from '#server/office/workbook.ts'
import { placeOf } from '../form-table.ts'
import { paperAsPdf } from './filled-layout.ts'
import { type Layout, layoutOf, tablesOf } from './layout.ts'
import { FORMATS } from './paper.ts'
import { BLANK, type PaperValues, type Row } from './said-tags.ts'
import { filledTemplate } from './templates.ts'
import { paperHead, unitOf } from './values.ts'

const LIST_FORMATS = {
  ...FORMATS,
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** A list is for a meeting; the whole province as a file is the list of people (cadres.export). */
const MOST = 500

/** One line a person: of chosen people in their order, else of who serves in a unit that day. */
export const shortList = query({
  name: 'reports.short_list',
  records: 'export',
  input: z.strictObject({
    format: codeOf(LIST_FORMATS),
    asOf: isoDate.optional(),
    unitId: wholeNumber.optional(),
    ids: z.array(wholeNumber).max(MOST, `Danh sách tối đa ${MOST} người.`).optional(),
  }),
  output: fileAnswer,
  about: ({ ids }) => (ids?.length === 1 ? { cadreId: ids[0] ?? null } : {}),
  async run(ctx, { format, asOf = ctx.today, unitId, ids }) {
    const layout = layoutOf('trich-ngang')
    const { place, inside } = await placeOf(ctx, asOf, unitId)
    const wanted = ids ?? (await serving(ctx, asOf, inside))
    const rows = await rosterRows(ctx.db, wanted, asOf)
    if (rows.length === 0)
      throw new Refusal(
        'not_found',
        'Không có ai để lập danh sách. Hãy chọn đơn vị hoặc ngày khác.',
      )
    if (rows.length < (ids?.length ?? 0))
      throw new Refusal('not_found', 'Có hồ sơ không tìm thấy hoặc do đơn vị khác quản lý.')
    const values: PaperValues = {
      ...paperHead(ctx, asOf),
      unit: place.parentId === null ? 'Toàn tỉnh' : place.name,
      count: String(rows.length),
      people: rows.map(lineOf),
    }
    const bytes = await drawn(ctx, layout, format, values)
    return { fileName: `trich-ngang ${asOf}.${format}`, mediaType: LIST_FORMATS[format], bytes }
  },
})

async function serving(ctx: Context, asOf: string, inside: ReadonlySet<number>) {
  const { rows } = await sql<{ id: number }>`select c.id from cadre c
    join tenure t on t.cadre_id = c.id and t.holding = 'main' and t.during @> ${asOf}::date
    join unit u on u.id = t.unit_id left join job_title j on j.code =
      (select title_code from post where id = t.post_id)
    where t.unit_id = any(${[...inside]}::integer[])
    order by u.tree_from, j.sort_order nulls last, c.name_key limit ${MOST + 1}`.execute(ctx.db)
  if (rows.length > MOST)
    throw new Refusal(
      'invalid',
      `Đơn vị này có hơn ${MOST} người. Hãy chọn đơn vị nhỏ hơn; danh sách cả tỉnh thì xuất ở “Hồ sơ cán bộ”.`,
    )
  return rows.map(({ id }) => id)
}

function lineOf(row: RosterRow, place: number): Row {
  return {
    no: String(place + 1),
    record_no: row.recordNo,
    full_name: row.fullName,
    born: row.born ?? BLANK,
    sex: labelOf(SEXES, row.sex) ?? BLANK,
    ethnicity: row.ethnicity ?? BLANK,
    post: [row.title, unitOf(row)].filter(Boolean).join(', ') || BLANK,
    since: row.since ? inVietnamese(row.since) : BLANK,
    party_since: row.partySince ? inVietnamese(row.partySince) : '',
    degree: [row.degree, row.field].filter(Boolean).join(', ') || BLANK,
    political_theory: row.politicalTheory ?? BLANK,
    state_management: row.stateManagement ?? BLANK,
    grade: row.grade ?? BLANK,
  }
}

async function drawn(
  ctx: Context,
  layout: Layout,
  format: keyof typeof LIST_FORMATS,
  values: PaperValues,
): Promise<Uint8Array> {
  if (format === 'pdf') return paperAsPdf(layout, values, null)
  if (format === 'xlsx') return asWorkbook(layout, values)
  return filledTemplate(ctx, layout, values)
}

function asWorkbook(layout: Layout, values: PaperValues): Promise<Uint8Array> {
  const columns = tablesOf(layout).flatMap((table) => table.columns)
  const rows = Array.isArray(values.people) ? values.people : []
  return writeWorkbook([
    {
      name: 'Trích ngang',
      title: [
        `${layout.title} — ${values.unit}, ${values.province}`,
        `Số liệu đến ngày ${values.as_of} · ${values.count} người`,
      ],
      columns: columns.map(([header, , width]) => ({ header, width: Math.max(6, width * 1.2) })),
      rows: rows.map((row) =>
        columns.map(([, tag]) => (tag === 'no' ? Number(row[tag]) : (row[tag] ?? ''))),
      ),
    },
  ])
}
