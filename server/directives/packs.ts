import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Condition, Path } from '#rules/condition.ts'
import type { Vocabulary } from '#rules/vocabulary.ts'
import { type Matter, matterShape } from './delegation-shape.ts'
import { type Scheme, schemeTextShape } from './evaluation-shape.ts'
import { type Form, readForms } from './forms.ts'
import { type Inspection, readInspection } from './inspection-shape.ts'
import { conditionIn, type Words } from './pack-condition.ts'
import { type PackFile, readPackFile, shaped } from './pack-file.ts'
import {
  type Example,
  exampleShape,
  type FigureText,
  figureShape,
  type PackHeader,
  type Parameter,
  packShape,
  parameterShape,
  type SchemeExample,
  schemeExampleShape,
  type TargetText,
  targetShape,
} from './pack-shape.ts'
import { type Publicity, readPublicity } from './publicity-shape.ts'
import { type PeriodicReport, readReports } from './report-shape.ts'
import { readScheme } from './schemes.ts'
import { readTasks, type TaskFile } from './task-shape.ts'

export const SHIPPED = join(import.meta.dirname, '../../policies')

export interface Milestone {
  by: string
  comparison: 'at_least' | 'at_most'
  threshold: number
  base: Condition | null
  baseLabel: string
}

export interface Target extends Omit<TargetText, 'base' | 'counts' | 'milestones'> {
  counts: Condition | null
  milestones: Milestone[]
}

export interface Figure extends Omit<FigureText, 'base' | 'counts'> {
  base: Condition | null
  counts: Condition | null
}

export interface Pack extends PackHeader {
  targets: Target[]
  parameters: Parameter[]
  figures: Figure[]
  /** Matters of authority, with who may do what in each. */
  matters: Matter[]
  /** Statutory forms: rows, columns and checks as conditions. */
  forms: Form[]
  /** Schemes of evaluation: points, bands, caps, couplings. */
  schemes: Scheme[]
  /** Who must do what by when; null when the text assigns nothing. */
  tasks: TaskFile | null
  /** What is made public to whom; regulations agencies must have. */
  publicity: Publicity
  /** Steps a case should have followed; what early warning looks for. */
  inspection: Inspection
  /** Who reports what to whom: what is counted, what is asked. */
  reports: PeriodicReport[]
  examples: Example[]
  schemeExamples: SchemeExample[]
}

/** Every pack in a folder, checked against the vocabulary; the first mistake is thrown as a PackError. */
export function loadPacks(folder: string, vocabulary: Vocabulary): Pack[] {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'pack.yaml')))
    .map(({ name }) => name)
  const parameters = names.flatMap((name) => parametersIn(folder, name))
  return names.sort().map((name) => loadPack(folder, name, vocabulary, parameters))
}

function parametersIn(folder: string, name: string): Parameter[] {
  const leaf = join(folder, name, 'parameters.yaml')
  if (!existsSync(leaf)) return []
  const source = readPackFile(leaf, `${name}/parameters.yaml`)
  return shaped(source, z.array(parameterShape), [], source.content ?? [])
}

/** One pack; its conditions may name its own parameters and those of the other packs given. */
export function loadPack(
  folder: string,
  name: string,
  vocabulary: Vocabulary,
  others: readonly Parameter[],
): Pack {
  const words = { vocabulary, parameters: [...parametersIn(folder, name), ...others] }
  const file = (leaf: string) => readPackFile(join(folder, name, leaf), `${name}/${leaf}`)
  const header = file('pack.yaml')
  const list = <Shape extends z.ZodType, T>(
    leaf: string,
    shape: Shape,
    read: (text: z.output<Shape>, file: PackFile, at: Path) => T,
  ): T[] => {
    if (!existsSync(join(folder, name, leaf))) return []
    const source = file(leaf)
    const rows = shaped(source, z.array(z.unknown()), [], source.content ?? [])
    return rows.map((row, index) => read(shaped(source, shape, [index], row), source, [index]))
  }
  const targets = list('targets.yaml', targetShape, (text, source, at) =>
    readTarget(text, source, at, words),
  )
  const tasks = readTasks(folder, name, targets, words.parameters)
  return {
    ...shaped(header, packShape, [], header.content),
    targets,
    parameters: list('parameters.yaml', parameterShape, (text) => text),
    figures: list('figures.yaml', figureShape, (text, source, at) => ({
      ...text,
      base: conditionIn(text.base, text.subject, source, [...at, 'base'], words),
      counts: conditionIn(text.counts, text.subject, source, [...at, 'counts'], words),
    })),
    matters: list('delegations.yaml', matterShape, (text) => text),
    forms: readForms(folder, name, words),
    schemes: list('evaluation.yaml', schemeTextShape, (text, source, at) =>
      readScheme(text, source, at, words.parameters),
    ),
    tasks,
    reports: readReports(folder, name, tasks),
    publicity: readPublicity(folder, name, words.parameters),
    inspection: readInspection(folder, name, words.parameters),
    ...examplesIn(folder, name),
  }
}

/** One file holds the worked cases of both kinds; a case of a scheme names it. */
function examplesIn(folder: string, name: string): Pick<Pack, 'examples' | 'schemeExamples'> {
  const found: Pick<Pack, 'examples' | 'schemeExamples'> = { examples: [], schemeExamples: [] }
  if (!existsSync(join(folder, name, 'examples.yaml'))) return found
  const source = readPackFile(join(folder, name, 'examples.yaml'), `${name}/examples.yaml`)
  const rows = shaped(source, z.array(z.record(z.string(), z.unknown())), [], source.content ?? [])
  for (const [index, row] of rows.entries()) {
    if ('scheme' in row) found.schemeExamples.push(shaped(source, schemeExampleShape, [index], row))
    else found.examples.push(shaped(source, exampleShape, [index], row))
  }
  return found
}

function readTarget(text: TargetText, file: PackFile, at: Path, words: Words): Target {
  const read = (source: Record<string, unknown> | undefined, ...leaf: Path) =>
    conditionIn(source, text.subject, file, [...at, ...leaf], words)
  if (text.measure === 'reduction' && !text.baseline)
    throw file.mistake(at, 'a reduction needs a baseline date')
  if (text.measure !== 'reduction' && text.measure !== 'count' && !text.counts) {
    throw file.mistake(at, `a ${text.measure} says who counts: "counts" is missing`)
  }
  const base = read(text.base, 'base')
  const { milestones, ...rest } = text
  return {
    ...rest,
    counts: read(text.counts, 'counts'),
    milestones: milestones.map((milestone, index) => ({
      by: milestone.by,
      comparison: milestone.at_least === undefined ? 'at_most' : 'at_least',
      threshold: milestone.at_least ?? milestone.at_most ?? 0,
      base: milestone.base ? read(milestone.base, 'milestones', index, 'base') : base,
      baseLabel: milestone.base_label ?? text.base_label,
    })),
  }
}

const shipped = new WeakMap<Vocabulary, Pack[]>()

/** The packs that come with the product, read once. */
export function shippedPacks(vocabulary: Vocabulary): Pack[] {
  const known = shipped.get(vocabulary) ?? loadPacks(SHIPPED, vocabulary)
  shipped.set(vocabulary, known)
  return known
}
