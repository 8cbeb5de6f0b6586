import type { Context } from '#server/kernel/context.ts'
import { addDays } from '#server/kernel/dates.ts'

export const PETITION_KINDS = {
  comment: { label: 'Góp ý, phản ánh', days: 'comment_days' },
  complaint: { label: 'Khiếu nại', days: 'complaint_days' },
  denunciation: { label: 'Tố cáo', days: 'denunciation_days' },
} as const

export type PetitionKind = keyof typeof PETITION_KINDS

/** By when the kind is answered, counted from the day it came in. */
export async function dueOn(ctx: Context, kind: PetitionKind, receivedOn: string): Promise<string> {
  const parameter = await ctx.house.parametersOn(ctx, receivedOn)
  return addDays(receivedOn, Number(parameter(PETITION_KINDS[kind].days)))
}

/** Kinds that are taken without a name. */
export async function anonymousKinds(ctx: Context, on: string): Promise<readonly string[]> {
  const parameter = await ctx.house.parametersOn(ctx, on)
  const kinds = parameter('anonymous_petitions')
  return Array.isArray(kinds) ? kinds.map(String) : []
}
