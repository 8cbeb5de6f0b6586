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
  divisions?: string[]
  people?: string[]
  /** What the form does not show is kept as it was written in the file. */
  kept?: StepInput
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
      ...(typeof into === 'string' ? { into } : { founded: into.name }),
      servants: quotas?.civil_servant === undefined ? '' : String(quotas.civil_servant),
    }
  }
  if (step.kind === 'split') {
    const [part] = step.parts
    return {
      ...kept,
      kind: 'split',
      unit: step.unit,
      ends: step.ends ?? true,
      deputies: step.deputies,
      divisions: part?.units ?? [],
      people: part?.people ?? [],
      ...(typeof part?.into === 'string' ? { into: part.into } : { founded: part?.into.name }),
      servants: part?.quotas?.civil_servant === undefined ? '' : String(part.quotas.civil_servant),
    }
  }
  return { ...kept, ...step } as StepFields
}

export function stepOf(fields: StepFields): StepInput {
  const kept = fields.kept?.kind === fields.kind ? fields.kept : undefined
  if (fields.kind === 'merge') return mergeOf(fields, kept)
  if (fields.kind === 'split') return splitOf(fields, kept)
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
  }
}

function mergeOf(fields: StepFields, kept: StepInput | undefined): StepInput {
  const before = kept?.kind === 'merge' ? kept : undefined
  const { quotas: _, ...rest } = before ?? { quotas: undefined }
  return {
    ...rest,
    kind: 'merge',
    units: fields.units ?? [],
    into: targetOf(fields, before?.into),
    deputies: fields.deputies ?? 'keep',
    posts: before?.posts ?? {},
    ...(fields.servants
      ? { quotas: { ...before?.quotas, civil_servant: Number(fields.servants) } }
      : {}),
  }
}

function splitOf(fields: StepFields, kept: StepInput | undefined): StepInput {
  const before = kept?.kind === 'split' ? kept : undefined
  const [first, ...others] = before?.parts ?? []
  return {
    kind: 'split',
    unit: fields.unit ?? '',
    ends: fields.ends ?? false,
    deputies: fields.deputies ?? 'keep',
    parts: [
      {
        into: targetOf(fields, first?.into),
        units: fields.divisions ?? [],
        people: fields.people ?? [],
        quotas: {
          ...first?.quotas,
          ...(fields.servants ? { civil_servant: Number(fields.servants) } : {}),
        },
      },
      ...others,
    ],
  }
}

type Target = Extract<StepInput, { kind: 'merge' }>['into']

function targetOf({ into, founded }: StepFields, before: Target | undefined): Target {
  if (!founded) return into ?? ''
  return typeof before === 'object' ? { ...before, name: founded } : { name: founded }
}
