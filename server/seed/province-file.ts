import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { isoDate } from '#server/kernel/dates.ts'

const FOLDER = join(import.meta.dirname, '../../provinces')

const postPlan = z.strictObject({
  title: z.string(),
  name: z.string(),
  seats: z.int().min(1).default(1),
  managed_by: z.string().default('standing_committee'),
  in_frame: z.boolean().default(true),
  is_key: z.boolean().default(false),
  employment: z.string().optional(),
})
export type PostPlan = z.output<typeof postPlan>

const unitPlan = z.strictObject({
  name: z.string(),
  short: z.string().optional(),
  code: z.string().optional(),
  kind: z.string().optional(),
  posts: z.array(postPlan).optional(),
  divisions: z.array(z.string()).optional(),
  specialists: z.int().optional(),
  until: isoDate.optional(),
})
export type UnitPlan = z.output<typeof unitPlan>

const groupPlan = z.strictObject({
  kind: z.string(),
  block: z.string().nullable().default(null),
  level: z.enum(['province', 'district', 'commune']).default('province'),
  /** Name of the unit the group belongs to; the province itself when absent. */
  under: z.string().optional(),
  from: isoDate.default('2000-01-01'),
  posts: z.array(postPlan).default([]),
  divisions: z.array(z.string()).default([]),
  /** Professional seats of one division. */
  specialists: z.int().default(3),
  employment: z.string().default('civil_servant'),
  units: z.array(unitPlan),
})
export type GroupPlan = z.output<typeof groupPlan>

const mergerPlan = z.strictObject({
  on: isoDate,
  into: z.string(),
  from: z.array(z.string()),
  basis: z.string(),
})
export type MergerPlan = z.output<typeof mergerPlan>

/** Communes of two-level government, each with the former communes it was made of, by district. */
const communePlan = z.strictObject({
  on: isoDate,
  basis: z.string(),
  districts_basis: z.string(),
  former_posts: z.array(postPlan),
  posts: z.array(postPlan),
  units: z.array(
    z.strictObject({
      name: z.string(),
      national_code: z.string(),
      of: z.record(z.string(), z.array(z.string())),
    }),
  ),
})
export type CommunePlan = z.output<typeof communePlan>

const accountPlan = z.strictObject({
  username: z.string(),
  password: z.string().min(12),
  role: z.string(),
  what: z.string(),
  display_name: z.string().optional(),
  position: z.string().optional(),
  unit: z.string().optional(),
})

const byRank = z.record(z.string(), z.number())

/** Shares of people who hold something, by the highest rank they reached; invented, set by the file. */
const profile = z.strictObject({
  postgraduate: byRank,
  principal: byRank,
  senior: byRank,
  /** Of commune people, by degree. */
  commune_degrees: byRank,
  /** Share whose language and computer certificates reach what their title asks. */
  language: z.number(),
  it: z.number(),
  skills: z.number(),
  party: byRank,
  full_time: z.number(),
})

const provinceFile = z.strictObject({
  code: z.string(),
  name: z.string(),
  /** Begins every record number. */
  prefix: z.string(),
  looks_at: isoDate,
  /** The day the invented snapshot is built for; what follows is simulated month by month. */
  snapshot_on: isoDate,
  simulated_until: isoDate,
  first_rated_year: z.int(),
  women: byRank,
  profile,
  ethnicities: z.record(z.string(), z.number()),
  religions: z.record(z.string(), z.number()),
  home_places: z.array(z.string()),
  packs: z.array(
    z.strictObject({
      id: z.string(),
      from: isoDate,
      until: isoDate.optional(),
      basis: z.string().optional(),
    }),
  ),
  accounts: z.array(accountPlan),
  groups: z.array(groupPlan),
  mergers: z.array(mergerPlan).default([]),
  communes: communePlan.optional(),
})
export type ProvinceFile = z.output<typeof provinceFile>

const titleFile = z.array(
  z.strictObject({
    code: z.string(),
    name: z.string(),
    short: z.string().optional(),
    rank: z.string(),
    /** Requirement → level the title asks for. */
    asks: z.record(z.string(), z.string()).default({}),
    clause: z.string().optional(),
  }),
)
export type Title = z.output<typeof titleFile>[number]

export function provinceCodes(): string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -'.yaml'.length))
    .sort()
}

export const readProvinceFile = (code: string): ProvinceFile =>
  provinceFile.parse(parse(readFileSync(join(FOLDER, `${code}.yaml`), 'utf8')))

/** The titles every province starts from, in the order of lists. */
export const readTitles = (): Title[] =>
  titleFile.parse(parse(readFileSync(join(FOLDER, 'shared/titles.yaml'), 'utf8')))
