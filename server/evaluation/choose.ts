import type { Scheme } from '#server/directives/evaluation-shape.ts'
import type { Pack } from '#server/directives/packs.ts'

/** Who or what is rated, for which period, on which day. */
export interface Rated {
  about: Scheme['about']
  /** Of a person; a collective has none. */
  employment?: NonNullable<Scheme['employment']>[number]
  isPartyMember?: boolean
  period: Scheme['periods'][number]
  on: string
}

export interface Chosen {
  pack: Pack
  scheme: Scheme
}

/**
 * The schemes that rate somebody that day: at most one of the State and one of the Party, since a
 * party member lives under both. Of several, the later text; on one day, the province's own.
 */
export function schemesFor(packs: readonly Pack[], rated: Rated): Chosen[] {
  const fitting = packs
    .flatMap((pack) => pack.schemes.map((scheme) => ({ pack, scheme })))
    .filter(({ scheme }) => fits(scheme, rated))
    .toSorted(
      (a, b) =>
        b.scheme.from.localeCompare(a.scheme.from) ||
        Number(a.pack.applies_everywhere) - Number(b.pack.applies_everywhere),
    )
  return (['state', 'party'] as const).flatMap(
    (regime) => fitting.find(({ scheme }) => scheme.regime === regime) ?? [],
  )
}

function fits(scheme: Scheme, { about, employment, isPartyMember, period, on }: Rated): boolean {
  const isInForce = scheme.from <= on && on <= (scheme.to ?? '9999-12-31')
  const isMeant =
    scheme.employment === undefined ||
    (employment !== undefined && scheme.employment.includes(employment))
  const isOfRegime = scheme.regime === 'state' || about === 'collective' || isPartyMember === true
  return (
    isInForce && isMeant && isOfRegime && scheme.about === about && scheme.periods.includes(period)
  )
}
