import type { Actor, Context, House, Province } from '#server/kernel/context.ts'
import { enter } from '#server/kernel/operation.ts'

export interface Bench {
  house: House
  province: Province
  actor: Actor
  people: number
}

export interface Result {
  people: number
  what: string
  ours: number
  theirs: number
  against: string
  ratio: number
  limit: number
}

/** Through the door, as a request does. */
export function asking<T>(
  { house, province, actor }: Bench,
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  return enter(house, province, actor, 'query', work)
}
