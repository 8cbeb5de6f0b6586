import { sql } from 'kysely'
import { adoptedPacks } from '#server/directives/adoption.ts'
import { parametersInForce, reader } from '#server/directives/parameters.ts'
import { schemeInForce } from '#server/directives/schemes.ts'
import type { Context } from '#server/kernel/context.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { unchanged } from '#server/kernel/versions.ts'
import { type Period, periodOf } from './periods.ts'
import type { Rating } from './ratings.ts'
import { namedScheme, schemesLike } from './scheme-in-force.ts'
import type { Citing } from './score.ts'
import type { Step } from './steps.ts'

export interface Cycle {
  id: number
  unitId: number
  unitName: string
  agencyName: string | null
  period: Period
  scheme: string
  step: Step
  outstanding: boolean
  unitRating: Rating | null
  unitBasis: string | null
  opinionsFrom: number
  openedOn: string
  publishedOn: string | null
  circle: 'person' | 'unit' | 'agency' | null
  closedOn: string | null
  version: number
}

export const caseRef = (cycleId: number) => `evaluation:${cycleId}`

/**
 * `share` while somebody rates or declares, `update` while the cycle itself moves on: a step is never
 * finished under the hands of somebody who is saving.
 */
export async function cycleNamed(
  { db }: Context,
  id: number,
  lock?: 'share' | 'update',
): Promise<Cycle> {
  if (lock)
    await sql`select from evaluation_cycle where id = ${id} ${sql.raw(`for ${lock}`)}`.execute(db)
  const { rows } = await sql<Omit<Cycle, 'period'> & { code: string }>`
    select c.id, c.unit_id as "unitId", coalesce(n.name, u.code) as "unitName",
      a.name as "agencyName", c.period as code, c.scheme, c.step, c.outstanding,
      c.unit_rating as "unitRating", c.unit_basis as "unitBasis", c.opinions_from as "opinionsFrom",
      c.opened_on::text as "openedOn", c.published_on::text as "publishedOn", c.circle,
      c.closed_on::text as "closedOn", c.version
    from evaluation_cycle c join unit u on u.id = c.unit_id
    left join unit_name n on n.unit_id = u.id and n.during @> upper(c.during) - 1
    left join unit_parent up on u.kind = 'division' and up.unit_id = u.id
      and up.during @> upper(c.during) - 1
    left join unit_name a on a.unit_id = up.parent_id and a.during @> upper(c.during) - 1
    where c.id = ${id}`.execute(db)
  const [found] = rows
  if (!found)
    throw new Refusal(
      'not_found',
      'Không có kỳ đánh giá này, hoặc kỳ của đơn vị khác. Hãy chọn lại trong danh sách các kỳ.',
    )
  const { code, ...rest } = found
  return { ...rest, period: periodOf(code) }
}

/** The scheme with its parameters as they stood on the last day of the period. */
export async function citingOf(ctx: Context, { scheme: id, period }: Cycle): Promise<Citing> {
  const adopted = await adoptedPacks(ctx, period.to)
  const packs = adopted.map((one) => one.pack)
  const { pack, scheme } = namedScheme(packs, id)
  const parameter = reader(parametersInForce(adopted, period.to), period.to)
  const alike = schemesLike(scheme, packs)
  return { scheme: schemeInForce(scheme, parameter), document: pack.number, alike }
}

/** Whoever changes the cycle says which version they saw. */
export function sameVersion(cycle: Cycle, version: number): void {
  unchanged({ version: cycle.version, step: cycle.step }, { version })
}

const OPEN: readonly Step[] = ['self', 'opinions', 'meeting', 'head', 'authority']

/** Evidence, points and ratings change until the results are published. */
export function stillRated(cycle: Cycle): void {
  if (OPEN.includes(cycle.step)) return
  throw new Refusal(
    'against_rule',
    cycle.closedOn
      ? `Kỳ ${cycle.period.label} của ${cycle.unitName} đã khóa, không sửa được nữa.`
      : `Kết quả ${cycle.period.label} của ${cycle.unitName} đã quyết định. Muốn sửa thì người được đánh giá gửi khiếu nại.`,
  )
}
