import { sql } from 'kysely'
import { z } from 'zod'
import { findUnit, subtree, type UnitOnDate, unitsOn } from '#server/directives/units.ts'
import type { Context } from '#server/kernel/context.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { quotasOn } from '#server/organisation/quotas.ts'
import { type Cell, type CellsByUnit, cellsByUnit, total } from './cells.ts'
import { checked, checkShape } from './checks.ts'
import { type AskedForm, notesOn } from './forms.ts'

const cellShape = z.object({ value: z.number().nullable(), unknown: z.number() })

export const rowShape = z.object({
  no: z.string(),
  label: z.string(),
  indent: z.number(),
  unitId: z.number().nullable(),
  cells: z.array(cellShape),
})

export const tableShape = z.object({
  form: z.string(),
  number: z.string(),
  title: z.string(),
  cite: z.string(),
  counted: z.string(),
  about: z.string(),
  asOf: z.string(),
  since: z.string().nullable(),
  place: z.object({ unitId: z.number(), name: z.string() }),
  columns: z.array(
    z.object({
      no: z.string(),
      label: z.string(),
      under: z.array(z.string()),
      quota: z.boolean(),
    }),
  ),
  byUnits: z.boolean(),
  rows: z.array(rowShape),
  totals: z.array(cellShape),
  checks: z.array(checkShape),
  notes: z.array(z.string()),
  signatures: z.array(z.string()),
})

export type FormTable = z.output<typeof tableShape>
type Row = z.output<typeof rowShape>

/** A form filled in for the province, for one unit, or for what the reader may see. */
export async function formTable(
  ctx: Context,
  asked: AskedForm,
  unitId?: number | string,
): Promise<FormTable> {
  const { form, question, subject } = asked
  const { place, units, inside } = await placeOf(ctx, question.asOf, unitId)
  const quotas = await quotasOf(ctx, question.asOf)
  const cells = await cellsByUnit(ctx.db, asked)
  const filled = (within: ReadonlySet<number> | undefined) =>
    withQuotas(total(cells, asked, within), asked, quotas, within)
  const whole = ctx.actor.scope === null && place.parentId === null
  const all = filled(whole ? undefined : inside)
  const totals = all[0] ?? []
  const rows = form.rows
    ? form.rows.map(({ no, label, indent }, index) => ({
        ...{ no, label, indent, unitId: null },
        cells: all[index + 1] ?? [],
      }))
    : unitRows(place, units, cells, (within) => filled(within)[0] ?? [])
  return {
    form: form.id,
    number: form.number,
    title: form.title,
    cite: form.cite,
    counted: form.counted,
    about: form.base_label || subject.label,
    asOf: question.asOf,
    since: form.period === 'year' ? question.since : null,
    place: { unitId: place.id, name: whole ? ctx.province.name : place.name },
    columns: form.columns.map(({ no, label, under, quota }) => ({
      ...{ no, label, under },
      quota: quota !== null,
    })),
    byUnits: form.rows === null,
    rows,
    totals,
    checks: checked(form, rows, totals),
    notes: notesOn(asked),
    signatures: form.signatures,
  }
}

/** The unit a form is about: the one asked for, inside what the reader sees; else all of that. */
export async function placeOf(ctx: Context, asOf: string, unitId?: number | string) {
  const units = await unitsOn(ctx.db, asOf)
  const root = units.find(({ parentId, kind }) => parentId === null && kind === 'province')
  const own = ctx.actor.scope === null ? root : units.find(({ id }) => id === ctx.actor.unitId)
  if (!own)
    throw new Refusal('not_found', 'Ngày này tài khoản chưa gắn với đơn vị nào để lập biểu.')
  const mine = subtree(units, own.id)
  const place = unitId === undefined ? own : findUnit(units, unitId)
  if (!mine.has(place.id))
    throw new Refusal('not_found', 'Đơn vị này không thuộc phạm vi của tài khoản. Hãy chọn lại.')
  return { place, units, inside: subtree(units, place.id) }
}

/** The units directly below, each with all inside it; whoever sits above them has a row of their own. */
function unitRows(
  place: UnitOnDate,
  units: readonly UnitOnDate[],
  cells: CellsByUnit,
  filled: (within: ReadonlySet<number>) => Row['cells'],
): Row[] {
  const below = units.filter(({ parentId }) => parentId === place.id)
  const lines = [
    ...(cells.has(place.id) ? [{ unit: place, within: new Set([place.id]) }] : []),
    ...below.map((unit) => ({ unit, within: subtree(units, unit.id) })),
  ]
  return lines
    .map(({ unit, within }) => ({ unit, cells: filled(within) }))
    .filter(({ cells: own }) => own.some(({ value, unknown }) => (value ?? 0) > 0 || unknown > 0))
    .map(({ unit, cells: own }, index) => ({
      no: String(index + 1),
      label: unit.id === place.id && below.length > 0 ? `${unit.name} (trực tiếp)` : unit.name,
      indent: 0,
      unitId: unit.id,
      cells: own,
    }))
}

interface Quota {
  unit_id: number
  level: string
  employment_kind: string
  quota: number
}

async function quotasOf({ db }: Context, asOf: string): Promise<Quota[]> {
  const { rows } = await sql<Quota>`select q.*, u.level
    from (${quotasOn(asOf)}) q join unit u on u.id = q.unit_id`.execute(db)
  return rows
}

/** Values as shown: people counted, the average where a row shows one, a quota where a column does. */
function withQuotas(
  cells: Cell[][],
  { form }: AskedForm,
  quotas: readonly Quota[],
  within: ReadonlySet<number> | undefined,
): Row['cells'][] {
  const everybody = cells[0] ?? []
  return cells.map((row, r) =>
    row.map(({ count, unknown }, c) => {
      const given = form.columns[c]?.quota
      if (given) return { value: quotaOf(quotas, given, within), unknown: 0 }
      if (r === 0 || !form.rows?.[r - 1]?.average) return { value: count, unknown }
      const all = everybody[c] ?? { count: 0, unknown: 0 }
      const known = all.count - (unknown - all.unknown)
      return { value: known > 0 ? Math.round((count / known) * 10) / 10 : null, unknown }
    }),
  )
}

function quotaOf(
  quotas: readonly Quota[],
  { kinds, levels }: NonNullable<AskedForm['form']['columns'][number]['quota']>,
  within: ReadonlySet<number> | undefined,
): number {
  return quotas
    .filter((one) => kinds.includes(one.employment_kind) && levels.includes(one.level))
    .filter((one) => !within || within.has(one.unit_id))
    .reduce((sum, { quota }) => sum + quota, 0)
}
