import { firstOfNextMonth, plusMonths, yearOf } from './days.ts'

/**
 * The first day without work: the month after the retirement age is reached (NĐ 135/2020, normal
 * conditions). Invented careers must end when real ones would; what the product itself computes
 * comes from the parameters of the packs.
 */
export function retiresFrom(sex: 'male' | 'female', born: string): string {
  const before2021 = plusMonths(born, (sex === 'male' ? 60 : 55) * 12)
  if (yearOf(before2021) < 2021) return firstOfNextMonth(before2021)
  for (let year = 2021; ; year++) {
    const reached = plusMonths(born, ageInMonths(sex, year))
    if (yearOf(reached) <= year) return firstOfNextMonth(reached)
  }
}

function ageInMonths(sex: 'male' | 'female', year: number): number {
  const steps = year - 2020
  return sex === 'male'
    ? Math.min(62 * 12, 60 * 12 + 3 * steps)
    : Math.min(60 * 12, 55 * 12 + 4 * steps)
}
