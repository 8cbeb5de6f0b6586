/** One row of a partition: the parts add up to a total that is published beside them. */
export interface Part {
  label: string
  people: number
}

/**
 * Which parts must not be said. A part below the smallest is hidden; so that nobody gets it back by
 * subtracting, more are hidden, smallest first, until what is hidden together is at least two parts
 * and not a small group itself.
 */
export function hiddenParts(parts: readonly Part[], smallest: number): ReadonlySet<Part> {
  const ascending = parts.filter(({ people }) => people > 0).toSorted((a, b) => a.people - b.people)
  const hidden = new Set(ascending.filter(({ people }) => people < smallest))
  if (hidden.size === 0) return hidden
  const sum = () => [...hidden].reduce((total, { people }) => total + people, 0)
  for (const part of ascending) if (hidden.size < 2 || sum() < smallest) hidden.add(part)
  return hidden
}

/** What is said of each part: the number, or only that it is not given. */
export function saidParts(parts: readonly Part[], smallest: number): [string, string][] {
  const hidden = hiddenParts(parts, smallest)
  return parts.map((part) => [
    part.label,
    hidden.has(part) ? 'không công bố' : part.people.toLocaleString('vi-VN'),
  ])
}
