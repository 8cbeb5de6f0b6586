import type { Context } from '#server/kernel/context.ts'
import { add, entryOf, isDecided, notTheDoer } from '#server/tasks/add-entry.ts'
import { UNDONE } from '#server/tasks/state.ts'
import type { Assigned } from './assigned.ts'

/** The task a report rests on learns what happened with it, unless it was already told by hand. */
export async function tellTask(
  ctx: Context,
  { held }: Assigned,
  kind: 'submission' | 'acceptance' | 'return',
  on: string,
  says: string,
  documentNo?: string,
): Promise<void> {
  if (held.task.due === 'lasting') return
  if (kind === 'submission') {
    if (UNDONE.includes(held.state)) await add(ctx, held, { kind, on, says, documentNo })
  } else if (held.submission !== null && !(await isDecided(ctx, held.submission))) {
    notTheDoer(ctx, await entryOf(ctx, held.submission), 'nộp sản phẩm')
    await add(ctx, held, { kind, on, says, answers: held.submission })
  }
}
