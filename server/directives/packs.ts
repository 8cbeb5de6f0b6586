import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Condition, leavesOf, type Path, readCondition } from '#rules/condition.ts'
import { nearest } from '#rules/nearest.ts'
import type { Vocabulary } from '#rules/vocabulary.ts'
import { type Matter, matterShape } from './delegation-shape.ts'
import { PackError, type PackFile, placed, readPackFile, shaped } from './pack-file.ts'
import {
  type Example,
  exampleShape,
  type FigureText,
  figureShape,
  type PackHeader,
  type Parameter,
  packShape,
  parameterShape,
  type TargetText,
  targetShape,
} from './pack-shape.ts'

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
  examples: Example[]
}

/** Every pack in a folder, checked against the vocabulary; the first mistake is thrown as a PackError. */
export function loadPacks(folder: string, vocabulary: Vocabulary): Pack[] {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'pack.yaml')))
    .map(({ name }) => name)
  const packs = names.sort().map((name) => loadPack(folder, name, vocabulary))
  checkParameters(folder, packs)
  return packs
}

export function loadPack(folder: string, name: string, vocabulary: Vocabulary): Pack {
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
  return {
    ...shaped(header, packShape, [], header.content),
    targets: list('targets.yaml', targetShape, (text, source, at) =>
      readTarget(text, source, at, vocabulary),
    ),
    parameters: list('parameters.yaml', parameterShape, (text) => text),
    figures: list('figures.yaml', figureShape, (text, source, at) => ({
      ...text,
      base: conditionIn(text.base, text.subject, source, [...at, 'base'], vocabulary),
      counts: conditionIn(text.counts, text.subject, source, [...at, 'counts'], vocabulary),
    })),
    matters: list('delegations.yaml', matterShape, (text) => text),
    examples: list('examples.yaml', exampleShape, (text) => text),
  }
}

function readTarget(text: TargetText, file: PackFile, at: Path, vocabulary: Vocabulary): Target {
  const read = (source: Record<string, unknown> | undefined, ...leaf: Path) =>
    conditionIn(source, text.subject, file, [...at, ...leaf], vocabulary)
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

function conditionIn(
  source: Record<string, unknown> | undefined,
  subjectName: string,
  file: PackFile,
  path: Path,
  vocabulary: Vocabulary,
): Condition | null {
  const subject = vocabulary[subjectName]
  if (!subject) {
    const at = [...path.slice(0, 1), 'subject']
    throw file.mistake(
      at,
      `unknown subject "${subjectName}"${nearest(subjectName, Object.keys(vocabulary))}`,
    )
  }
  return source ? placed(file, () => readCondition(source, subject, path)) : null
}

/** A parameter that a condition names must exist in some pack. */
function checkParameters(folder: string, packs: Pack[]): void {
  const known = new Set(packs.flatMap(({ parameters }) => parameters.map(({ name }) => name)))
  for (const pack of packs) {
    const conditions = pack.targets.flatMap(({ counts, milestones }) => [
      counts,
      ...milestones.map(({ base }) => base),
    ])
    const named = conditions
      .filter((condition) => condition !== null)
      .flatMap(leavesOf)
      .flatMap(({ values }) =>
        values.flatMap((value) => (typeof value === 'object' ? [value.parameter] : [])),
      )
    const stranger = named.find((name) => !known.has(name))
    if (stranger) {
      throw new PackError(
        `${folder}/${pack.id}/targets.yaml`,
        1,
        `unknown parameter "${stranger}"${nearest(stranger, [...known])}`,
      )
    }
  }
}

const shipped = new WeakMap<Vocabulary, Pack[]>()

/** The packs that come with the product, read once. */
export function shippedPacks(vocabulary: Vocabulary): Pack[] {
  const known = shipped.get(vocabulary) ?? loadPacks(SHIPPED, vocabulary)
  shipped.set(vocabulary, known)
  return known
}
