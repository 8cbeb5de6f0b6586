import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor, AuditSubject, Context, House, Province } from './context.ts'
import { atomically, type Db } from './database.ts'
import { Refusal } from './refusal.ts'

interface Spec<In extends z.ZodType, Out extends z.ZodType> {
  /** `folder.verb`: the permission, and the word in the audit. */
  name: string
  input: In
  output: Out
  run(ctx: Context, input: z.output<In>): Promise<z.input<Out>>
  /** Whom or which case the audit entry is about. */
  about?(input: z.output<In>, output: z.input<Out>): Omit<AuditSubject, 'act'>
  /** Costs the server much: asked less often and few at once (limits.ts); every file is dear. */
  dear?: true
}

interface Question<In extends z.ZodType, Out extends z.ZodType> extends Spec<In, Out> {
  /** A look that leaves an audit entry: a restricted group seen, a file taken away, a print. */
  records?: 'view' | 'export' | 'print'
}

export interface Operation<In extends z.ZodType = z.ZodType, Out extends z.ZodType = z.ZodType> {
  (ctx: Context, input: z.input<In>): Promise<z.output<Out>>
  operation: string
  /** A recorded question answers like any other, in a transaction that can hold its audit entry. */
  kind: 'query' | 'recorded' | 'command'
  dear: boolean
  input: In
  output: Out
}

/** A question: permission, parsed input, and an answer that holds only what its schema declares. */
export function query<In extends z.ZodType, Out extends z.ZodType>(
  spec: Question<In, Out>,
): Operation<In, Out> {
  const { records: act } = spec
  if (!act) return offer('query', spec, spec.run)
  return offer('recorded', spec, async (ctx, input) => {
    const output = await atomically(ctx.db, async (db) => {
      // Ends with the savepoint: the question cannot write, the entry after it can.
      await sql`set transaction read only`.execute(db)
      return spec.run({ ...ctx, db }, input)
    })
    await ctx.house.appendAudit(ctx, spec.name, input, { act, ...spec.about?.(input, output) })
    return output
  })
}

/** A change: permission, transaction and audit are never left to memory. */
export function command<In extends z.ZodType, Out extends z.ZodType>(
  spec: Spec<In, Out>,
): Operation<In, Out> {
  return offer('command', spec, (ctx, input) =>
    atomically(ctx.db, async (db) => {
      const within = { ...ctx, db }
      const output = await spec.run(within, input)
      await ctx.house.appendAudit(within, spec.name, input, spec.about?.(input, output))
      return output
    }),
  )
}

function offer<In extends z.ZodType, Out extends z.ZodType>(
  kind: Operation['kind'],
  spec: Spec<In, Out>,
  run: Spec<In, Out>['run'],
): Operation<In, Out> {
  const perform = async (ctx: Context, raw: z.input<In>) => {
    if (!(await ctx.house.permits(ctx, spec.name))) {
      throw new Refusal(
        'forbidden',
        'Tài khoản này chưa được giao việc đó. Hãy nhờ người quản trị của tỉnh giao quyền.',
        {
          operation: spec.name,
        },
      )
    }
    return spec.output.parse(await run(ctx, parse(spec.input, raw)))
  }
  return Object.assign(perform, {
    operation: spec.name,
    kind,
    dear: spec.dear === true || (spec.output as z.ZodType) === fileAnswer,
    input: spec.input,
    output: spec.output,
  })
}

function parse<In extends z.ZodType>(schema: In, raw: unknown): z.output<In> {
  const parsed = schema.safeParse(raw)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map((issue) => ({
    field: issue.path.join('.'),
    problem: issue.message,
  }))
  const said = problems
    .map(({ field, problem }) => (field ? `${field}: ${problem}` : problem))
    .join(' ')
  throw new Refusal('invalid', `Thông tin gửi lên chưa dùng được. ${said}`, problems)
}

/**
 * Opens a province for one actor: one transaction that knows whose rows may be seen.
 * Questions cannot write, whatever they try; a statement longer than `seconds` is stopped.
 */
export async function enter<T>(
  house: House,
  province: Province,
  actor: Actor,
  kind: Operation['kind'],
  work: (ctx: Context) => Promise<T>,
  seconds = 0,
): Promise<T> {
  return house.database.db
    .transaction()
    .setAccessMode(kind === 'query' ? 'read only' : 'read write')
    .execute(async (db) => {
      await limitTo(db, province, actor, seconds)
      return work({ db, province, actor, today: house.today(), house })
    })
}

/** Until the end of the transaction: this province's tables, the rows this actor may see. */
export async function limitTo(
  db: Db,
  province: Province,
  actor: Actor,
  seconds = 0,
): Promise<void> {
  await sql`select
    set_config('search_path', ${`${province.schema_name}, public`}, true),
    set_config('app.scope_from', ${String(actor.scope?.from ?? '')}, true),
    set_config('app.scope_to', ${String(actor.scope?.to ?? '')}, true),
    set_config('app.cadre_id', ${String(actor.cadreId ?? '')}, true),
    set_config('statement_timeout', ${`${seconds}s`}, true),
    set_config('app.account', ${actor.name}, true),
    set_config('role', ${actor.scope === null ? 'ngangtam_whole' : 'ngangtam_scoped'}, true)`.execute(
    db,
  )
}

/** A file in an answer: served as a download, written by the command line. */
export interface FileAnswer {
  fileName: string
  mediaType: string
  bytes: Uint8Array
}

export const fileAnswer = z.custom<FileAnswer>(
  (value) => (value as FileAnswer)?.bytes instanceof Uint8Array,
)

/** A file in a question: a multipart part over HTTP, a read file on the command line. */
export interface ReceivedFile {
  name: string
  bytes: Uint8Array
}

export const receivedFile = z.custom<ReceivedFile>(
  (value) => (value as ReceivedFile)?.bytes instanceof Uint8Array,
  {
    error: 'Chưa có tệp nào được gửi lên.',
  },
)
