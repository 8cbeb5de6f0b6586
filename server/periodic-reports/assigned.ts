import { z } from 'zod'
import { adoptedPacks } from '#server/directives/adoption.ts'
import type { PeriodicReport } from '#server/directives/report-shape.ts'
import type { Context } from '#server/kernel/context.ts'
import { isoDate, yearOf } from '#server/kernel/dates.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { type Assignment, assignmentsOn } from '#server/tasks/assignments.ts'
import type { KnownUnit } from '#server/tasks/bodies.ts'
import { textsOn } from '#server/tasks/texts.ts'

/** A report one unit owes for one period: when and from whom follows from the task it rests on. */
export interface Assigned {
  report: PeriodicReport
  /** The pack it stands in, and its official number. */
  directive: string
  number: string
  unit: KnownUnit
  /** The day it is due, the event that asks for it, or the year where the text names no day. */
  period: string
  due: string | null
  /** First day of what it tells about. */
  since: string
  held: Assignment
}

/** Which report is meant; a unit by number, code or name, the latest period when none is said. */
export const reportKey = {
  report: z.string().trim().min(1),
  unitId: z.union([z.string().trim().min(1), z.number()]).optional(),
  period: z.string().max(20).optional(),
  on: isoDate.optional(),
}

interface Key {
  report: string
  unitId?: string | number | undefined
  period?: string | undefined
}

/** Every report whose period has begun by a day: it opens by itself, nobody has to create it. */
export async function assignedOn(ctx: Context, on: string): Promise<Assigned[]> {
  const texts = await textsOn(ctx, on)
  const packs = await adoptedPacks(ctx, '0001-01-01')
  const found: Assigned[] = []
  for (const { pack } of packs) {
    const text = texts.find(({ id }) => id === pack.id)
    if (!text || pack.reports.length === 0) continue
    const assignments = await assignmentsOn(ctx, { on, text })
    for (const report of pack.reports)
      for (const held of assignments) {
        if (held.task.id !== report.task || !held.unit || held.state === 'cancelled') continue
        if (held.opensOn === null || held.opensOn > on) continue
        const { unit, due } = held
        found.push({
          ...{ report, directive: pack.id, number: pack.number, unit, due, held },
          ...periodOf(held, on),
        })
      }
  }
  return found
}

function periodOf({ period, opensOn, text }: Assignment, on: string) {
  if (period === '') return { period: on.slice(0, 4), since: `${yearOf(on)}-01-01` }
  // A review asked for by an event looks back over the whole directive.
  if (period.startsWith('on ')) return { period, since: text.from }
  return { period, since: opensOn ?? text.from }
}

/**
 * Only reports of the own subtree; who is late elsewhere is not theirs to see. One that counts the
 * whole province is not asked of who sees a part of it.
 */
export const within = ({ actor: { scope } }: Context, { unit, report }: Assigned): boolean =>
  scope === null ||
  (report.counts === 'unit' && unit.treeFrom >= scope.from && unit.treeFrom <= scope.to)

/** The one report meant; a Refusal that says what there is instead. */
export function assignedOne(ctx: Context, all: readonly Assigned[], key: Key): Assigned {
  const visible = all.filter((one) => within(ctx, one))
  const ofReport = visible.filter(({ report }) => report.id === key.report)
  if (ofReport.length === 0) {
    const known = [...new Set(visible.map(({ report }) => report.id))].join(', ')
    throw new Refusal(
      'not_found',
      `Ngày này không có kỳ báo cáo “${key.report}” đang mở. Các báo cáo đang mở: ${known || 'chưa có'}.`,
    )
  }
  const ofUnit = ofReport.filter(({ unit }) => key.unitId === undefined || isUnit(unit, key.unitId))
  const ofPeriod = ofUnit.filter(({ period }) => !key.period || period === key.period)
  const latest = ofPeriod.toSorted((a, b) => a.period.localeCompare(b.period)).at(-1)
  if (!latest)
    throw new Refusal(
      'not_found',
      `Báo cáo này không giao cho đơn vị “${key.unitId ?? ''}”, hoặc không có kỳ “${key.period ?? ''}”. Hãy chọn trong bảng theo dõi báo cáo.`,
    )
  const owners = new Set(ofPeriod.map(({ unit }) => unit.id))
  if (owners.size > 1)
    throw new Refusal('invalid', 'Báo cáo của cơ quan nào? Hãy ghi mã hoặc tên đơn vị.')
  return latest
}

const isUnit = ({ id, code, name }: KnownUnit, wanted: string | number) =>
  [String(id), code, name.toLowerCase()].includes(String(wanted).toLowerCase())

/**
 * The reports whose words a consolidated one gathers: the last period whose printed day is not after
 * its own. More time given to an agency moves its day, not the period its words belong to.
 */
export function gatheredBy(one: Assigned, all: readonly Assigned[]): Assigned[] {
  const { gathers } = one.report
  const same = all.filter(
    ({ report, directive, period, held: { printedDue } }) =>
      report.id === gathers &&
      directive === one.directive &&
      (printedDue === null || one.held.printedDue === null
        ? period === one.period
        : printedDue <= one.held.printedDue),
  )
  const last = same
    .map(({ period }) => period)
    .toSorted()
    .at(-1)
  return same.filter(({ period }) => period === last)
}
