/** Repeatable draws: the same list in every run. */
export function drawFrom(seed: number) {
  let state = seed
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  return {
    whole: (from: number, to: number) => from + Math.floor(next() * (to - from + 1)),
    one: <T>(among: readonly T[]): T => among[Math.floor(next() * among.length)] as T,
  }
}
