import type { StepKind } from '#server/reorganisations/plan-shape.ts'
import type { StepInput } from './shapes.ts'

/** A step as the form holds it: every field flat, whichever the kind asks for. */
export interface StepFields {
  kind: StepKind
  units?: string[]
  into?: string
  founded?: string
  unit?: string
  name?: string
  short_name?: string
  becomes?: string
  under?: string
  people_to?: string
  children_under?: string
  quotas?: 'end' | 'follow'
  deputies?: 'keep' | 'wait'
  servants?: string
  ends?: boolean
  parts?: PartFields[]
  /** Which of the parts takes the rest. */
  restTo?: number
  mapping?: { from: string; to: string }[]
  /** What the form does not show is kept as it was written in the file. */
  kept?: StepInput
}

interface PartFields {
  into?: string
  founded?: string
  divisions?: string[]
  titles?: string[]
  people?: string[]
  servants?: string
  employees?: string
  kept?: Part
}

export function fieldsOf(step: StepInput): StepFields {
  const kept = { kept: step }
  if (step.kind === 'merge') {
    const { into, quotas, ...rest } = step
    return {
      ...kept,
      kind: 'merge',
      units: rest.units,
      deputies: rest.deputies,
      mapping: mappingOf(rest.posts),
      ...(typeof into === 'string' ? { into } : { founded: into.name }),
      servants: quotas?.civil_servant === undefined ? '' : String(quotas.civil_servant),
    }
  }
  if (step.kind === 'split') {
    return {
      ...kept,
      kind: 'split',
      unit: step.unit,
      ends: step.ends ?? true,
      deputies: step.deputies,
      mapping: mappingOf(step.posts),
      parts: step.parts.map(partFieldsOf),
      restTo: Math.max(
        step.parts.findIndex(({ rest }) => rest),
        0,
      ),
    }
  }
  if (step.kind === 'dissolve') return { ...kept, ...step, mapping: mappingOf(step.posts) }
  return { ...kept, ...step } as StepFields
}

export function stepOf(fields: StepFields): StepInput {
  const kept = fields.kept?.kind === fields.kind ? fields.kept : undefined
  if (fields.kind === 'merge') return mergeOf(fields, kept)
  if (fields.kind === 'split') return splitOf(fields)
  const { unit = '', name = '', under = '', people_to = '' } = fields
  if (fields.kind === 'move') return { kind: 'move', unit, under }
  if (fields.kind === 'rename')
    return {
      kind: 'rename',
      unit,
      name,
      ...(fields.short_name ? { short_name: fields.short_name } : {}),
      ...(fields.becomes ? { becomes: fields.becomes as 'ward' } : {}),
    }
  return {
    ...(kept?.kind === 'dissolve' ? kept : {}),
    kind: 'dissolve',
    unit,
    people_to,
    ...(fields.children_under ? { children_under: fields.children_under } : {}),
    quotas: fields.quotas ?? 'end',
    deputies: fields.deputies ?? 'keep',
    posts: postsOf(fields),
  }
}

const mappingOf = (posts: Readonly<Record<string, string>> = {}) =>
  Object.entries(posts).map(([from, to]) => ({ from, to }))

const postsOf = ({ mapping = [] }: StepFields) =>
  Object.fromEntries(mapping.map(({ from, to }) => [from, to]))

function mergeOf(fields: StepFields, kept: StepInput | undefined): StepInput {
  const before = kept?.kind === 'merge' ? kept : undefined
  const { quotas: _, ...rest } = before ?? { quotas: undefined }
  return {
    ...rest,
    kind: 'merge',
    units: fields.units ?? [],
    into: targetOf(fields, before?.into),
    deputies: fields.deputies ?? 'keep',
    posts: postsOf(fields),
    ...(fields.servants
      ? { quotas: { ...before?.quotas, civil_servant: Number(fields.servants) } }
      : {}),
  }
}

function splitOf(fields: StepFields): StepInput {
  return {
    kind: 'split',
    unit: fields.unit ?? '',
    ends: fields.ends ?? false,
    deputies: fields.deputies ?? 'keep',
    posts: postsOf(fields),
    parts: (fields.parts ?? []).map((part, place) => ({
      ...partOf(part),
      rest: fields.ends === true && place === (fields.restTo ?? 0),
    })),
  }
}

type Part = Extract<StepInput, { kind: 'split' }>['parts'][number]

function partFieldsOf(part: Part): PartFields {
  const { into, units, titles, people, quotas = {} } = part
  const shown = (number: number | undefined) => (number === undefined ? '' : String(number))
  return {
    ...{ divisions: units ?? [], titles: titles ?? [], people: people ?? [] },
    ...(typeof into === 'string' ? { into } : { founded: into.name }),
    servants: shown(quotas.civil_servant),
    employees: shown(quotas.public_employee),
    kept: part,
  }
}

function partOf(fields: PartFields): Part {
  const { divisions = [], titles = [], people = [], kept } = fields
  const quotas = { ...kept?.quotas }
  for (const [kind, typed] of [
    ['civil_servant', fields.servants],
    ['public_employee', fields.employees],
  ] as const) {
    if (typed) quotas[kind] = Number(typed)
    else delete quotas[kind]
  }
  return { into: targetOf(fields, kept?.into), units: divisions, titles, people, quotas }
}

type Target = Extract<StepInput, { kind: 'merge' }>['into']

function targetOf(
  { into, founded }: Pick<StepFields, 'into' | 'founded'>,
  before: Target | undefined,
): Target {
  if (!founded) return into ?? ''
  return typeof before === 'object' ? { ...before, name: founded } : { name: founded }
}
