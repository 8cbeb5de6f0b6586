import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { type Assignment, assignmentsOn, mine } from './assignments.ts'
import { mayBeEntered } from './entered.ts'
import { textNamed, textsOn } from './texts.ts'

/** Which assignment is meant: the task, the unit that carries it out, the time it comes round. */
export const assignmentInput = {
  directive: z.string().min(1),
  task: z.string().min(1),
  unitId: wholeNumber,
  period: z.string().max(20).default(''),
}

interface Key {
  directive: string
  task: string
  unitId: number
  period: string
}

/** One assignment on a day; a Refusal when there is none, or it is another unit's business. */
export async function assignmentOf(ctx: Context, key: Key, on: string): Promise<Assignment> {
  const text = textNamed(await textsOn(ctx, on), key.directive)
  const found = (await assignmentsOn(ctx, { on, text })).find(
    ({ task, unitIds, period }) =>
      task.id === key.task && unitIds.includes(key.unitId) && period === key.period,
  )
  if (found && mine(ctx, found)) return found
  throw new Refusal(
    'not_found',
    `Ngày này văn bản ${text.number} không giao việc “${key.task}” cho đơn vị đã chọn. Hãy tải lại trang rồi chọn trong danh sách.`,
  )
}

/** Whoever changes an assignment waits for whoever does so at the same time, then sees its state. */
export async function heldAlone(ctx: Context, key: Key, on: string): Promise<Assignment> {
  mayBeEntered(ctx, on)
  const name = ['task', key.directive, key.task, key.unitId, key.period].join('|')
  await sql`select pg_advisory_xact_lock(hashtext(${name}))`.execute(ctx.db)
  return assignmentOf(ctx, key, on)
}

/** Only for the own unit: whoever joins in may look, and reports through the lead. */
export function mustLead(ctx: Context, { unit, text }: Assignment): void {
  const { scope } = ctx.actor
  if (scope === null) return
  if (unit && unit.treeFrom >= scope.from && unit.treeFrom <= scope.to) return
  throw new Refusal(
    'forbidden',
    `Việc này do ${unit?.name ?? text.issuer} chủ trì; đơn vị phối hợp gửi kết quả cho đơn vị chủ trì ghi.`,
  )
}
