import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { nearest } from '#rules/nearest.ts'
import { UNIT_KINDS } from '#server/organisation/code-lists.ts'
import { codeShape } from './code-shape.ts'
import { readPackFile, shaped } from './pack-file.ts'
import type { Parameter } from './pack-shape.ts'

const text = z.string().trim().min(1)
const clause = z.string({ error: 'a clause is required' }).trim().min(1)
const word = z.string().regex(/^[a-z][a-z_]*$/, 'an id has lower-case letters and underscores')

/** From everybody to one person; what is shown to everybody may speak of nobody. */
export const CIRCLES = {
  public: { label: 'mọi người, không cần đăng nhập' },
  province: { label: 'mọi tài khoản trong tỉnh' },
  unit: { label: 'nội bộ cơ quan, đơn vị' },
  person: { label: 'chính người đó' },
} as const

/** What can be counted or listed from the records: the widest circle each may be shown to. */
export const CONTENTS = {
  structure: 'public',
  vacancies: 'public',
  regulations: 'public',
  ratings: 'public',
  planning: 'unit',
  appointments: 'unit',
  rewards: 'unit',
  disciplines: 'unit',
  own_rating: 'person',
} as const satisfies Record<string, keyof typeof CIRCLES>

const itemShape = z
  .strictObject({
    id: word,
    cite: clause,
    label: text,
    content: codeShape(CONTENTS),
    circle: codeShape(CIRCLES),
    /** The parameter that says for how many days it is shown. */
    days: text,
    note: text.optional(),
  })
  .refine(({ content, circle }) => isWithin(circle, CONTENTS[content]), {
    error: 'this content speaks of people: its circle must be narrower',
  })

/** Whether a circle is as narrow as another or narrower. */
export const isWithin = (circle: keyof typeof CIRCLES, widest: keyof typeof CIRCLES): boolean =>
  Object.keys(CIRCLES).indexOf(circle) >= Object.keys(CIRCLES).indexOf(widest)

const regulationShape = z.strictObject({
  id: word,
  cite: clause,
  label: text,
  /** Kinds of units that must each have one. */
  kinds: z.array(codeShape(UNIT_KINDS)).min(1),
  note: text.optional(),
})

const publicityShape = z.strictObject({
  items: z.array(itemShape).default([]),
  regulations: z.array(regulationShape).default([]),
})

export type Publicity = z.output<typeof publicityShape>
export type PublicityItem = z.output<typeof itemShape>
export type RegulationAsked = z.output<typeof regulationShape>

/** `publicity.yaml`: what is made public to whom and for how long; regulations an agency must have. */
export function readPublicity(
  folder: string,
  name: string,
  parameters: readonly Parameter[],
): Publicity {
  const path = join(folder, name, 'publicity.yaml')
  if (!existsSync(path)) return { items: [], regulations: [] }
  const source = readPackFile(path, `${name}/publicity.yaml`)
  const read = shaped(source, publicityShape, [], source.content)
  const known = parameters.map((parameter) => parameter.name)
  for (const [index, { days }] of read.items.entries())
    if (!known.includes(days))
      throw source.mistake(
        ['items', index, 'days'],
        `unknown parameter "${days}"${nearest(days, known)}`,
      )
  return read
}
