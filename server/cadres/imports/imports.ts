import { sql } from 'kysely'
import { z } from 'zod'
import { requireGroup } from '#server/access/column-groups.ts'
import type { Context } from '#server/kernel/context.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command, fileAnswer, query, receivedFile } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Problem } from './cells.ts'
import { decisionShape } from './decisions.ts'
import type { Planned } from './matching.ts'
import type { OldText } from './old-text.ts'
import { type Plan, planImport } from './plan.ts'
import { progressOf } from './progress.ts'
import { tableChoice } from './tables.ts'
import { acceptedUpdates } from './updates.ts'
import { writePlan } from './writing.ts'

/** A form sends everything as text: numbers, marks and the mapping come back to what they are. */
const fromForm = <Out extends z.ZodType>(schema: Out) =>
  z.preprocess((value) => {
    if (typeof value !== 'string') return value
    try {
      return JSON.parse(value)
    } catch {
      return value
    }
  }, schema)

export const importRequest = z.object({
  file: receivedFile,
  sheet: z
    .string()
    .optional()
    .transform((name) => name || undefined),
  mapping: fromForm(z.record(z.string(), z.string().nullable()).optional()),
  tables: fromForm(z.array(tableChoice).max(500).optional()),
  unitId: fromForm(z.number().int().optional()),
  createUnits: fromForm(z.boolean().optional()),
  oldText: z
    .enum(['', 'tcvn3', 'vni', 'none'])
    .optional()
    .transform((choice) => choice || undefined),
  updates: fromForm(acceptedUpdates.optional()),
  decisions: fromForm(z.array(decisionShape).max(500).optional()),
  ticket: z.string().max(100).optional(),
})

const complaint = z.object({
  sheet: z.string(),
  cell: z.string(),
  value: z.string(),
  reason: z.string(),
  fix: z.string(),
})

/** All lists of a file in one transaction; a dry run tells the same and writes nothing. */
export const commitImport = command({
  name: 'cadres.import',
  dear: true,
  input: importRequest.extend({ dryRun: fromForm(z.boolean().default(false)) }),
  output: z.object({
    read: z.number(),
    accepted: z.number(),
    unchanged: z.number(),
    /** Values of known records the list overwrote. */
    updated: z.number(),
    rejected: z.array(complaint),
    warnings: z.array(complaint),
    /** Units the list named that the province did not have. */
    newUnits: z.array(z.string()),
    importId: z.number().nullable(),
  }),
  about: (_, { importId }) => ({ caseRef: importId === null ? null : `import:${importId}` }),
  async run(ctx, { dryRun, ticket, ...request }) {
    const progress = progressOf(ticket)
    try {
      const plan = await planImport(ctx, request, progress)
      if (!dryRun && plan.oldText?.confirmed === false) throw unconfirmed(plan.oldText)
      const problems = allProblems(plan)
      const outcome = {
        read: plan.people.length,
        accepted: countOf(plan, 'create') + countOf(plan, 'complete'),
        created: countOf(plan, 'create'),
        completed: countOf(plan, 'complete'),
        updated: plan.people.reduce((sum, { accepted }) => sum + accepted.length, 0),
        unchanged: countOf(plan, 'unchanged'),
        rejected: problems.filter(({ severity }) => severity === 'blocks'),
        warnings: problems.filter(({ severity }) => severity === 'reminds'),
        newUnits: plan.coming.map(({ name }) => name),
      }
      if (dryRun || outcome.accepted === 0) return { ...outcome, importId: null }
      await progress.at('writing', outcome.accepted, outcome.accepted)
      const counts = {
        ...outcome,
        rejected: countOf(plan, 'rejected'),
        warnings: outcome.warnings.length,
      }
      return { ...outcome, importId: await writePlan(ctx, plan, request.file, counts) }
    } finally {
      progress.end()
    }
  },
})

const unconfirmed = ({ label, cells }: OldText) =>
  new Refusal(
    'conflict',
    `Tệp có ${cells} ô gõ bằng bảng mã cũ ${label}. Hãy xem bản chuyển và xác nhận chuyển mã rồi ghi. Chưa ghi gì.`,
  )

export const allProblems = ({ problems, people }: Plan): Problem[] => [
  ...problems,
  ...people.flatMap((row) => row.problems),
]

export const countOf = ({ people }: Plan, outcome: Planned['outcome']): number =>
  people.filter((planned) => planned.outcome === outcome).length

/** What was imported, by whom and how it ended, newest first. */
export const imports = query({
  name: 'cadres.imports',
  input: z.object({}),
  output: z.array(
    z.object({
      id: z.number(),
      fileName: z.string(),
      sheet: z.string(),
      by: z.string(),
      at: z.string(),
      read: z.number(),
      accepted: z.number(),
      rejected: z.number(),
      undoneAt: z.string().nullable(),
    }),
  ),
  async run({ db }) {
    const { rows } = await sql<{
      id: number
      fileName: string
      sheet: string
      by: string
      at: string
      outcome: unknown
      undoneAt: string | null
    }>`select i.id, i.file_name as "fileName", i.sheet, i.account_name as by, ${instant('i.created_at')} as at,
        i.outcome, ${instant('i.undone_at')} as "undoneAt"
      from import i order by i.id desc limit 200`.execute(db)
    return rows.map(({ outcome, ...row }) => ({ ...row, ...storedCounts.parse(outcome) }))
  },
})

const storedCounts = z.object({
  read: z.number().default(0),
  accepted: z.number().default(0),
  rejected: z.number().default(0),
})

const instant = (column: string) =>
  sql`to_char(${sql.ref(column)} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`

/** The file exactly as it was received; lists carry identity numbers, so that group is needed. */
export const importFile = query({
  name: 'cadres.import_original',
  records: 'export',
  input: z.object({ importId: wholeNumber }),
  output: fileAnswer,
  about: ({ importId }) => ({ caseRef: `import:${importId}` }),
  async run(ctx, { importId }) {
    await requireGroup(ctx, 'identity_numbers')
    const { file_name, content } = await importOf(ctx, importId)
    return {
      fileName: file_name,
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: new Uint8Array(content),
    }
  },
})

export async function importOf({ db }: Context, importId: number) {
  const found = await db
    .selectFrom('import')
    .select(['id', 'file_name', 'content', 'undone_at'])
    .where('id', '=', importId)
    .executeTakeFirst()
  if (!found) throw new Refusal('not_found', `Không có lần nhập số ${importId}.`)
  return found
}
