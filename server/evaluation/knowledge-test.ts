import { sql } from 'kysely'

/** A knowledge test taken in the period and marked. */
export interface Taken {
  score: number
  most: number
  /** Which round, on which day: what shows the result. */
  name: string
}

/**
 * Joins the last test marked in the period of `e`'s cycle as `t`. Whoever took none is judged by the
 * common criteria alone.
 */
export const testTaken = sql`left join lateral (
  select p.score, p.max_score as most,
    r.name || ', ' || to_char(p.submitted_at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY') as name
  from exam_paper p join exam_round r on r.id = p.round_id
  join evaluation_cycle held on held.id = e.cycle_id
    and held.during @> (p.submitted_at at time zone 'Asia/Ho_Chi_Minh')::date
  where p.cadre_id = e.cadre_id and p.score is not null
  order by p.submitted_at desc limit 1) t on true`
