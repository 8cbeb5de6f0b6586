import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { nearest } from '#rules/nearest.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { UNIT_KINDS } from '#server/organisation/code-lists.ts'
import { codeShape } from './code-shape.ts'
import { type PackFile, readPackFile, shaped } from './pack-file.ts'
import type { Parameter } from './pack-shape.ts'

const text = z.string().trim().min(1)
const clause = z
  .string({ error: 'a clause is required: which part of the text says so' })
  .trim()
  .min(1)
const word = z
  .string()
  .regex(/^[a-z][a-z0-9_-]*$/, 'a word has lower-case letters, digits, hyphens')
const monthDay = z
  .string()
  .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a day is MM-DD: "11-15"')

/** Who is meant: one unit by code or name, every unit of some kinds, or a body that is no unit. */
const bodyShape = z
  .strictObject({
    label: text,
    unit: text.optional(),
    kinds: z.array(codeShape(UNIT_KINDS)).min(1).optional(),
  })
  .refine(({ unit, kinds }) => !(unit && kinds), { error: 'a body is one unit or kinds, not both' })

const count = z.number().int().positive()
/** The text says “trước” the day: whether the day itself is in time is a parameter. */
const before = z.literal(true).optional()

/** Exactly one way of saying when; `from` alone is a lasting task that begins that day. */
const dueShape = z.union(
  [
    z.strictObject({ by: isoDate, before }),
    z.strictObject({ quarter: z.string().regex(/^\d{4}-Q[1-4]$/) }),
    z.strictObject({ year: z.number().int() }),
    z.strictObject({ from: isoDate }),
    z.strictObject({ yearly: z.array(monthDay).min(1), before }),
    z.strictObject({ yearly: z.strictObject({ parameter: text }), before }),
    z.strictObject({ after: text }),
    z.strictObject({ after: text, days: count }),
    z.strictObject({ after: text, working_days: count }),
    z.literal('lasting'),
  ],
  {
    error:
      'due is lasting, or one of by, quarter, year, from, yearly, after (with days or working_days)',
  },
)

export const eventShape = z.strictObject({
  id: word,
  label: text,
  cite: clause,
  note: text.optional(),
})

export const taskShape = z.strictObject({
  id: z.string().regex(/^[A-Z]{2,8}-K\d+(\.\d+)?[a-z]?$/, 'a task is named like LS-K1.2 or BT-K1a'),
  cite: clause,
  label: text,
  lead: text,
  with: z.array(text).default([]),
  due: dueShape,
  product: text,
  /** Targets whose state stands beside the task. */
  targets: z.array(text).default([]),
  note: text.optional(),
})

/** `tasks.yaml`: who is meant by the words of the text, what starts a clock, what is to be done. */
export const taskFileShape = z.strictObject({
  /** Follows the directive: takes what is handed in, grants time. */
  followed_by: text,
  bodies: z.record(word, bodyShape),
  events: z.array(eventShape).default([]),
  tasks: z.array(taskShape).min(1, 'a directive assigns at least one task'),
  /** Worked cases: what the file must answer on a day. */
  examples: z
    .array(
      z.strictObject({
        says: text,
        task: text,
        on: isoDate,
        events: z.record(text, isoDate).default({}),
        expect: z.strictObject({
          state: z.enum(['waiting', 'open', 'soon', 'overdue']),
          due: isoDate.optional(),
        }),
      }),
    )
    .default([]),
})

export type TaskFile = z.output<typeof taskFileShape>
export type Task = z.output<typeof taskShape>
export type TaskDue = Task['due']
export type Body = z.output<typeof bodyShape>

/** The tasks of a pack, every word in them known; none when the directive assigns nothing. */
export function readTasks(
  folder: string,
  name: string,
  targets: readonly { id: string }[],
  parameters: readonly Parameter[],
): TaskFile | null {
  const path = join(folder, name, 'tasks.yaml')
  if (!existsSync(path)) return null
  const source = readPackFile(path, `${name}/tasks.yaml`)
  const file = shaped(source, taskFileShape, [], source.content)
  const words: Words = {
    body: Object.keys(file.bodies),
    event: file.events.map(({ id }) => id),
    target: targets.map(({ id }) => id),
    parameter: parameters.map((parameter) => parameter.name),
    task: file.tasks.map(({ id }) => id),
  }
  everyWordKnown(file, source, words)
  return file
}

type Words = Record<'body' | 'event' | 'target' | 'parameter' | 'task', string[]>

function everyWordKnown(file: TaskFile, source: PackFile, words: Words): void {
  const known = (kind: keyof Words, used: string, ...at: (string | number)[]) => {
    if (!words[kind].includes(used))
      throw source.mistake(at, `unknown ${kind} "${used}"${nearest(used, words[kind])}`)
  }
  known('body', file.followed_by, 'followed_by')
  for (const [index, task] of file.tasks.entries()) {
    const at = ['tasks', index] as const
    if (words.task.indexOf(task.id) !== index)
      throw source.mistake([...at, 'id'], `two tasks are named "${task.id}"`)
    known('body', task.lead, ...at, 'lead')
    for (const [place, body] of task.with.entries()) known('body', body, ...at, 'with', place)
    for (const [place, target] of task.targets.entries())
      known('target', target, ...at, 'targets', place)
    if (task.due === 'lasting') continue
    if ('after' in task.due) known('event', task.due.after, ...at, 'due', 'after')
    if ('yearly' in task.due && !Array.isArray(task.due.yearly))
      known('parameter', task.due.yearly.parameter, ...at, 'due', 'yearly', 'parameter')
  }
  for (const [index, example] of file.examples.entries()) {
    known('task', example.task, 'examples', index, 'task')
    for (const event of Object.keys(example.events))
      known('event', event, 'examples', index, 'events', event)
  }
}
