import { sql } from 'kysely'
import { z } from 'zod'
import { labelOf } from '#server/kernel/code-list.ts'
import { inVietnamese, isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { fileAnswer, query } from '#server/kernel/operation.ts'
import { writeWorkbook } from '#server/office/workbook.ts'
import { EMPLOYMENT_KINDS } from '../code-lists.ts'
import { housesOn } from './houses.ts'
import { quotaTableOn } from './quotas.ts'

/** The names behind "used": who counts in a kind at an agency that day, and the decisions on its quota. */
export const quotaPeople = query({
  name: 'cadres.quota_people',
  input: z.strictObject({ unitId: wholeNumber, kind: z.string(), asOf: isoDate.optional() }),
  output: z.object({
    asOf: z.string(),
    people: z.array(
      z.object({ cadreId: z.number(), name: z.string(), title: z.string(), unit: z.string() }),
    ),
    changes: z.array(z.object({ on: z.string(), difference: z.number(), basis: z.string() })),
  }),
  async run(ctx, { unitId, kind, asOf = ctx.today }) {
    const houses = await housesOn(ctx, asOf)
    if (!houses.list.some(({ id }) => id === unitId)) return { asOf, people: [], changes: [] }
    const units = [...houses.of].filter(([, house]) => house === unitId).map(([id]) => id)
    const people = await sql<{ cadreId: number; name: string; title: string; unit: string }>`
      select c.id as "cadreId", c.full_name as name, t.title, coalesce(n.name, '') as unit
      from tenure t join cadre c on c.id = t.cadre_id
      left join employment e on e.cadre_id = c.id and e.during @> ${asOf}::date
      left join unit_name n on n.unit_id = t.unit_id and n.during @> ${asOf}::date
      where t.holding = 'main' and t.during @> ${asOf}::date
        and t.unit_id = any(${units}::integer[]) and coalesce(e.kind, 'unknown') = ${kind}
      order by c.name_key, c.id`.execute(ctx.db)
    const changes = await sql<{ on: string; difference: number; basis: string }>`
      select changed_on::text as "on", difference, basis from quota_change
      where unit_id = any(${units}::integer[]) and employment_kind = ${kind}
        and changed_on <= ${asOf}::date order by changed_on, id`.execute(ctx.db)
    return { asOf, people: people.rows, changes: changes.rows }
  },
})

/** The same table as the screen's, as an .xlsx file. */
export const quotaExport = query({
  name: 'cadres.quota_export',
  records: 'export',
  input: z.strictObject({ asOf: isoDate.optional() }),
  output: fileAnswer,
  async run(ctx, { asOf = ctx.today }) {
    const table = await quotaTableOn(ctx, asOf)
    const lines = [
      ...table.rows.flatMap(({ unit, cells }) => cells.map((cell) => ({ unit, ...cell }))),
      ...table.totals.map((cell) => ({ unit: 'Tổng cộng', ...cell })),
    ]
    const number = (header: string) => ({ header, width: 10, kind: 'number' as const })
    const bytes = await writeWorkbook([
      {
        name: 'Biên chế',
        title: [
          `BIÊN CHẾ GIAO VÀ SỬ DỤNG — ${ctx.province.name.toUpperCase()}`,
          `Đến ngày ${inVietnamese(asOf)}; năm trước tính đến 31/12`,
        ],
        columns: [
          { header: 'Đơn vị', width: 40 },
          { header: 'Loại', width: 14 },
          number('Năm'),
          number('Giao'),
          number('Sử dụng'),
          number('Còn'),
          number('Vượt'),
        ],
        rows: lines.map((one) => [
          one.unit,
          labelOf(EMPLOYMENT_KINDS, one.kind) ?? 'Chưa rõ loại',
          ...[one.year, one.given, one.used, one.vacant, one.over],
        ]),
      },
    ])
    return {
      fileName: `Biên chế ${ctx.province.name} ${asOf}.xlsx`,
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes,
    }
  },
})
