import { cadreFile } from '#server/cadres/file.ts'
import { SECTION_CODES, SECTIONS } from '#server/cadres/record/dictionary.ts'
import { type RosterRow, rosterRows } from '#server/cadres/roster-rows.ts'
import type { Context } from '#server/kernel/context.ts'
import { inVietnamese } from '#server/kernel/dates.ts'
import { chief, readRecord } from './record-read.ts'
import { saidOf } from './said.ts'
import { saidTables } from './said-tables.ts'
import { BLANK, type PaperValues, type Row, SAID, SAID_TABLES } from './said-tags.ts'

/** What a template is filled with: every tag there is, of one person on one day. */
export async function paperValues(
  ctx: Context,
  id: number,
  asOf: string,
  opened: ReadonlySet<string>,
  asks: readonly { group: string; label: string }[],
): Promise<PaperValues> {
  const file = await cadreFile(ctx, { id, asOf })
  const [row] = await rosterRows(ctx.db, [id], asOf)
  const record = await readRecord(ctx, id, asOf, opened)
  const values: PaperValues = {}
  for (const code of SECTION_CODES) {
    const { columns, rows } = SECTIONS[code]
    const one = chief(record, code)
    for (const name of Object.keys(columns)) values[`${code}.${name}`] = one?.texts[name] || BLANK
    if (rows === 'many') values[code] = record[code].toReversed().map(({ texts }) => texts)
  }
  const shut = asks.filter(({ group }) => !opened.has(group)).map(({ label }) => label)
  Object.assign(values, saidOf(record, file, row), saidTables(record), {
    ...paperHead(ctx, asOf),
    unit: row ? unitOf(row) || BLANK : BLANK,
    left_out: shut.length > 0 ? `Chưa in các nhóm thông tin hạn chế: ${shut.join('; ')}.` : '',
  })
  return complete(values)
}

export const paperHead = ({ province, today }: Context, asOf: string): PaperValues => ({
  province: province.name,
  province_capitals: province.name.toUpperCase(),
  as_of: inVietnamese(asOf),
  printed_on: printedOn(today),
})

export const unitOf = ({ unitName, unitWithin }: RosterRow): string =>
  [unitName, unitWithin].filter(Boolean).join(', ')

/** Decree 30/2020: days below ten and the first two months are written with a zero. */
function printedOn(today: string): string {
  const [year, month = '', day] = today.split('-')
  return `Ngày ${day} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`
}

/** No tag is left out: a template may name any of them; an empty table keeps a line for the pen. */
function complete(values: PaperValues): PaperValues {
  for (const { tag } of SAID) values[tag] ??= ''
  for (const { tag, columns } of SAID_TABLES) {
    const rows = values[tag]
    if (!Array.isArray(rows) || rows.length === 0) values[tag] = [blankRow(Object.keys(columns))]
  }
  for (const code of SECTION_CODES) {
    if (Array.isArray(values[code]) && values[code].length === 0)
      values[code] = [blankRow(Object.keys(SECTIONS[code].columns))]
  }
  return values
}

const blankRow = (names: readonly string[]): Row =>
  Object.fromEntries(names.map((name) => [name, '']))
