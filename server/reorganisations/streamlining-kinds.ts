import { z } from 'zod'

/** Streamlining is asked of these two separately (12/KH-UBND, Phần III.6). */
export const KINDS = ['civil_servant', 'public_employee'] as const
export type Kind = (typeof KINDS)[number]
export const unitKind = z.enum(KINDS)
