import { countTargets, targetsOn } from '#server/directives/count.ts'
import type { Target } from '#server/directives/packs.ts'
import { targetsByHand } from './by-hand.ts'
import { inTurn } from './measure.ts'
import { asking, type Bench, type Result } from './result.ts'

const AS_OF = '2024-10-31'

/** All targets of a directive, whole province and each unit, against one statement written by hand. */
export async function benchTargets(bench: Bench): Promise<Result[]> {
  const rounds = bench.people > 100_000 ? 5 : 11
  const [ours, byHand] = await inTurn(
    [
      {
        name: 'ours',
        run: () => asking(bench, async (ctx) => countTargets(ctx, await targetsOn(ctx, AS_OF))),
      },
      { name: 'by hand', run: () => asking(bench, ({ db }) => targetsByHand.execute(db)) },
    ],
    rounds,
  )
  const [many, few] = await inTurn(
    [
      { name: '80', run: () => asking(bench, (ctx) => countMany(ctx, 80)) },
      { name: '10', run: () => asking(bench, (ctx) => countMany(ctx, 10)) },
    ],
    rounds,
  )
  const result = (what: string, a: number, b: number, against: string, limit: number): Result => ({
    people: bench.people,
    what,
    ours: a,
    theirs: b,
    against,
    ratio: a / b,
    limit,
  })
  return [
    result(
      'LS-T1…T9, province and every unit',
      ours?.median ?? 0,
      byHand?.median ?? 0,
      'one SQL statement by hand',
      1.5,
    ),
    result('80 targets', many?.median ?? 0, few?.median ?? 0, '10 targets', 2),
  ]
}

type Ctx = Parameters<typeof targetsOn>[0]

/** The seven targets about serving people, repeated with other bounds until there are as many as asked. */
async function countMany(ctx: Ctx, wanted: number) {
  const about = (await targetsOn(ctx, AS_OF)).filter(
    ({ target }) => target.subject === 'serving_cadre' && !target.baseline,
  )
  const ages = Array.from({ length: wanted }, (_, index) => index)
  const asked = ages.map((index) => {
    const one = about[index % about.length]
    if (!one) throw new Error('no targets')
    const bound = { fact: 'age', comparison: 'under', values: [25 + (index % 40)] } as const
    const counts: Target['counts'] = one.target.counts && {
      any: [one.target.counts, { ...bound, values: [...bound.values] }],
    }
    return { ...one, target: { ...one.target, counts } }
  })
  return countTargets(ctx, asked)
}
