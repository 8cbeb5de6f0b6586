import type { ParameterValue, Vocabulary } from '#rules/vocabulary.ts'
import type { Database, Db } from './database.ts'

export interface Province {
  code: string
  schema_name: string
  name: string
  demonstration: boolean
  looks_at: string | null
}

export interface Actor {
  /** Account name; `local` for someone at the server's own command line. */
  name: string
  displayName: string
  position: string | null
  role: string
  /** Number range of the unit subtree the actor sees; null sees the whole province. */
  scope: { from: number; to: number } | null
  unitId: number | null
  cadreId: number | null
}

/** What an operation gets: nothing else is global. */
export interface Context {
  db: Db
  province: Province
  actor: Actor
  today: string
  house: House
}

/** What the root composes once and every folder may use through `ctx.house`. */
export interface House {
  database: Database
  today(): string
  vocabulary: Vocabulary
  /** Whether the actor may perform an operation today, by its name. */
  permits(ctx: Context, operation: string): Promise<boolean>
  /** Dated parameters of the law with the province's own overrides, by name: `young_under`, … */
  parametersOn(ctx: Context, asOf: string): Promise<(name: string) => ParameterValue>
  /** Targets in force that day by the facts they ask: what a gap in the records leaves open. */
  targetsByFact(ctx: Context, asOf: string): Promise<ReadonlyMap<string, readonly string[]>>
  /** Refuses where the actor, or a relative, is among the people a case is about. */
  keepApart(
    ctx: Context,
    people: readonly number[],
    duty: 'propose' | 'appraise' | 'decide',
  ): Promise<void>
  /** Written by the door for every command and every recorded question, in its transaction. */
  appendAudit(ctx: Context, operation: string, input: unknown, about?: AuditSubject): Promise<void>
}

/** What was done, and about whom or which case: what a person's own log is found by. */
export interface AuditSubject {
  act?: 'change' | 'view' | 'export' | 'print'
  cadreId?: number | null
  /** A case by kind and number: `import:3`. */
  caseRef?: string | null
  /** Inputs, named at any depth, that are kept with the case: the log says they were given, not what. */
  unlogged?: readonly string[]
}
