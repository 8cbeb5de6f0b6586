import type { Bench, Result } from './result.ts'

export async function benchImport(_bench: Bench): Promise<Result[]> {
  return []
}
