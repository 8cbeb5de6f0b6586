export interface Contender {
  name: string
  run(): Promise<unknown>
}

export interface Timing {
  name: string
  /** Median in milliseconds. */
  median: number
}

/** Calls the contenders in turn, so that a busy moment of the machine hits all of them alike. */
export async function inTurn(contenders: Contender[], rounds: number): Promise<Timing[]> {
  const times = contenders.map(() => [] as number[])
  for (const { run } of contenders) await run()
  for (let round = 0; round < rounds; round++) {
    for (const [index, { run }] of contenders.entries()) {
      const started = performance.now()
      await run()
      times[index]?.push(performance.now() - started)
    }
  }
  return contenders.map(({ name }, index) => ({ name, median: median(times[index] ?? []) }))
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
