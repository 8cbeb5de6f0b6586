import { leavesOf, type Path, readCondition } from '#rules/condition.ts'
import { nearest } from '#rules/nearest.ts'
import type { ParameterValue } from '#rules/vocabulary.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import {
  type Scheme,
  type SchemeInForce,
  type SchemeText,
  schemeShape,
  schemeTextShape,
} from './evaluation-shape.ts'
import { EVALUATION_WORDS } from './evaluation-words.ts'
import { type PackFile, placed } from './pack-file.ts'
import type { Parameter } from './pack-shape.ts'

/** Checks what a shape alone cannot: parameters that exist and fit, conditions, bands in order. */
export function readScheme(
  text: SchemeText,
  file: PackFile,
  at: Path,
  parameters: readonly Parameter[],
): Scheme {
  const { bands, rules, ...rest } = text
  for (const { path, name } of parametersNamed(rest)) {
    const known = parameters.find((one) => one.name === name)
    if (!known) {
      const names = parameters.map((one) => one.name)
      throw file.mistake([...at, ...path], `unknown parameter "${name}"${nearest(name, names)}`)
    }
    for (const { value } of known.values) checkFits(text, file, at, path, known.name, value)
  }
  const { test, criteria = [] } = text.score?.common ?? {}
  const criterion = test?.criterion
  if (criterion && !criteria.some(({ id }) => id === criterion)) {
    const ids = criteria.map(({ id }) => id)
    throw file.mistake(
      [...at, 'score', 'common', 'test', 'criterion'],
      `unknown criterion "${criterion}"${nearest(criterion, ids)}`,
    )
  }
  const falling = bands.every(
    ({ from }, index) => index === 0 || (from ?? 0) <= (bands[index - 1]?.from ?? 0),
  )
  if (!falling) throw file.mistake([...at, 'bands'], 'bands go from the highest to the lowest')
  const about = (source: Record<string, unknown>, ...leaf: Path) => {
    const path = [...at, ...leaf]
    const condition = placed(file, () => readCondition(source, EVALUATION_WORDS, path))
    // A condition weighs one person on a file, where no parameter of a province is at hand.
    if (leavesOf(condition).some(({ values }) => values.some((one) => typeof one === 'object')))
      throw file.mistake(path, 'a condition of a scheme states its values, not parameters')
    return condition
  }
  return {
    ...rest,
    bands: bands.map(({ needs, ...band }, index) => ({
      ...band,
      needs: needs ? about(needs, 'bands', index, 'needs') : null,
    })),
    rules: rules.map(({ when, ...rule }, index) => ({
      ...rule,
      when: about(when, 'rules', index, 'when'),
    })),
  }
}

/** The scheme with each parameter at its value; a province's own value stays within the text's limits. */
export function schemeInForce(
  { bands, rules, ...rest }: Scheme,
  parameter: (name: string) => ParameterValue,
): SchemeInForce {
  const shape = schemeShape.omit({ bands: true, rules: true })
  const parsed = shape.safeParse(replaced(rest, parameter))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new Refusal(
      'against_rule',
      `Tham số của quy chế “${rest.label}” chưa hợp lệ ở ${issue?.path.join('.')}: ${issue?.message}.`,
    )
  }
  const common = parsed.data.score?.common
  if (common && (common.points < common.at_least || common.points > common.at_most)) {
    throw new Refusal(
      'against_rule',
      `Điểm tiêu chí chung ${common.points} nằm ngoài khoảng ${common.at_least}–${common.at_most} mà văn bản cho phép (${common.cite}).`,
    )
  }
  return { ...parsed.data, bands, rules }
}

function checkFits(
  text: SchemeText,
  file: PackFile,
  at: Path,
  path: Path,
  name: string,
  value: unknown,
): void {
  const tried = schemeTextShape.safeParse(withValue(text, path, value))
  if (tried.success) return
  throw file.mistake(
    [...at, ...path],
    `parameter "${name}" does not fit: ${tried.error.issues[0]?.message}`,
  )
}

/** Where a scheme names a parameter. */
function parametersNamed(value: unknown, path: Path = []): { path: Path; name: string }[] {
  if (typeof value !== 'object' || value === null) return []
  if ('parameter' in value) return [{ path, name: String(value.parameter) }]
  return Object.entries(value).flatMap(([key, inner]) =>
    parametersNamed(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  )
}

function replaced(value: unknown, parameter: (name: string) => ParameterValue): unknown {
  return parametersNamed(value).reduce(
    (sum, { path, name }) => withValue(sum, path, parameter(name)),
    value,
  )
}

function withValue(whole: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value
  const inner = withValue((whole as Record<string, unknown>)[step], rest, value)
  return Array.isArray(whole)
    ? whole.with(Number(step), inner)
    : { ...(whole as object), [step]: inner }
}
