import { EMPLOYMENT_KINDS } from '#server/cadres/code-lists.ts'

/** Kind of employment in words; people without one are a line of their own. */
export const kindName = (kind: string, unknown: string): string =>
  (EMPLOYMENT_KINDS as Record<string, { label: string }>)[kind]?.label ?? unknown
