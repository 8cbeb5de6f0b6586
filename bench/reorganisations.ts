import { sql } from 'kysely'
import type { Context } from '#server/kernel/context.ts'
import type { Db } from '#server/kernel/database.ts'
import { enter } from '#server/kernel/operation.ts'
import { decide } from '#server/reorganisations/decide.ts'
import { prepare } from '#server/reorganisations/plans.ts'
import { inTurn } from './measure.ts'
import type { Bench, Result } from './result.ts'

const ON = '2024-10-01'
const EACH = 500

/** Two units of 500 people each: the decision, against the statements it cannot do without. */
export async function benchReorganisation(bench: Bench): Promise<Result[]> {
  const [ours, byHand] = await inTurn(
    [
      { name: 'ours', run: () => undone(bench, merge) },
      { name: 'by hand', run: () => undone(bench, ({ db }) => mergeByHand(db)) },
    ],
    9,
  )
  const [a, b] = [ours?.median ?? 0, byHand?.median ?? 0]
  return [
    {
      people: bench.people,
      what: 'merging two units of 500 people',
      ours: a,
      theirs: b,
      against: 'SQL by hand',
      ratio: a / b,
      limit: 2,
    },
  ]
}

const UNDONE = Symbol('rolled back')

/** Each round finds the records as the one before; filling the units is not what is timed. */
async function undone(bench: Bench, work: (ctx: Context) => Promise<unknown>): Promise<unknown> {
  return enter(bench.house, bench.province, bench.actor, 'command', async (ctx) => {
    await work(ctx)
    throw UNDONE
  }).catch((thrown) => {
    if (thrown !== UNDONE) throw thrown
  })
}

async function merge(ctx: Context): Promise<void> {
  const { id, version } = await prepare(ctx, {
    title: 'Đo',
    effective_on: ON,
    legal_basis: 'đo',
    steps: [{ kind: 'merge', units: ['bench-a'], into: 'bench-b', posts: {}, deputies: 'keep' }],
    placements: [],
  })
  await decide(ctx, id, version, { decision_no: 'đo', signed_on: ON, signed_by: 'đo' })
}

/** Two units side by side, each with 500 specialists who came from elsewhere. */
export async function fillUnits(db: Db): Promise<void> {
  for (const code of ['bench-a', 'bench-b']) {
    await sql`with u as (
        insert into unit (code, kind, level, during)
        values (${code}, 'department', 'province', '[2000-01-01,)') returning id),
      n as (insert into unit_name (unit_id, name, during)
        select id, ${code}, '[2000-01-01,)' from u),
      p as (insert into unit_parent (unit_id, parent_id, during)
        select u.id, top.id, '[2000-01-01,)' from u, unit top where top.kind = 'province'),
      post as (insert into post (unit_id, title_code, name, rank, seats, during)
        select id, 'specialist', 'Chuyên viên', 'specialist', ${EACH}::integer, '[2000-01-01,)'
        from u returning id, unit_id),
      people as (
        select id, row_number() over (order by id) as seat from (
          select t.id from tenure t join unit u on u.id = t.unit_id
          where t.holding = 'main' and t.rank = 'specialist' and upper_inf(t.during)
            and lower(t.during) < ${ON}::date and u.code not like 'bench-%'
          order by t.id limit ${EACH}::integer) chosen)
      update tenure t set unit_id = post.unit_id, post_id = post.id, seat_no = people.seat
      from people, post where t.id = people.id`.execute(db)
  }
}

/** What any merger must write: people, their records, the unit's end, its heir, the tree. */
async function mergeByHand(db: Db): Promise<void> {
  const from = sql`(select id from unit where code = 'bench-a')`
  const into = sql`(select id from unit where code = 'bench-b')`
  await sql`insert into post (unit_id, title_code, name, rank, managed_by, seats, during)
    select ${into}, title_code, name, rank, managed_by, seats, daterange(${ON}::date, null)
    from post where unit_id = ${from}`.execute(db)
  await sql`create temporary table gone on commit drop as
    select * from tenure where unit_id = ${from} and upper_inf(during)`.execute(db)
  await sql`update tenure t set during = daterange(lower(t.during), ${ON}::date),
    end_reason = 'Sắp xếp' from gone where gone.id = t.id`.execute(db)
  await sql`insert into tenure (cadre_id, unit_id, post_id, seat_no, title, rank, holding, during,
      entry, decided_on, decision_no, from_unit_id)
    select cadre_id, ${into}, (select max(id) from post where unit_id = ${into}), seat_no, title,
      rank, holding, daterange(${ON}::date, null), 'transfer', ${ON}::date, 'đo', unit_id
    from gone`.execute(db)
  await sql`update cadre c set unit_id = ${into} from gone where gone.cadre_id = c.id`.execute(db)
  for (const table of ['post', 'unit_name', 'unit_parent'])
    await sql`update ${sql.table(table)} set during = daterange(lower(during), ${ON}::date)
      where unit_id = ${from}`.execute(db)
  await sql`insert into unit_succession select ${from}, ${into}, 'merged_into', ${ON}::date, 'đo'`.execute(
    db,
  )
  await sql`update unit set during = daterange(lower(during), ${ON}::date) where code = 'bench-a'`.execute(
    db,
  )
}
