/** Exact fractions: 89.995 is not 90, and a third of 70 stays a third until a scheme rounds it. */
export interface Rational {
  readonly top: bigint
  readonly bottom: bigint
}

/** A decimal as written, 0.1 or "1.6" or 1e-7, without the error of binary fractions. */
export function exact(value: number | string): Rational {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(String(value))
  if (!match) throw new Error(`not a decimal: ${value}`)
  const [, sign, whole = '', decimals = '', exponent = '0'] = match
  const digits = BigInt(`${sign}${whole}${decimals}`)
  const power = Number(exponent) - decimals.length
  return power >= 0
    ? ratio(digits * 10n ** BigInt(power), 1n)
    : ratio(digits, 10n ** BigInt(-power))
}

export const ZERO: Rational = { top: 0n, bottom: 1n }
export const HUNDRED: Rational = { top: 100n, bottom: 1n }

export const plus = (a: Rational, b: Rational) =>
  ratio(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)
export const minus = (a: Rational, b: Rational) => plus(a, { top: -b.top, bottom: b.bottom })
export const times = (a: Rational, b: Rational) => ratio(a.top * b.top, a.bottom * b.bottom)
export const over = (a: Rational, b: Rational) => ratio(a.top * b.bottom, a.bottom * b.top)
export const isBelow = (a: Rational, b: Rational) => a.top * b.bottom < b.top * a.bottom
export const lesser = (a: Rational, b: Rational) => (isBelow(b, a) ? b : a)
export const greater = (a: Rational, b: Rational) => (isBelow(a, b) ? b : a)
export const sum = (list: readonly Rational[]) => list.reduce(plus, ZERO)
export const mean = (list: readonly Rational[]) => over(sum(list), exact(list.length))

export type Rounding = 'none' | 'half_up_0' | 'half_up_1' | 'half_up_2' | 'down_2'

export function rounded(value: Rational, how: Rounding): Rational {
  if (how === 'none') return value
  const unit = 10n ** BigInt(how.slice(-1))
  const scaled = times(value, ratio(unit, 1n))
  return ratio(how.startsWith('down') ? floor(scaled) : floor(plus(scaled, ratio(1n, 2n))), unit)
}

/** The whole number at or below. */
export function floor({ top, bottom }: Rational): bigint {
  const whole = top / bottom
  return top < 0n && whole * bottom !== top ? whole - 1n : whole
}

/** For answers: cut, not rounded, after six decimals, so that 89.9999999 never reads 90. */
export function shown(value: Rational): number {
  return Number(floor(times(value, exact(1_000_000)))) / 1_000_000
}

/** 89,995 as a form prints it. */
export const inVietnamese = (value: Rational) => String(shown(value)).replace('.', ',')

function ratio(top: bigint, bottom: bigint): Rational {
  if (bottom === 0n) throw new Error('division by zero')
  const divisor = common(top < 0n ? -top : top, bottom < 0n ? -bottom : bottom)
  const sign = bottom < 0n ? -1n : 1n
  return { top: (sign * top) / divisor, bottom: (sign * bottom) / divisor }
}

function common(a: bigint, b: bigint): bigint {
  let [greater, smaller] = [a, b]
  while (smaller !== 0n) [greater, smaller] = [smaller, greater % smaller]
  return greater === 0n ? 1n : greater
}
