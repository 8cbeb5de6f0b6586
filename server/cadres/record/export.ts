import { sql } from 'kysely'
import { z } from 'zod'
import { COLUMN_GROUPS, requireGroup } from '#server/access/column-groups.ts'
import type { Context } from '#server/kernel/context.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { codeOf, wholeNumber } from '#server/kernel/inputs.ts'
import { fileAnswer, query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { LEAST_REASON } from '../restricted.ts'
import { SECTION_CODES, SECTIONS, type SectionCode } from './dictionary.ts'
import { type ExportMapping, exportMapping } from './export-mapping.ts'
import { reasonOfLook } from './restricted-groups.ts'
import type { Value, Values } from './rows.ts'
import { factsByPerson } from './rows-of-many.ts'

/** The records in sight in an open format; restricted groups only by name, grant and reason. */
export const exportRecords = query({
  name: 'cadres.export_records',
  records: 'export',
  input: z.strictObject({
    asOf: isoDate.optional(),
    format: z.enum(['json', 'csv'], { error: 'Chỉ xuất được json hoặc csv.' }).default('json'),
    unitId: wholeNumber.optional(),
    groups: z.array(codeOf(COLUMN_GROUPS)).default([]),
    reason: reasonOfLook,
  }),
  output: fileAnswer,
  async run(ctx, { asOf = ctx.today, format, unitId = null, groups, reason }) {
    for (const group of groups) await requireGroup(ctx, group)
    if (groups.length > 0 && reason.length < LEAST_REASON)
      throw new Refusal('invalid', 'Xuất nhóm thông tin hạn chế cần lý do, ít nhất 10 ký tự.')
    const people = await peopleOf(ctx, unitId)
    const chosen = SECTION_CODES.filter((code) => {
      const { restricted } = SECTIONS[code]
      return !restricted || groups.includes(restricted)
    })
    const mapping = exportMapping()
    const packets = await packetsOf(ctx, chosen, people, asOf, mapping)
    const text = format === 'json' ? asJson(ctx, asOf, mapping, packets) : asCsv(packets)
    return {
      fileName: `ho-so-${ctx.province.code}-${asOf}.${format}`,
      mediaType: format === 'json' ? 'application/json' : 'text/csv; charset=utf-8',
      bytes: new TextEncoder().encode(text),
    }
  },
})

interface Packet {
  recordNo: string
  /** Group of the packet → name of the section → its facts under the names of the packet. */
  groups: Record<string, Record<string, Values[]>>
}

async function peopleOf({ db }: Context, unitId: number | null) {
  const { rows } = await sql<{ id: number; recordNo: string }>`
    select c.id, c.record_no as "recordNo" from cadre c left join unit u on u.id = c.unit_id
    where ${unitId}::integer is null or u.tree_from between
      (select tree_from from unit where id = ${unitId}::integer) and
      (select tree_to from unit where id = ${unitId}::integer)
    order by c.record_no`.execute(db)
  return rows
}

async function packetsOf(
  { db }: Context,
  chosen: readonly SectionCode[],
  people: readonly { id: number; recordNo: string }[],
  asOf: string,
  { sections }: ExportMapping,
): Promise<Packet[]> {
  const packets = people.map(({ recordNo }): Packet => ({ recordNo, groups: {} }))
  const ids = people.map(({ id }) => id)
  for (const code of chosen) {
    const mapped = sections[code]
    if (!mapped) continue
    const facts = await factsByPerson(db, code, ids, asOf)
    people.forEach(({ id }, place) => {
      const named = facts.get(id)?.map((values) => renamed(values, mapped.fields))
      const groups = packets[place]?.groups
      if (!named || !groups) return
      groups[mapped.group] = { ...groups[mapped.group], [mapped.name]: named }
    })
  }
  return packets
}

const renamed = (values: Values, fields: Readonly<Record<string, string>>): Values =>
  Object.fromEntries(Object.entries(fields).map(([ours, theirs]) => [theirs, values[ours] ?? null]))

function asJson({ province }: Context, asOf: string, { cite }: ExportMapping, records: Packet[]) {
  return JSON.stringify({ province: province.code, asOf, mapping: cite, records }, null, 1)
}

/** One value a line, so that any number of facts a person fits one table. */
function asCsv(packets: readonly Packet[]): string {
  const lines = [['ma_ho_so', 'nhom', 'bang', 'dong', 'truong', 'gia_tri'].join(',')]
  for (const { recordNo, groups } of packets)
    for (const [group, tables] of Object.entries(groups))
      for (const [table, facts] of Object.entries(tables))
        facts.forEach((fact, place) => {
          for (const [field, value] of Object.entries(fact))
            if (value !== null)
              lines.push([recordNo, group, table, place + 1, field, value].map(cell).join(','))
        })
  // Excel reads UTF-8 only behind a byte order mark.
  return `\ufeff${lines.join('\r\n')}\r\n`
}

/** Quoted where needed; a text that a spreadsheet would run as a formula is disarmed. */
function cell(value: Value): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
