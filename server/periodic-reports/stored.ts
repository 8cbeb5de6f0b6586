import { sql } from 'kysely'
import type { Context } from '#server/kernel/context.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { enteredOn, mayBeEntered } from '#server/tasks/entered.ts'
import type { Assigned } from './assigned.ts'
import type { Content } from './content.ts'

export const STEPS = {
  opened: { label: 'Đang lập' },
  submitted: { label: 'Chờ nhận' },
  returned: { label: 'Bị trả lại' },
  accepted: { label: 'Đã nhận' },
  signed: { label: 'Đã ký' },
} as const

export type StepKind = keyof typeof STEPS

/** A report as it was written; one that nobody has touched yet has no row, and version 0. */
export interface Stored {
  id: number
  report: string
  unitId: number
  period: string
  texts: Record<string, string>
  stated: Record<string, number>
  countedOn: string | null
  content: Content | null
  reportNo: string | null
  signedOn: string | null
  signer: string | null
  version: number
}

export interface Step {
  id: number
  reportId: number
  kind: StepKind
  on: string
  says: string
  by: string
  account: string
  enteredOn: string | null
}

const COLUMNS = sql`id, report, unit_id as "unitId", period, texts, stated,
  counted_on::text as "countedOn", content, report_no as "reportNo",
  signed_on::text as "signedOn", signer, version`

export async function storedReports({ db }: Context, reports: string[]): Promise<Stored[]> {
  const { rows } = await sql<Stored>`select ${COLUMNS} from periodic_report
    where report = any(${reports}::text[])
    order by (select tree_from from unit where unit.id = unit_id), id`.execute(db)
  return rows
}

export const isOf = ({ report, unit, period }: Assigned, stored: Stored): boolean =>
  stored.report === report.id && stored.unitId === unit.id && stored.period === period

export async function storedOf(
  { db }: Context,
  { report, unit, period }: Assigned,
  lock = false,
): Promise<Stored | null> {
  const { rows } = await sql<Stored>`select ${COLUMNS} from periodic_report
    where report = ${report.id} and unit_id = ${unit.id} and period = ${period}
    ${lock ? sql`for update` : sql``}`.execute(db)
  return rows[0] ?? null
}

/** The report held for a change: opened if nobody has yet, refused if somebody else changed it. */
export async function heldReport(
  ctx: Context,
  assigned: Assigned,
  version: number,
  on: string,
): Promise<Stored> {
  mayBeEntered(ctx, on)
  if (version === 0) await openReport(ctx, assigned, on)
  const stored = await storedOf(ctx, assigned, true)
  const now = stored?.version ?? 0
  if (!stored || (version !== now && !(version === 0 && now === 1)))
    throw new Refusal(
      'conflict',
      'Người khác vừa sửa báo cáo này sau khi anh/chị mở. Hãy xem hai bản cạnh nhau rồi ghi lại. Chưa ghi gì.',
      { stored, sent: { version } },
    )
  return stored
}

/** True when it was opened now; a second opening changes nothing. */
export async function openReport(ctx: Context, one: Assigned, on: string): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    insert into periodic_report (report, unit_id, period)
    values (${one.report.id}, ${one.unit.id}, ${one.period})
    on conflict do nothing returning id`.execute(ctx.db)
  const [opened] = rows
  if (!opened) return false
  await addStep(ctx, opened.id, 'opened', on)
  return true
}

export async function addStep(
  { db, actor }: Context,
  reportId: number,
  kind: StepKind,
  on: string,
  says = '',
): Promise<void> {
  await sql`insert into periodic_report_step (report_id, kind, on_day, says, by_name, account_name)
    values (${reportId}, ${kind}, ${on}::date, ${says}, ${actor.displayName}, ${actor.name})`.execute(
    db,
  )
}

/** What had happened with each report by a day, oldest first. */
export async function stepsBy(ctx: Context, on: string): Promise<Map<number, Step[]>> {
  const { rows } = await sql<Step>`select id, report_id as "reportId", kind, on_day::text as "on",
      says, by_name as by, account_name as account, ${enteredOn(ctx)} as "enteredOn"
    from periodic_report_step where on_day <= ${on}::date order by on_day, id`.execute(ctx.db)
  return Map.groupBy(rows, ({ reportId }) => reportId)
}

export const stateOf = (steps: readonly Step[] | undefined): StepKind =>
  steps?.at(-1)?.kind ?? 'opened'
