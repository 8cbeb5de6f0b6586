import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { isoDate } from '#server/kernel/dates.ts'
import type { ReceivedFile } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Assignment } from './assignments.ts'
import { type EntryKind, STATES, type State } from './state.ts'

export const words = (problem: string) =>
  z.string().trim().min(1, problem).max(2000, 'Dài quá 2000 ký tự.')

/** The day it happened, today when not said. */
export const when = { on: isoDate.optional() }

export const added = z.object({ id: z.number() })
export const about = (_: unknown, { id }: { id: number }) => ({ caseRef: `task_entry:${id}` })

interface Added {
  kind: EntryKind
  on: string
  says: string
  dueOn?: string
  answers?: number
  documentNo?: string | undefined
  file?: ReceivedFile | undefined
}

/** One thing that happened, with its words; rows are only ever added. */
export async function add(ctx: Context, held: Assignment, entry: Added): Promise<{ id: number }> {
  const { db, actor } = ctx
  const { kind, on, says, dueOn, answers, documentNo, file } = entry
  const unit = held.unit?.id ?? 0
  const { rows } = await sql<{ id: number }>`
    insert into task_entry (directive, task, unit_id, period, kind, on_day, due_on, answers, account_name)
    values (${held.text.id}, ${held.task.id}, ${unit}, ${held.period}, ${kind}, ${on}::date,
      ${dueOn ?? null}::date, ${answers ?? null}::integer, ${actor.name})
    on conflict (answers) do nothing returning id`.execute(db)
  const id = rows[0]?.id
  if (id === undefined)
    throw new Refusal(
      'conflict',
      'Lần nộp hoặc lần xin gia hạn này đã được quyết định. Hãy tải lại trang.',
    )
  await sql`insert into task_words
      (entry_id, unit_id, by_name, says, document_no, file_name, media_type, content)
    values (${id}, ${unit}, ${actor.displayName}, ${says}, ${documentNo || null}, ${file?.name ?? null},
      ${file ? 'application/octet-stream' : null}, ${file?.bytes ?? null})`.execute(db)
  return { id }
}

/** Whether a submission or a request was decided on any day, a later one than looked at included. */
export async function isDecided({ db }: Context, id: number): Promise<boolean> {
  const { rows } = await sql`select from task_entry where answers = ${id}`.execute(db)
  return rows.length > 0
}

export function mustBe(held: Assignment, states: readonly State[], verb: string): void {
  if (states.includes(held.state)) return
  throw new Refusal(
    'against_rule',
    `Chưa thể ${verb}: việc đang ở trạng thái “${STATES[held.state].label}” (${held.reason}).`,
  )
}

interface Stored {
  account: string
  dueOn: string | null
}

export async function entryOf({ db }: Context, id: number): Promise<Stored> {
  const { rows } = await sql<Stored>`
    select account_name as account, due_on::text as "dueOn" from task_entry where id = ${id}`.execute(
    db,
  )
  const [found] = rows
  if (!found) throw new Refusal('not_found', 'Không có diễn biến này. Hãy tải lại trang.')
  return found
}

/**
 * Two people, not one. Whoever works at the server's own command line is not known by name there,
 * and may take both steps.
 */
export function notTheDoer(
  { actor }: Context,
  { account }: Pick<Stored, 'account'>,
  verb: string,
): void {
  if (actor.name !== account || actor.role === 'system') return
  throw new Refusal(
    'against_rule',
    `Người ${verb} không tự quyết định phần mình. Hãy để người khác ở cơ quan theo dõi làm.`,
  )
}
