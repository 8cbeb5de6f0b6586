import { z } from 'zod'
import type { Fact, ParameterValue, Vocabulary } from '#rules/vocabulary.ts'
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

export const parameterShape = z.object({
  name: z.string(),
  label: z.string(),
  value: z.string(),
  cite: z.string(),
  since: z.string(),
  note: z.string().nullable(),
})

/** A parameter as a reader sees it: the codes of an order in the words of what is compared by it. */
export function shownParameter(
  found: ParameterInForce,
  vocabulary: Vocabulary,
): z.output<typeof parameterShape> {
  const { value } = found
  if (!Array.isArray(value)) return { ...found, value: String(value).replace('.', ',') }
  if (value.some((one) => typeof one === 'object'))
    return { ...found, value: `bảng ${value.length} dòng` }
  const words = wordsOf(found.name, vocabulary)
  return { ...found, value: value.map((code) => words[code]?.label ?? code).join(' < ') }
}

function wordsOf(order: string, vocabulary: Vocabulary): NonNullable<Fact['values']> {
  const facts = Object.values(vocabulary).flatMap((subject) => Object.values(subject.facts))
  return facts.find((fact) => fact.order === order)?.values ?? {}
}
