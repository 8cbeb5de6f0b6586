import { z } from 'zod'
import type { Form, FormCheck } from '#server/directives/forms.ts'

export const checkShape = z.object({
  rule: z.string(),
  cite: z.string(),
  of: z.enum(['columns', 'rows']),
  /** Where it was asked: a row for a rule of columns, a column for a rule of rows; null is the total. */
  where: z.string().nullable(),
  ok: z.boolean(),
  left: z.number(),
  right: z.number(),
  /** People whom the records leave open in the cells that were added: often why the sides differ. */
  unknown: z.number(),
})

export type Check = z.output<typeof checkShape>

interface Value {
  value: number | null
  unknown: number
}

interface Row {
  no: string
  label: string
  cells: readonly Value[]
}

/** Each rule at the total; where it fails in a row or column, there as well. */
export function checked(form: Form, rows: readonly Row[], totals: readonly Value[]): Check[] {
  const columnOf = (no: string) => form.columns.findIndex((column) => column.no === no)
  const averages = form.rows?.filter(({ average }) => average).map(({ no }) => no)
  const isCounted = ({ no }: Row) => !averages?.includes(no)
  return form.checks.flatMap((check) => {
    const [first, ...others] =
      check.of === 'columns'
        ? [{ label: null, cells: totals }, ...rows.filter(isCounted)].map(({ label, cells }) =>
            asked(check, label, (no) => cells[columnOf(no)]),
          )
        : form.columns.map(({ label }, c) =>
            asked(
              check,
              c === 0 ? null : label,
              (no) => rows.find((row) => row.no === no)?.cells[c],
            ),
          )
    return first ? [first, ...others.filter(({ ok }) => !ok)] : []
  })
}

function asked(
  { rule, cite, of, comparison, left, right }: FormCheck,
  where: string | null,
  at: (no: string) => Value | undefined,
): Check {
  const sum = (side: readonly string[]) => side.reduce((all, no) => all + (at(no)?.value ?? 0), 0)
  const sides = { left: sum(left), right: sum(right) }
  return {
    ...{ rule: rule.replace('<=', '≤'), cite, of, where, ...sides },
    ok: comparison === '=' ? sides.left === sides.right : sides.left <= sides.right,
    unknown: [...left, ...right].reduce((all, no) => Math.max(all, at(no)?.unknown ?? 0), 0),
  }
}
