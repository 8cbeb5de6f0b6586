import { sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'
import type { Rating } from './ratings.ts'

/** One person in a cycle, with what was done and what was claimed; names are seen by scope. */
export interface PersonRow {
  id: number
  cadreId: number
  name: string
  title: string
  role: 'head' | 'deputy' | 'member'
  leads: boolean
  group: string
  groupNo: number
  reviewerId: number | null
  reviewerName: string | null
  assigned: number
  done: number
  unfinished: number
  /** Products of which more is reported than was assigned. */
  beyond: number
  late: number
  redone: number
  openClaims: number
  notes: string[]
  selfRating: Rating | null
  selfCommon: number | null
  selfAt: string | null
  common: number | null
  organise: number | null
  unite: number | null
  rating: Rating | null
  points: number | null
  /** What the evidence proposed when the standing rating was given. */
  proposedThen: Rating | null
  stage: 'review' | 'decision' | 'calibration' | 'appeal' | null
  version: number
}

export async function peopleOf(db: Db, cycleId: number): Promise<PersonRow[]> {
  const { rows } = await sql<PersonRow>`
    select e.id, e.cadre_id as "cadreId", c.full_name as name, e.title, e.role, e.leads,
      e.duty_group as group, e.group_no as "groupNo", e.reviewer_id as "reviewerId",
      (select min(d.full_name) from directory_entry d where d.cadre_id = e.reviewer_id) as "reviewerName",
      coalesce(p.assigned, 0) as assigned, coalesce(p.done, 0) as done,
      coalesce(p.unfinished, 0) as unfinished, coalesce(p.beyond, 0) as beyond,
      coalesce(p.late, 0) as late,
      coalesce(p.redone, 0) as redone, coalesce(k.claims, 0) as "openClaims",
      coalesce(p.notes, '{}') as notes,
      e.self_rating as "selfRating", e.self_common as "selfCommon", e.self_at::text as "selfAt",
      e.common, e.organise, e.unite, e.rating, e.points, e.stage, e.version,
      (select s.proposed from rating_step s where s.evaluation_id = e.id and s.undone_at is null
        order by s.id desc limit 1) as "proposedThen"
    from evaluation e join cadre c on c.id = e.cadre_id
    left join (select w.evaluation_id, sum(w.assigned) as assigned, sum(least(w.done, w.assigned)) as done,
        count(*) filter (where w.done < w.assigned)::integer as unfinished,
        count(*) filter (where w.done > w.assigned)::integer as beyond,
        count(*) filter (where w.delays > w.spared_delays)::integer as late,
        coalesce(max(w.failed_checks - w.spared_checks), 0) as redone,
        array_agg(w.note order by w.id) filter (where w.note <> '') as notes
      from work_product w join evaluation i on i.id = w.evaluation_id
      where i.cycle_id = ${cycleId} group by w.evaluation_id) p on p.evaluation_id = e.id
    left join (select w.evaluation_id, count(*)::integer as claims
      from product_claim q join work_product w on w.id = q.product_id
      join evaluation i on i.id = w.evaluation_id
      where i.cycle_id = ${cycleId} and q.confirmed is null group by w.evaluation_id) k on k.evaluation_id = e.id
    where e.cycle_id = ${cycleId}
    order by e.group_no, e.duty_group, e.leads desc, c.name_key, e.id`.execute(db)
  return rows
}
