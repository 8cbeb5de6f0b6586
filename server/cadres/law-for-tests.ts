/** The parameters of the shipped packs, for tests that do not ask how a province adopts them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { ParameterValue } from '#rules/vocabulary.ts'
import type { Context } from '#server/kernel/context.ts'
import { retirementSchedule } from './retirement.ts'

const PACKS = ['quy-uoc-chung', 'chinh-phu-135-nd-cp-2020']

interface Written {
  name: string
  values: { value: ParameterValue }[]
}

const LAW = new Map(
  PACKS.flatMap((pack) => {
    const file = join(import.meta.dirname, '../../policies', pack, 'parameters.yaml')
    const written = parse(readFileSync(file, 'utf8')) as Written[]
    return written.map(({ name, values }) => [name, values.at(-1)?.value] as const)
  }),
)

function parameter(name: string): ParameterValue {
  const value = LAW.get(name)
  if (value === undefined) throw new Error(`no parameter ${name} in ${PACKS.join(', ')}`)
  return value
}

export const SCHEDULE = retirementSchedule(parameter('retirement_ages'))

export function withLaw(ctx: Context): Context {
  return { ...ctx, house: { ...ctx.house, parametersOn: async () => parameter } }
}
