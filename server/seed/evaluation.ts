import { sql } from 'kysely'
import { shippedPacks } from '#server/directives/packs.ts'
import { periodOf } from '#server/evaluation/periods.ts'
import { namedScheme, schemeOn } from '#server/evaluation/scheme-in-force.ts'
import { scoresInSql } from '#server/evaluation/score-in-sql.ts'
import type { Db } from '#server/kernel/database.ts'
import { insertRows } from '#server/kernel/database.ts'
import { vocabulary } from '#server/vocabulary.ts'
import { openCycles } from './evaluation-cycles.ts'
import { markAutumnOffice } from './evaluation-october.ts'
import { holdMeetings } from './meetings.ts'

export interface Plan {
  scheme: string
  /** Divisions of these agencies are evaluated. */
  agencies: readonly string[]
  closed: readonly string[]
  open: string
}

const PLANS: Record<string, Plan> = {
  'lang-son': {
    scheme: 'nd335-2025',
    agencies: ['so-noi-vu', 'so-tu-phap'],
    closed: ['2026-07', '2026-08', '2026-09'],
    open: '2026-10',
  },
  'vinh-phuc': {
    scheme: 'vinh-phuc-quy',
    agencies: ['so-giao-duc-va-dao-tao', 'so-noi-vu'],
    closed: ['2024-Q1', '2024-Q2', '2024-Q3'],
    open: '2024-Q4',
  },
}

/** Cycles that were closed, and one that runs on the day the province is looked at. */
export async function evaluateUnits(db: Db, looksAt: string, code: string): Promise<void> {
  const plan = PLANS[code]
  if (!plan) return
  await writeCatalogue(db)
  if (code === 'lang-son') await countWithExcellent(db)
  const { rows: units } = await sql<{ id: number }>`
    select d.id from unit d join unit_parent p on p.unit_id = d.id and p.during @> ${looksAt}::date
    join unit a on a.id = p.parent_id
    where a.code = any(${[...plan.agencies]}::text[]) and d.kind = 'division'
      and d.during @> ${looksAt}::date order by d.id`.execute(db)
  const periods = [...plan.closed, plan.open].map(periodOf)
  await openCycles(db, plan, periods, units)
  await giveWork(db)
  await giveCharges(db)
  await finish(db, plan)
  await holdMeetings(db)
  if (code !== 'lang-son') return
  await markAutumnOffice(db, looksAt)
  await acceptPlain(db, plan, looksAt)
}

/** The province counts the share over those rated good or better, as a parameter of its own. */
async function countWithExcellent(db: Db): Promise<void> {
  await sql`insert into pack_adoption (pack_id, during, overrides) values ('chinh-phu-335-nd-cp-2025',
    '[2026-01-01,)', '{"excellent_base": "good_or_better"}')`.execute(db)
}

const WORK = [
  ['Tờ trình, văn bản tham mưu', 'văn bản', 1, 4, 12],
  ['Báo cáo định kỳ', 'báo cáo', 2, 1, 20],
  ['Thẩm định hồ sơ', 'hồ sơ', 1.5, 3, 24],
  ['Biên bản, thông báo kết luận họp', 'văn bản', 0.5, 2, 27],
] as const

async function writeCatalogue(db: Db): Promise<void> {
  await insertRows(
    db,
    'product_kind',
    WORK.map(([name, counted_in, coefficient]) => ({
      name,
      counted_in,
      coefficient,
      during: '[2024-01-01,)',
      basis: 'Danh mục sản phẩm, công việc chuẩn của tỉnh (minh họa)',
    })),
  )
}

/** A month's work each; here and there a check failed or a deadline missed. */
async function giveWork(db: Db): Promise<void> {
  const work = JSON.stringify(
    WORK.map(([name, counted, coefficient, assigned, day], place) => ({
      name,
      counted,
      coefficient,
      assigned,
      day,
      place,
    })),
  )
  await sql`insert into work_product (evaluation_id, cadre_id, kind_id, name, counted_in, coefficient,
      assigned, done, due_on, finished_on, failed_checks, delays)
    select e.id, e.cadre_id, k.id, w.name, w.counted, w.coefficient, w.assigned,
      case when c.closed_on is null and w.day > 24 then 0 else w.assigned end,
      upper(c.during) - 31 + w.day, upper(c.during) - 32 + w.day,
      ((e.cadre_id + e.cycle_id + w.place * 3) % 7 = 0)::integer,
      ((e.cadre_id * 3 + e.cycle_id + w.place) % 5 = 0)::integer
    from evaluation e join evaluation_cycle c on c.id = e.cycle_id
    cross join json_to_recordset(${work}::json) as w(name text, counted text, coefficient numeric,
      assigned numeric, day integer, place integer)
    join product_kind k on k.name = w.name order by e.id, w.place`.execute(db)
}

/** What deputies are in charge of, rated good: none of them is above it. */
async function giveCharges(db: Db): Promise<void> {
  await sql`insert into evaluation_charge (evaluation_id, cadre_id, name, rating)
    select id, cadre_id, (array['Tổng hợp, báo cáo', 'Cải cách hành chính', 'Tài chính, tài sản'])[
      1 + (row_number() over (partition by cycle_id order by cadre_id) - 1)::integer % 3], 'good'
    from evaluation where role = 'deputy' order by id`.execute(db)
}

/** Closed periods have their points and ratings, as the engine gives them; nobody reached excellent. */
async function finish(db: Db, { scheme: id, open }: Plan): Promise<void> {
  const packs = shippedPacks(vocabulary)
  const citing = schemeOn(namedScheme(packs, id), packs, periodOf(open).to, {})
  const { score } = citing.scheme
  if (!score) return
  // Those under a head are rated before, since the head's own points take their results.
  for (const role of [sql`e.role <> 'head'`, sql`e.role = 'head'`])
    await decide(
      db,
      scoresInSql(
        citing,
        score,
        sql`${role} and e.cycle_id in (select id from evaluation_cycle where closed_on is not null)`,
      ),
    )
  await sql`insert into rating_step (evaluation_id, cadre_id, stage, rating, points, proposed, was, account_name, at)
    select id, cadre_id, 'decision', rating, points, rating, '{}', 'so', rated_at from evaluation
    where rating is not null order by id`.execute(db)
  await sql`update evaluation set common = null, self_common = common
    where cycle_id in (select id from evaluation_cycle where closed_on is null)`.execute(db)
}

async function decide(db: Db, scores: ReturnType<typeof scoresInSql>): Promise<void> {
  await sql`with score as (${scores})
    update evaluation e set rating = s.band, points = s.total, stage = 'decision', self_common = e.common,
      self_rating = s.band, self_at = c.during_end, rated_at = c.during_end
    from score s, evaluation i join lateral (select upper(during)::timestamptz as during_end
      from evaluation_cycle where id = i.cycle_id) c on true
    where s.id = e.id and i.id = e.id`.execute(db)
}

/** Where the head already looks, deputies after the head: rows without anything to ask about were accepted as proposed. */
async function acceptPlain(db: Db, { scheme: id, open }: Plan, looksAt: string): Promise<void> {
  const packs = shippedPacks(vocabulary)
  const citing = schemeOn(namedScheme(packs, id), packs, periodOf(open).to, {})
  const { score } = citing.scheme
  if (!score) return
  const plain = sql`e.role = 'member' and e.cycle_id in (
      select id from evaluation_cycle where step = 'head')
    and not exists (select from work_product p where p.evaluation_id = e.id
      and (p.done < p.assigned or p.failed_checks > 1 or p.note <> '' or exists (
        select from product_claim q where q.product_id = p.id)))`
  await sql`with score as (${scoresInSql(citing, score, plain)}),
    rated as (update evaluation e set rating = s.band, points = s.total, stage = 'review',
        rated_at = ${looksAt}::date from score s where s.id = e.id returning e.*)
    insert into rating_step
      (evaluation_id, cadre_id, stage, rating, points, proposed, was, account_name, at)
    select id, cadre_id, stage, rating, points, rating, '{"batch": "1"}', 'so', rated_at
    from rated order by id`.execute(db)
}
