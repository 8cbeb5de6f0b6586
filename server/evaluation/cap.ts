import { Refusal } from '#server/kernel/refusal.ts'
import type { CapInput } from './cap-input.ts'
import type { Rating } from './ratings.ts'
import { exact, floor, plus, type Rational, shown, times } from './rational.ts'
import type { Citing } from './score.ts'

type Rule = NonNullable<Citing['scheme']['cap']>

/** Somebody counted in a group; one not rated yet still makes the group as large as it is. */
export interface Counted {
  name?: string | undefined
  id?: string | number | undefined
  rating: Rating | null
  score?: number | undefined
}

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

type Asked = Pick<CapInput, 'unit' | 'outstanding' | 'options'>

/** Whether those rated excellent keep the share, in the unit and in each group of similar duties. */
export function capped(
  { scheme, document }: Citing,
  { unit: about, outstanding, options }: Asked,
  grouped: ReadonlyMap<string, readonly Counted[]>,
): CapAnswer {
  if (!scheme.cap)
    throw new Refusal('against_rule', `“${scheme.label}” không đặt trần tỷ lệ hoàn thành xuất sắc.`)
  const rule = {
    ...scheme.cap,
    base: options.base ?? scheme.cap.base,
    rounding: options.rounding ?? scheme.cap.rounding,
  }
  const isOutstanding = outstanding ?? about?.outstanding ?? about?.rating === 'excellent'
  const groups = [...grouped].map(([name, people]) => row(name, people, rule, isOutstanding))
  const everybody = [...grouped.values()].flat()
  const unit = row(about?.name ?? 'Đơn vị', everybody, rule, isOutstanding)
  const counting = rule.groups === 'unit' ? [unit] : [unit, ...groups]
  return {
    groups,
    unit,
    ok: counting.every(({ over }) => over === 0),
    clause: `${document}, ${rule.cite}`,
  }
}

/** The people of a file by group: those listed in a group, and those whose rating names it. */
export function groupsOf({ groups, ratings }: CapInput): Map<string, Counted[]> {
  const named = groups.flatMap(({ name, people }) => people.map((one) => ({ one, group: name })))
  const isSame = (a: (typeof ratings)[number], b: (typeof named)[number]['one']) =>
    b.id === undefined ? a.name === b.name : a.id === b.id
  const waiting = named.filter(({ one }) => one.rating === undefined)
  const found = waiting.map(({ one, group }) => {
    const rated = ratings.find((rating) => isSame(rating, one))
    if (rated) return { ...rated, group }
    throw new Refusal(
      'invalid',
      `Nhóm ${group}: chưa có mức xếp loại của ${one.name ?? one.id ?? 'một người không ghi tên'}.`,
    )
  })
  const people = [
    ...named.flatMap(({ one: { rating, ...one }, group }) =>
      rating ? [{ ...one, rating, group }] : [],
    ),
    ...found,
    ...ratings
      .filter((rating) => !waiting.some(({ one }) => isSame(rating, one)))
      .map((rating) => ({ ...rating, group: rating.group ?? 'Chung' })),
  ]
  if (people.length === 0)
    throw new Refusal('invalid', 'Chưa có ai để xét: hãy ghi groups (nhóm và người) hoặc ratings.')
  const grouped = Map.groupBy(people, ({ group }) => group)
  const names = [...groups.map(({ name }) => name), ...grouped.keys()]
  return new Map(names.map((name) => [name, grouped.get(name) ?? []]))
}

function row(
  group: string,
  people: readonly Counted[],
  rule: Rule,
  isOutstanding: boolean,
): CapRow {
  const count = (rating: Rating) => people.filter((one) => one.rating === rating).length
  const excellent = count('excellent')
  const good = count('good')
  const base = rule.base === 'good_only' ? good : good + excellent
  const share = (isOutstanding ? rule.outstanding_share : undefined) ?? rule.share
  const product = times(exact(base), exact(share))
  const byShare = Number(whole(product, rule.rounding))
  const { small } = rule
  const isSmall = small !== undefined && people.length < small.fewer_than
  const allowed = isSmall ? Math.max(small.allowed, byShare) : byShare
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
    arithmetic:
      isSmall && allowed > byShare
        ? `dưới ${small.fewer_than} thì tối đa ${allowed}`
        : `${percent} % × ${base} = ${String(shown(product)).replace('.', ',')} → ${allowed}`,
  }
}

function whole(value: Rational, rounding: Rule['rounding']): bigint {
  if (rounding === 'nearest') return floor(plus(value, exact('0.5')))
  return rounding === 'down' ? floor(value) : -floor({ top: -value.top, bottom: value.bottom })
}

function whoIsOver(people: readonly Counted[], over: number): string[] {
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
