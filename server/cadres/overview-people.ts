import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#server/kernel/database.ts'
import { addDays, addMonths } from '#server/kernel/dates.ts'
import { bornBy } from './birth.ts'
import { type RetirementLaw, retirementMonths, retiresLike } from './retirement.ts'
import { lastWorkingDay, retirementDecided } from './retirement-decided.ts'

/** Lower ends of the five-year bands of the age pyramid, oldest on top. */
const BANDS = [60, 55, 50, 45, 40, 35, 30, 25, 0]

const counts = {
  people: z.number(),
  women: z.number(),
  /** Certainly under the age of the parameter `young_under`. */
  young: z.number(),
  /** Young or not, depending on a birth date the record does not give to the day. */
  youngUnknown: z.number(),
}

const pyramidShape = z.array(
  z.object({ band: z.string(), from: z.number(), male: z.number(), female: z.number() }),
)

export const peopleShape = z.object({
  ...counts,
  youngUnder: z.number(),
  managed: z.object({
    ...counts,
    byLevel: z.array(z.object({ level: z.string(), ...counts })),
    pyramid: pyramidShape,
    pyramidUnknown: z.number(),
  }),
  pyramid: pyramidShape,
  /** People whose sex, or whose band, the record does not say. */
  pyramidUnknown: z.number(),
  retiring: z.object({
    months: z.number(),
    people: z.number(),
    /** Still serving after the last working day of the schedule. */
    past: z.number(),
    unknown: z.number(),
  }),
})

const MONTHS_AHEAD = 12

/** People serving that day, counted once and grouped small; every number is summed from the groups. */
export async function peopleOverview(
  db: Db,
  asOf: string,
  { youngUnder, law }: { youngUnder: number; law: RetirementLaw },
): Promise<z.output<typeof peopleShape>> {
  const groups = await groupsOn(db, asOf, youngUnder, law)
  const managed = groups.filter(({ managed }) => managed)
  const levels = [...new Set(managed.map(({ level }) => level))]
  return {
    ...countsOf(groups),
    youngUnder,
    managed: {
      ...countsOf(managed),
      byLevel: levels.map((level) => ({
        level,
        ...countsOf(managed.filter((group) => group.level === level)),
      })),
      ...pyramidOf(managed),
    },
    ...pyramidOf(groups),
    retiring: {
      months: MONTHS_AHEAD,
      people: total(groups.filter(({ retires }) => retires === 'soon')),
      past: total(groups.filter(({ retires }) => retires === 'past')),
      unknown: total(groups.filter(({ retires }) => retires === null)),
    },
  }
}

interface Group {
  sex: string | null
  managed: boolean
  level: string
  /** Place among the bands, null where the earliest and the latest birth date disagree. */
  band: number | null
  young: boolean | null
  retires: 'past' | 'soon' | 'later' | null
  people: number
}

async function groupsOn(db: Db, asOf: string, youngUnder: number, law: RetirementLaw) {
  const firstTooYoung = BANDS.slice(0, -1).map((age) => addDays(bornBy(asOf, age), 1))
  const bandOf = (column: string) =>
    sql`width_bucket(${sql.id('c', column)}, ${firstTooYoung}::date[])`
  const youngFrom = bornBy(asOf, youngUnder)
  const { rows } = await sql<Group>`
    with retires as materialized (${retirementMonths(law)})
    select c.sex, coalesce(p.managed_by = 'standing_committee', false) as managed, u.level,
      case when ${bandOf('born_earliest')} = ${bandOf('born_latest')}
        then ${bandOf('born_latest')} end as band,
      case when c.born_earliest > ${youngFrom}::date then true
        when c.born_latest <= ${youngFrom}::date then false end as young,
      case when ${lastWorkingDay} < ${asOf}::date then 'past'
        when ${lastWorkingDay} <= ${addMonths(asOf, MONTHS_AHEAD)}::date then 'soon'
        when ${lastWorkingDay} is not null then 'later' end as retires,
      count(*) as people
    from tenure t
    join cadre c on c.id = t.cadre_id
    join unit u on u.id = t.unit_id
    left join post p on p.id = t.post_id
    left join retires r on ${retiresLike}
    ${retirementDecided(asOf)}
    where t.holding = 'main' and t.during @> ${asOf}::date
    group by 1, 2, 3, 4, 5, 6
    order by array_position(array['province', 'district', 'commune'], u.level)`.execute(db)
  return rows
}

const total = (groups: readonly Group[]): number =>
  groups.reduce((sum, { people }) => sum + people, 0)

function countsOf(groups: readonly Group[]) {
  return {
    people: total(groups),
    women: total(groups.filter(({ sex }) => sex === 'female')),
    young: total(groups.filter(({ young }) => young === true)),
    youngUnknown: total(groups.filter(({ young }) => young === null)),
  }
}

function pyramidOf(groups: readonly Group[]) {
  const known = groups.filter(({ sex, band }) => sex !== null && band !== null)
  const pyramid = BANDS.map((from, band) => {
    const inBand = known.filter((group) => group.band === band)
    return {
      band: bandLabel(from, BANDS[band - 1]),
      from,
      male: total(inBand.filter(({ sex }) => sex === 'male')),
      female: total(inBand.filter(({ sex }) => sex === 'female')),
    }
  })
  return { pyramid, pyramidUnknown: total(groups) - total(known) }
}

function bandLabel(from: number, next: number | undefined): string {
  if (next === undefined) return `Từ ${from}`
  return from === 0 ? `Dưới ${next}` : `${from}–${next - 1}`
}
