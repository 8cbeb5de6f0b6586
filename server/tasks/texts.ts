import { sql } from 'kysely'
import { adoptedPacks } from '#server/directives/adoption.ts'
import type { TaskFile } from '#server/directives/task-shape.ts'
import type { Context } from '#server/kernel/context.ts'
import { Refusal } from '#server/kernel/refusal.ts'

/** A directive that assigns tasks, from a pack or from a task table of the province. */
export interface TaskText extends TaskFile {
  id: string
  number: string
  title: string
  issuer: string
  /** First and last day it applies to the province. */
  from: string
  to: string | null
  own: boolean
}

/** The directives that had begun to apply by a day; one that ended stays at its last day. */
export async function textsOn(ctx: Context, on: string): Promise<TaskText[]> {
  const adopted = await adoptedPacks(ctx, '0001-01-01')
  const packs = adopted.flatMap(({ pack, adoptedFrom }): TaskText[] => {
    if (!pack.tasks) return []
    const { id, number, title, issuer, in_force } = pack
    const to = in_force.to ?? null
    return [{ ...pack.tasks, id, number, title, issuer, from: adoptedFrom, to, own: false }]
  })
  return [...packs, ...(await ownTexts(ctx))].filter(({ from }) => from <= on)
}

async function ownTexts({ db }: Context): Promise<TaskText[]> {
  const { rows } = await sql<Omit<TaskText, keyof TaskFile | 'own'> & { content: TaskFile }>`
    select code as id, number, title, issuer, content, lower(during)::text as "from",
      (upper(during) - 1)::text as "to"
    from task_directive order by lower(during), id`.execute(db)
  return rows.map(({ content, ...text }) => ({ ...content, ...text, own: true }))
}

/** By its code or its official number: what a person types after --directive. */
export function textNamed(texts: readonly TaskText[], wanted: string): TaskText {
  const typed = wanted.trim().toLowerCase()
  const found = texts.find(({ id, number }) => id === typed || number.toLowerCase() === typed)
  if (found) return found
  const known = texts.map(({ id, number }) => `${id} (${number})`).join(', ')
  throw new Refusal(
    'not_found',
    `Ngày này tỉnh không có văn bản giao việc “${wanted}”. Các văn bản đang có: ${known || 'chưa có'}.`,
  )
}
