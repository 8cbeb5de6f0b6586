import { sql } from 'kysely'
import { z } from 'zod'
import { isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command, query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { sentence } from './shapes.ts'

const kind = z.object({
  id: z.number(),
  titleCode: z.string().nullable(),
  titleName: z.string().nullable(),
  name: z.string(),
  countedIn: z.string(),
  coefficient: z.number(),
  from: z.string(),
  until: z.string().nullable(),
  basis: z.string(),
})

/** The catalogue of products in force on a day, by title. */
export const catalogue = query({
  name: 'evaluation.catalogue',
  input: z.strictObject({ asOf: isoDate.optional(), titleCode: z.string().optional() }),
  output: z.object({
    rows: z.array(kind),
    titles: z.array(z.object({ code: z.string(), name: z.string() })),
  }),
  async run({ db, today }, { asOf = today, titleCode }) {
    const { rows } = await sql<z.input<typeof kind>>`
      select k.id, k.title_code as "titleCode", t.name as "titleName", k.name,
        k.counted_in as "countedIn", k.coefficient, lower(k.during)::text as from,
        (upper(k.during) - 1)::text as until, k.basis
      from product_kind k left join job_title t on t.code = k.title_code
      where k.during @> ${asOf}::date
        and (${titleCode ?? null}::text is null or k.title_code is null or k.title_code = ${titleCode ?? null})
      order by t.sort_order nulls first, k.name`.execute(db)
    const titles = await db
      .selectFrom('job_title')
      .select(['code', 'name'])
      .orderBy('sort_order')
      .execute()
    return { rows, titles }
  },
})

/** A product of the catalogue with its coefficient from a day on; an older coefficient ends the day before. */
export const setProductKind = command({
  name: 'evaluation.set_product_kind',
  input: z.strictObject({
    titleCode: z.string().nullable().default(null),
    name: sentence(3, 'Hãy ghi tên sản phẩm.'),
    countedIn: sentence(1, 'Hãy ghi đơn vị tính.'),
    coefficient: z.number().positive('Hệ số quy đổi phải lớn hơn 0.').max(1000),
    from: isoDate,
    basis: sentence(5, 'Hãy ghi căn cứ: quyết định ban hành danh mục.'),
  }),
  output: z.object({ id: z.number() }),
  async run({ db }, { titleCode, name, countedIn, coefficient, from, basis }) {
    const same = sql`coalesce(title_code, '') = ${titleCode ?? ''} and name = ${name}`
    const later =
      await sql`select from product_kind where ${same} and lower(during) >= ${from}::date`.execute(
        db,
      )
    if (later.rows.length > 0)
      throw new Refusal(
        'conflict',
        `“${name}” đã có hệ số từ ngày này hoặc sau đó. Hãy chọn ngày muộn hơn.`,
      )
    await sql`update product_kind set during = daterange(lower(during), ${from}::date)
      where ${same} and during @> ${from}::date`.execute(db)
    const { rows } = await sql<{ id: number }>`
      insert into product_kind (title_code, name, counted_in, coefficient, during, basis)
      select ${titleCode}, ${name}, ${countedIn}, ${coefficient}, daterange(${from}::date, null), ${basis}
      where ${titleCode}::text is null or exists (select from job_title where code = ${titleCode})
      returning id`.execute(db)
    if (rows[0]) return rows[0]
    throw new Refusal('invalid', 'Không có chức danh này. Hãy chọn trong danh sách.')
  },
})

/** No longer used from a day on; what was assigned by it stays. */
export const endProductKind = command({
  name: 'evaluation.end_product_kind',
  input: z.strictObject({ kindId: wholeNumber, from: isoDate }),
  output: z.object({ ended: z.boolean() }),
  async run({ db }, { kindId, from }) {
    const { rows } = await sql`
      update product_kind set during = daterange(lower(during), ${from}::date)
      where id = ${kindId} and lower(during) < ${from}::date returning id`.execute(db)
    if (rows.length > 0) return { ended: true }
    throw new Refusal('invalid', 'Ngày thôi dùng phải sau ngày bắt đầu dùng.')
  },
})
