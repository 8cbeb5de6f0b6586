import type { ParameterValue } from '#rules/vocabulary.ts'
import type { Context } from '#server/kernel/context.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { type Adopted, adoptedPacks } from './adoption.ts'

export interface ParameterInForce {
  name: string
  label: string
  value: ParameterValue
  /** Document and clause; the province's own setting says so. */
  cite: string
  since: string
  note: string | null
}

/**
 * Each parameter as it stands on a date: the value of the latest text in force that day, unless the
 * province set its own. A value is dated by the text, not by the day it was entered.
 */
export function parametersInForce(
  adopted: readonly Adopted[],
  asOf: string,
): Map<string, ParameterInForce> {
  const inForce = new Map<string, ParameterInForce>()
  for (const { pack, overrides, adoptedFrom } of adopted) {
    for (const { name, label, note, values } of pack.parameters) {
      const current = values.filter(({ from }) => from <= asOf).at(-1) ?? values[0]
      if (!current) continue
      const known = inForce.get(name)
      if (known && (known.since > current.from || current.from > asOf)) continue
      const own = overrides[name]
      inForce.set(name, {
        name,
        label,
        note: note ?? null,
        value: (own ?? current.value) as ParameterValue,
        cite:
          own === undefined
            ? `${pack.number} · ${current.cite}`
            : `Tỉnh tự đặt, thay ${pack.number} · ${current.cite}`,
        since: own === undefined ? current.from : adoptedFrom,
      })
    }
  }
  return inForce
}

export async function parametersOn(
  ctx: Context,
  asOf: string,
): Promise<(name: string) => ParameterValue> {
  return reader(parametersInForce(await adoptedPacks(ctx, asOf), asOf), asOf)
}

export function reader(
  inForce: Map<string, ParameterInForce>,
  asOf: string,
): (name: string) => ParameterValue {
  return (name) => {
    const found = inForce.get(name)
    if (!found)
      throw new Refusal(
        'against_rule',
        `Ngày ${asOf} chưa có văn bản nào quy định tham số “${name}”.`,
      )
    return found.value
  }
}
