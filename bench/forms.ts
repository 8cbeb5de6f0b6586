import { sql } from 'kysely'
import { cadreFile } from '#server/cadres/file.ts'
import { correctFact } from '#server/cadres/record/edit.ts'
import type { Context } from '#server/kernel/context.ts'
import { enter } from '#server/kernel/operation.ts'
import { filledForm } from '#server/reports/form-questions.ts'
import { bm01ByHand, fileByHand, saveByHand } from './forms-by-hand.ts'
import { inTurn } from './measure.ts'
import { asking, type Bench, type Result } from './result.ts'

const AS_OF = '2024-10-31'

/** BM01 of the whole province, one file opened, one fact saved: against the SQL they cannot do without. */
export async function benchForms(bench: Bench): Promise<Result[]> {
  const id = await asking(bench, someone)
  const pairs: [string, () => Promise<unknown>, () => Promise<unknown>, number][] = [
    [
      'BM01, 38 columns, every unit',
      () => asking(bench, (ctx) => filledForm(ctx, { form: 'bm01', asOf: AS_OF })),
      () => asking(bench, ({ db }) => bm01ByHand.execute(db)),
      9,
    ],
    [
      'opening a file',
      () => asking(bench, (ctx) => cadreFile(ctx, { id, asOf: AS_OF })),
      () => asking(bench, ({ db }) => fileByHand(db, id)),
      41,
    ],
    [
      'saving a change',
      () => undone(bench, (ctx) => save(ctx, id)),
      () => undone(bench, ({ db }) => saveByHand(db, id)),
      41,
    ],
  ]
  const results: Result[] = []
  for (const [what, ours, byHand, rounds] of pairs) {
    const [a, b] = await inTurn(
      [
        { name: 'ours', run: ours },
        { name: 'by hand', run: byHand },
      ],
      rounds,
    )
    const [mine, theirs] = [a?.median ?? 0, b?.median ?? 0]
    results.push({
      ...{ people: bench.people, what, ours: mine, theirs, against: 'SQL by hand' },
      ...{ ratio: mine / theirs, limit: 2 },
    })
  }
  return results
}

async function someone({ db }: Context): Promise<number> {
  const { rows } = await sql<{ id: number }>`select cadre_id as id from tenure
    where holding = 'main' and during @> ${AS_OF}::date and rank = 'head' order by id limit 1`.execute(
    db,
  )
  if (!rows[0]) throw new Error('nobody serves')
  return rows[0].id
}

async function save(ctx: Context, id: number): Promise<void> {
  const { rows } = await sql<{
    version: number
  }>`select version from cadre where id = ${id}`.execute(ctx.db)
  await correctFact(ctx, {
    ...{ id, section: 'identity', rowId: id, version: rows[0]?.version ?? 0 },
    values: { home_place: 'xã Đo, huyện Thử' },
    basis: { basis: 'correction', reason: 'đo tốc độ ghi hồ sơ' },
  })
}

const UNDONE = Symbol('rolled back')

/** Each round finds the record as the one before did. */
async function undone(bench: Bench, work: (ctx: Context) => Promise<unknown>): Promise<unknown> {
  return enter(bench.house, bench.province, bench.actor, 'command', async (ctx) => {
    await work(ctx)
    throw UNDONE
  }).catch((thrown) => {
    if (thrown !== UNDONE) throw thrown
  })
}
