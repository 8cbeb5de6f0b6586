import { z } from 'zod'
import { Refusal } from '#server/kernel/refusal.ts'
import { heading, named } from './input.ts'
import { type Rating, ratingShape } from './ratings.ts'
import { exact, floor, plus, type Rational, shown, times } from './rational.ts'
import type { Citing } from './score.ts'

const personShape = z.preprocess(
  named({ person: 'name', band: 'rating', total: 'score' }),
  z.strictObject({
    name: z.string().optional(),
    id: z.union([z.string(), z.number()]).optional(),
    rating: ratingShape,
    score: z.number().optional(),
    group: z.string().optional(),
  }),
)

const BASES = {
  good_only: 'good_only',
  good: 'good_only',
  without: 'good_only',
  without_excellent: 'good_only',
  excluding_excellent: 'good_only',
  good_or_better: 'good_or_better',
  with: 'good_or_better',
  with_excellent: 'good_or_better',
  including_excellent: 'good_or_better',
  good_and_excellent: 'good_or_better',
} as const
const ROUNDINGS = {
  down: 'down',
  floor: 'down',
  nearest: 'nearest',
  round: 'nearest',
  half_up: 'nearest',
  up: 'up',
  ceil: 'up',
} as const

const oneOf = <T extends string>(words: Readonly<Record<string, T>>) =>
  z.string().transform((text, context): T => {
    const found = words[text.replaceAll('-', '_')]
    if (found) return found
    const known = [...new Set(Object.values(words))].join(', ')
    context.addIssue({ code: 'custom', message: `không hiểu “${text}”; dùng: ${known}` })
    return z.NEVER
  })

export const capInput = z.preprocess(
  named({ people: 'ratings' }),
  z.strictObject({
    ...heading,
    unit: z.union([z.string(), z.number()]).optional(),
    outstanding: z.boolean().default(false),
    groups: z
      .array(
        z.preprocess(
          named({ group: 'name', ratings: 'people' }),
          z.strictObject({ name: z.string(), people: z.array(personShape) }),
        ),
      )
      .optional(),
    ratings: z.array(personShape).optional(),
    options: z
      .strictObject({ base: oneOf(BASES).optional(), rounding: oneOf(ROUNDINGS).optional() })
      .default({}),
  }),
)

export type CapInput = z.output<typeof capInput>
type Person = z.output<typeof personShape>
type Rule = NonNullable<Citing['scheme']['cap']>

export interface CapRow {
  group: string
  /** Rated good, without those rated excellent. */
  good: number
  /** What the share is taken of. */
  base: number
  allowed: number
  excellent: number
  over: number
  /** Who is over: the lowest scores among the excellent, or all of them where no scores are given. */
  who: string[]
  arithmetic: string
}

export interface CapAnswer {
  groups: CapRow[]
  /** The unit as a whole, which keeps the share as well. */
  unit: CapRow
  ok: boolean
  clause: string
}

/** Whether those rated excellent keep the share, in the unit and in each group of similar duties. */
export function capped({ scheme, document }: Citing, input: CapInput): CapAnswer {
  if (!scheme.cap)
    throw new Refusal('against_rule', `“${scheme.label}” không đặt trần tỷ lệ hoàn thành xuất sắc.`)
  const rule = {
    ...scheme.cap,
    base: input.options.base ?? scheme.cap.base,
    rounding: input.options.rounding ?? scheme.cap.rounding,
  }
  const grouped = groupsOf(input)
  const groups = [...grouped].map(([name, people]) => row(name, people, rule, input.outstanding))
  const everybody = [...grouped.values()].flat()
  const unit = row(String(input.unit ?? 'Đơn vị'), everybody, rule, input.outstanding)
  const counting = rule.groups === 'unit' ? [unit] : [unit, ...groups]
  return {
    groups,
    unit,
    ok: counting.every(({ over }) => over === 0),
    clause: `${document}, ${rule.cite}`,
  }
}

function groupsOf({ groups, ratings }: CapInput): Map<string, Person[]> {
  const named = groups?.map(({ name, people }) => [name, people] as const) ?? []
  const listed = Map.groupBy(ratings ?? [], ({ group }) => group ?? 'Chung')
  if (named.length + listed.size === 0)
    throw new Refusal('invalid', 'Chưa có ai để xét: hãy ghi groups (nhóm và người) hoặc ratings.')
  return new Map([...named, ...listed])
}

function row(group: string, people: readonly Person[], rule: Rule, isOutstanding: boolean): CapRow {
  const count = (rating: Rating) => people.filter((one) => one.rating === rating).length
  const excellent = count('excellent')
  const good = count('good')
  const base = rule.base === 'good_only' ? good : good + excellent
  const share = (isOutstanding ? rule.outstanding_share : undefined) ?? rule.share
  const isSmall = rule.small !== undefined && people.length < rule.small.fewer_than
  const product = times(exact(base), exact(share))
  const allowed = isSmall ? (rule.small?.allowed ?? 0) : Number(whole(product, rule.rounding))
  const over = Math.max(0, excellent - allowed)
  const percent = String(shown(times(exact(share), exact(100)))).replace('.', ',')
  return {
    group,
    good,
    base,
    allowed,
    excellent,
    over,
    who: whoIsOver(people, over),
    arithmetic: isSmall
      ? `dưới ${rule.small?.fewer_than} thì tối đa ${allowed}`
      : `${percent} % × ${base} = ${String(shown(product)).replace('.', ',')} → ${allowed}`,
  }
}

function whole(value: Rational, rounding: Rule['rounding']): bigint {
  if (rounding === 'nearest') return floor(plus(value, exact('0.5')))
  return rounding === 'down' ? floor(value) : -floor({ top: -value.top, bottom: value.bottom })
}

function whoIsOver(people: readonly Person[], over: number): string[] {
  if (over === 0) return []
  const excellent = people.filter(({ rating }) => rating === 'excellent')
  const scores = excellent.flatMap(({ score }) => (score === undefined ? [] : [score]))
  const limit = scores.toSorted((a, b) => a - b)[over - 1]
  const asked =
    scores.length === excellent.length && limit !== undefined
      ? excellent.filter(({ score = 0 }) => score <= limit)
      : excellent
  return asked.map(({ name, id }) => name ?? String(id ?? 'không ghi tên'))
}
