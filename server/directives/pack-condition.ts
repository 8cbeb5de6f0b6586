import {
  type Condition,
  ConditionError,
  leavesOf,
  mismatch,
  type Path,
  readCondition,
} from '#rules/condition.ts'
import { nearest } from '#rules/nearest.ts'
import type { Subject, Vocabulary } from '#rules/vocabulary.ts'
import { type PackFile, placed } from './pack-file.ts'
import type { Parameter } from './pack-shape.ts'

/** What a condition may say: facts by their words, and dated parameters by their names. */
export interface Words {
  vocabulary: Vocabulary
  parameters: readonly Parameter[]
}

/** A condition of a pack, checked against the vocabulary: a mistake is said with file and line. */
export function conditionIn(
  source: Record<string, unknown> | undefined,
  subjectName: string,
  file: PackFile,
  path: Path,
  { vocabulary, parameters }: Words,
): Condition | null {
  const subject = vocabulary[subjectName]
  if (!subject) {
    const at = [...path.slice(0, 1), 'subject']
    throw file.mistake(
      at,
      `unknown subject "${subjectName}"${nearest(subjectName, Object.keys(vocabulary))}`,
    )
  }
  if (!source) return null
  return placed(file, () => {
    const condition = readCondition(source, subject, path)
    checkParameters(condition, subject, parameters, path)
    return condition
  })
}

/** A parameter that a condition names must exist in some pack and fit the fact it is compared with. */
function checkParameters(
  condition: Condition,
  subject: Subject,
  known: readonly Parameter[],
  path: Path,
): void {
  for (const { fact: name, values } of leavesOf(condition)) {
    const fact = subject.facts[name]
    for (const value of values) {
      if (typeof value !== 'object' || !fact) continue
      const parameter = known.find((one) => one.name === value.parameter)
      if (!parameter) {
        const names = known.map((one) => one.name)
        const said = `unknown parameter "${value.parameter}"${nearest(value.parameter, names)}`
        throw new ConditionError(path, said)
      }
      const wrong = parameter.values.map((dated) => mismatch(dated.value, fact)).find(Boolean)
      if (wrong)
        throw new ConditionError(path, `parameter "${parameter.name}" for "${name}": ${wrong}`)
    }
  }
}
