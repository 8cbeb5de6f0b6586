import type { PublicityItem } from '#server/directives/publicity-shape.ts'
import type { Context } from '#server/kernel/context.ts'
import { planning, ratings, structure } from './contents-counted.ts'
import { appointments, disciplines, ownRatings, rewards } from './contents-of-people.ts'
import { regulations, vacancies } from './contents-of-units.ts'

export interface Line {
  unitId: number | null
  cadreId: number | null
  cells: string[]
}

export interface Counted {
  headings: string[]
  lines: Line[]
}

export interface Asked {
  asOf: string
  /** A group under this many people is not said. */
  smallest: number
}

/** Each content the texts may name, counted from the records as of a day. */
export const CONTENT_OF: Readonly<
  Record<PublicityItem['content'], (ctx: Context, asked: Asked) => Promise<Counted>>
> = {
  structure,
  vacancies,
  regulations,
  ratings,
  planning,
  appointments,
  rewards,
  disciplines,
  own_rating: ownRatings,
}
