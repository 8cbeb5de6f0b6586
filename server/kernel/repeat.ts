/** Does something now and again every so often; a failure is said, and the next turn tries anew. */
export async function repeat(
  everyMs: number,
  work: () => Promise<unknown>,
  saysOf: (failure: string) => string,
): Promise<() => void> {
  const turn = async () => {
    try {
      await work()
    } catch (error) {
      console.error(saysOf((error as Error).message))
    }
  }
  await turn()
  const timer = setInterval(turn, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}
