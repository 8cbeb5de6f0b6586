import { sql } from 'kysely'
import { choice, flag } from '#rules/facts.ts'
import type { Fact, Question, Subject } from '#rules/vocabulary.ts'
import { RATING_LEVELS } from './code-lists.ts'

const JOIN = ['ratings']
const PAPER = 'Bổ sung kết quả xếp loại năm'

/** What the law asks of evaluation (LS-R10): the latest yearly rating, the last three, a failed one. */
export const ratingFacts: Readonly<Record<string, Fact>> = {
  latest_rating: choice('Xếp loại năm gần nhất', RATING_LEVELS, sql`yearly.latest`, PAPER, {
    joins: JOIN,
  }),
  three_years_good: flag(
    'Ba năm gần nhất đều hoàn thành tốt trở lên',
    sql`(case when yearly.below_good then false when yearly.years = 3 then true end)`,
    PAPER,
    { joins: JOIN },
  ),
  three_years_completed: flag(
    'Ba năm gần nhất đều hoàn thành nhiệm vụ trở lên',
    sql`(case when yearly.failed then false when yearly.years = 3 then true end)`,
    PAPER,
    { joins: JOIN },
  ),
  rated_not_completed: flag(
    'Có năm không hoàn thành nhiệm vụ trong ba năm gần nhất',
    sql`(case when yearly.failed then true when yearly.years > 0 then false end)`,
    PAPER,
    { joins: JOIN },
  ),
}

/** The last three years decided by the day; a year without a rating is no year of the three. */
export const yearlyRatings: NonNullable<Subject['joins'][string]> = ({ asOf }: Question) =>
  sql`left join (
    select cadre_id, (array_agg(level order by year desc))[1] as latest, count(*) as years,
      bool_or(level not in ('excellent', 'good')) as below_good,
      bool_or(level = 'not_completed') as failed
    from (select cadre_id, year, level, row_number() over (partition by cadre_id order by year desc) as place
      from rating where level <> 'not_rated' and coalesce(decided_on, make_date(year, 12, 31)) <= ${asOf}::date) r
    where place <= 3 group by cadre_id) yearly on yearly.cadre_id = c.id`
