import { sql } from 'kysely'
import { z } from 'zod'
import { labelOf } from '#server/kernel/code-list.ts'
import type { Context } from '#server/kernel/context.ts'
import type { Db } from '#server/kernel/database.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { MANAGED_BY } from '#server/organisation/code-lists.ts'
import { ageOn, bornText } from './birth.ts'
import {
  employmentShape,
  employmentsOf,
  gradeShape,
  gradesOf,
  successionOf,
  successionShape,
  type Tenure,
  tenureShape,
  tenuresOf,
} from './career.ts'
import { RATING_LEVELS, RELIGIONS } from './code-lists.ts'
import { ETHNICITIES } from './ethnicities.ts'
import { pointToMerged } from './restricted.ts'
import { retirementOn } from './retirement-decided.ts'
import {
  certificateShape,
  certificatesOf,
  qualificationShape,
  qualificationsOf,
  trainingShape,
  trainingsOf,
} from './schooling.ts'

const text = z.string().nullable()

const heldPost = z.object({
  title: z.string(),
  unitId: z.number(),
  unitName: z.string(),
  since: z.string(),
  termUntil: text,
  managedBy: text,
  managedByLabel: text,
})

const fileShape = z.object({
  asOf: z.string(),
  id: z.number(),
  recordNo: z.string(),
  fullName: z.string(),
  otherNames: text,
  sex: text,
  born: text,
  bornPrecision: text,
  age: z.number().nullable(),
  ethnicity: text,
  religion: text,
  homePlace: text,
  birthPlace: text,
  staffNumber: text,
  firstRecruitedOn: text,
  /** In a main post that day. */
  serving: z.boolean(),
  current: heldPost.nullable(),
  concurrent: z.array(heldPost),
  /** Last working day as decided, else by the schedule of that day; null when nothing tells. */
  retiresOn: text,
  retirement: z
    .object({
      /** Null where a decision says the day. */
      age: z.object({ years: z.number(), months: z.number() }).nullable(),
      lastWorkingDay: z.string(),
      pensionFrom: z.string(),
      clause: z.string(),
    })
    .nullable(),
  party: z.object({ joinedOn: text, officialOn: text, leftOn: text }).nullable(),
  tenures: z.array(tenureShape),
  employments: z.array(employmentShape),
  grades: z.array(gradeShape),
  qualifications: z.array(qualificationShape),
  certificates: z.array(certificateShape),
  ratings: z.array(z.object({ year: z.number(), level: z.string(), label: text })),
  succession: z.array(successionShape),
  trainings: z.array(trainingShape),
})

/** A person's whole record as it stood that day. */
export const cadreFile = query({
  name: 'cadres.file',
  input: z.strictObject({ id: wholeNumber, asOf: isoDate.optional() }),
  output: fileShape,
  async run(ctx, { id, asOf = ctx.today }) {
    const { db } = ctx
    const person = await personOf(ctx, id)
    const tenures = await tenuresOf(db, id, asOf)
    const held = tenures.filter(({ to }) => to === null)
    const main = held.find(({ holding }) => holding === 'main')
    const retirement = await retirementOn(ctx, person, asOf)
    return {
      asOf,
      id,
      recordNo: person.record_no,
      fullName: person.full_name,
      otherNames: person.other_names,
      sex: person.sex,
      born: bornText(person),
      bornPrecision: person.born_precision,
      age: ageOn(person, asOf),
      ethnicity: labelOf(ETHNICITIES, person.ethnicity),
      religion: labelOf(RELIGIONS, person.religion),
      homePlace: person.home_place,
      birthPlace: person.birth_place,
      staffNumber: person.staff_number,
      firstRecruitedOn: person.first_recruited_on,
      serving: main !== undefined,
      current: main ? asHeld(main) : null,
      concurrent: held.filter(({ holding }) => holding !== 'main').map(asHeld),
      retiresOn: retirement?.lastWorkingDay ?? null,
      retirement,
      party: await partyOf(db, id, asOf),
      tenures,
      employments: await employmentsOf(db, id, asOf),
      grades: await gradesOf(db, id, asOf),
      qualifications: await qualificationsOf(db, id, asOf),
      certificates: await certificatesOf(db, id, asOf),
      ratings: await ratingsOf(db, id, asOf),
      succession: await successionOf(db, id, asOf),
      trainings: await trainingsOf(db, id, asOf),
    }
  },
})

/** Row-level security hides what may not be seen; hidden and absent are answered alike. */
async function personOf({ db }: Context, id: number) {
  const person = await db
    .selectFrom('cadre')
    .select(['record_no', 'full_name', 'other_names', 'sex', 'born_on', 'born_latest'])
    .select(['born_precision', 'ethnicity', 'religion', 'home_place', 'birth_place'])
    .select(['id', 'staff_number', 'first_recruited_on', 'retirement_basis'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (person) return person
  await pointToMerged(db, id)
  throw new Refusal(
    'not_found',
    'Không có hồ sơ này, hoặc hồ sơ do đơn vị khác quản lý. Hãy tìm lại trong danh sách hồ sơ.',
  )
}

function asHeld({ title, unitId, unitName, from, termUntil, managedBy }: Tenure) {
  const managedByLabel = labelOf(MANAGED_BY, managedBy)
  return { title, unitId, unitName, since: from, termUntil, managedBy, managedByLabel }
}

async function partyOf(db: Db, id: number, asOf: string) {
  const { rows } = await sql<{
    joinedOn: string | null
    officialOn: string | null
    leftOn: string | null
  }>`select joined_on as "joinedOn",
      case when official_on <= ${asOf}::date then official_on end as "officialOn",
      case when left_on <= ${asOf}::date then left_on end as "leftOn"
    from party_membership
    where cadre_id = ${id} and (joined_on is null or joined_on <= ${asOf}::date)`.execute(db)
  return rows[0] ?? null
}

/** Ratings decided by that day; one without a decision date counts once its year is over. */
async function ratingsOf(db: Db, id: number, asOf: string) {
  const { rows } = await sql<{ year: number; level: string }>`select year, level from rating
    where cadre_id = ${id}
      and coalesce(decided_on, make_date(year + 1, 1, 1)) <= ${asOf}::date
    order by year desc`.execute(db)
  return rows.map((row) => ({ ...row, label: labelOf(RATING_LEVELS, row.level) }))
}
