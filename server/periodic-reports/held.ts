import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { inVietnamese } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { assignedOn, assignedOne, reportKey } from './assigned.ts'
import { type Seen, seenOn } from './seen.ts'
import { addStep, heldReport, STEPS, type StepKind, stateOf } from './stored.ts'

const version = wholeNumber
export const written = (what: string, most: number) =>
  z.string().trim().min(1, `Hãy ghi ${what}.`).max(most, `Dài quá ${most} ký tự.`)
export const changed = z.object({ id: z.number(), version: z.number(), state: z.string() })
export const about = (_: unknown, { id }: { id: number }) => ({ caseRef: `periodic_report:${id}` })
export const acting = { ...reportKey, version }

interface Acting {
  report: string
  unitId?: string | number | undefined
  period?: string | undefined
  version: number
}

/** The report for a change, seen as it stands on the day of the change. */
export async function held(
  ctx: Context,
  { version: sent, ...key }: Acting,
  on: string,
): Promise<Held> {
  const assigned = assignedOne(ctx, await assignedOn(ctx, on), key)
  const stored = await heldReport(ctx, assigned, sent, on)
  const seen = await seenOn(ctx, assigned, stored, on)
  const last = await sql<{ on: string | null }>`select max(on_day)::text as "on"
    from periodic_report_step where report_id = ${stored.id}`.execute(ctx.db)
  const since = last.rows[0]?.on
  if (since && since > on)
    throw new Refusal(
      'invalid',
      `Báo cáo đã có diễn biến ngày ${inVietnamese(since)}; ngày ghi không được trước ngày ấy.`,
    )
  return { ...seen, stored }
}

export interface Held extends Seen {
  stored: NonNullable<Seen['stored']>
}

export function mustBe({ steps }: Held, states: readonly StepKind[], verb: string): void {
  const state = stateOf(steps)
  if (states.includes(state)) return
  throw new Refusal(
    'against_rule',
    `Chưa thể ${verb}: báo cáo đang ở trạng thái “${STEPS[state].label}”.`,
  )
}

export function mustPass({ checks }: Held, verb: string): void {
  const open = checks.filter(({ blocks }) => blocks)
  if (open.length === 0) return
  throw new Refusal(
    'against_rule',
    `Chưa thể ${verb}: ${open.map(({ says }) => says).join(' ')}`,
    open,
  )
}

/** The row as it is after a change, with the step that was added. */
export async function stepped(ctx: Context, id: number, kind: StepKind, on: string, says = '') {
  await addStep(ctx, id, kind, on, says)
  const { rows } = await sql<{ version: number }>`
    update periodic_report set texts = texts where id = ${id} returning version`.execute(ctx.db)
  return { id, version: rows[0]?.version ?? 0, state: kind }
}
