import { nearest } from '#rules/nearest.ts'
import type { Scheme } from '#server/directives/evaluation-shape.ts'
import type { Pack } from '#server/directives/packs.ts'
import { parametersInForce, reader } from '#server/directives/parameters.ts'
import { schemeInForce } from '#server/directives/schemes.ts'
import { inVietnamese } from '#server/kernel/dates.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Chosen } from './choose.ts'
import type { Citing } from './score.ts'

export function namedScheme(packs: readonly Pack[], id: string): Chosen {
  const all = packs.flatMap((pack) => pack.schemes.map((scheme) => ({ pack, scheme })))
  const found = all.find(({ scheme }) => scheme.id === id)
  if (found) return found
  const ids = all.map(({ scheme }) => scheme.id)
  const near = /"(.+)"/.exec(nearest(id, ids))?.[1]
  throw new Refusal(
    'not_found',
    `Không có quy chế đánh giá “${id}”${near ? `; có phải “${near}”?` : '.'} Đang có: ${ids.join(', ')}.`,
  )
}

/** A scheme outside a province: by its own pack and those that apply everywhere, with values set by hand. */
export function schemeOn(
  { pack, scheme }: Chosen,
  packs: readonly Pack[],
  on: string,
  own: Readonly<Record<string, unknown>>,
): Citing {
  mustBeInForce(scheme, on)
  const adopted = packs
    .filter((one) => one.id === pack.id || one.applies_everywhere)
    .toSorted((a, b) => a.in_force.from.localeCompare(b.in_force.from))
    .map((one) => ({ pack: one, adoptedFrom: one.in_force.from, overrides: { ...own } }))
  const known = parametersInForce(adopted, on)
  const stranger = Object.keys(own).find((name) => !known.has(name))
  if (stranger)
    throw new Refusal(
      'invalid',
      `Không có tham số “${stranger}”${nearest(stranger, [...known.keys()]).replace('did you mean', 'có phải')}`,
    )
  const inForce = schemeInForce(scheme, reader(known, on))
  return { scheme: inForce, document: pack.number, alike: schemesLike(scheme, packs) }
}

/** Who lives under the State and the Party is rated twice: a year is made of the months of its own regime. */
export const schemesLike = ({ regime, about }: Scheme, packs: readonly Pack[]): string[] =>
  packs
    .flatMap(({ schemes }) => schemes)
    .filter((one) => one.regime === regime && one.about === about)
    .map(({ id }) => id)

function mustBeInForce({ label, from, to }: Scheme, on: string): void {
  if (from <= on && (to === undefined || on <= to)) return
  const until = to ? ` đến ${inVietnamese(to)}` : ''
  throw new Refusal(
    'against_rule',
    `Ngày ${inVietnamese(on)} không áp dụng “${label}”: quy chế này áp dụng từ ${inVietnamese(from)}${until}. Hãy đổi on hoặc chọn quy chế khác.`,
  )
}

/** The day a file is worked on when it names none: today, or the last day of a scheme that ended. */
export function dayOf({ scheme }: Chosen, today: string): string {
  return scheme.to && scheme.to < today ? scheme.to : scheme.from > today ? scheme.from : today
}
