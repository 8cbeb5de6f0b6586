import { findUnit, unitsOn } from '#server/directives/units.ts'
import type { Context } from '#server/kernel/context.ts'

/** The number of a unit typed as a number, a code or a name. */
export async function unitTyped(
  { db }: Context,
  wanted: string | number,
  asOf: string,
): Promise<number> {
  return findUnit(await unitsOn(db, asOf), wanted).id
}
