import { useAnswer } from '#web/lib/api.ts'

/** Plans name units by code, questions about one ask by number. */
export function useUnitId(code: string | undefined, asOf: string): number | undefined {
  const units = useAnswer('GET /units', { asOf })
  return units.data?.rows.find((unit) => unit.code === code)?.id
}
