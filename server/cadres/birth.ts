import { addYears, inVietnamese } from '#server/kernel/dates.ts'

export type BornPrecision = 'day' | 'month' | 'year'

export interface Birth {
  born_on: string | null
  born_latest: string | null
  born_precision: string | null
}

/** The birth date as far as the record knows it: 12/05/1986, 05/1986 or 1986. */
export function bornText({ born_on, born_precision }: Birth): string | null {
  if (born_on === null) return null
  if (born_precision === 'year') return born_on.slice(0, 4)
  return born_precision === 'month' ? inVietnamese(born_on.slice(0, 7)) : inVietnamese(born_on)
}

/** Full years that day; null when the known part of the birth date allows two ages. */
export function ageOn({ born_on, born_latest }: Birth, asOf: string): number | null {
  if (born_on === null || born_latest === null) return null
  const oldest = fullYears(born_on, asOf)
  return oldest === fullYears(born_latest, asOf) ? oldest : null
}

function fullYears(bornOn: string, asOf: string): number {
  const years = Number(asOf.slice(0, 4)) - Number(bornOn.slice(0, 4))
  return asOf.slice(5) < bornOn.slice(5) ? years - 1 : years
}

/** Born on this day or before: that age reached that day. Computed once, never for each row. */
export const bornBy = (asOf: string, age: number): string => addYears(asOf, -age)
