import { nearest } from '#rules/nearest.ts'
import type { Pack } from '#server/directives/packs.ts'
import { parametersInForce, reader } from '#server/directives/parameters.ts'
import { schemeInForce } from '#server/directives/schemes.ts'
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
  return { scheme: schemeInForce(scheme, reader(known, on)), document: pack.number }
}

/** The day a file is worked on when it names none: today, or the last day of a scheme that ended. */
export function dayOf({ scheme }: Chosen, today: string): string {
  return scheme.to && scheme.to < today ? scheme.to : scheme.from > today ? scheme.from : today
}
