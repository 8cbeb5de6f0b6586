import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import type { CaseKind } from '#server/directives/inspection-cases.ts'
import type { Db } from '#server/kernel/database.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { casesOf } from './cases.ts'
import { inspectionNamed } from './inspections.ts'

const METHOD =
  'Xếp các vụ việc theo SHA-256 của “hạt giống:mã vụ việc”, từ nhỏ đến lớn, lấy từ đầu.'

interface Drawn {
  ref: string
  cadreId: number | null
}

/** The same seed and the same cases give the same draw, on any machine and by hand. */
export function drawn<One extends Pick<Drawn, 'ref'>>(
  population: readonly One[],
  seed: string,
  size: number,
): One[] {
  const key = ({ ref }: One) => sha256(`${seed}:${ref}`)
  return population
    .map((one) => ({ one, key: key(one) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .slice(0, size)
    .map(({ one }) => one)
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** Draws the cases to look at, once; the seed is kept so that anybody can draw them again. */
export const drawSample = command({
  name: 'inspection.draw_sample',
  input: z.strictObject({
    id: wholeNumber,
    size: z.coerce
      .number<number | string>()
      .int()
      .min(1, 'Cỡ mẫu phải từ 1.')
      .max(500, 'Cỡ mẫu tối đa 500.'),
    /** Said aloud by the parties; without one it is drawn at random. */
    seed: z.string().trim().min(1).max(64, 'Hạt giống dài quá 64 ký tự.').optional(),
  }),
  output: z.object({ seed: z.string(), population: z.number(), taken: z.number() }),
  about: ({ id }) => ({ caseRef: `inspection:${id}` }),
  async run(ctx, { id, size, seed = randomBytes(8).toString('hex') }) {
    const { examines, from, to, unitId, concludedOn } = await inspectionNamed(ctx, id, ctx.today)
    if (examines === null)
      throw new Refusal('against_rule', 'Cuộc này không xem vụ việc cụ thể nên không lấy mẫu.')
    if (concludedOn !== null)
      throw new Refusal('against_rule', 'Đã có kết luận nên không lấy mẫu được nữa.')
    const sample = { id, kind: examines as CaseKind, unitId, from, to, seed, size }
    const kept = await keepSample(ctx.db, sample, ctx.today, ctx.actor.name)
    if (kept.population === 0)
      throw new Refusal(
        'against_rule',
        'Trong kỳ được kiểm tra, đơn vị không có vụ việc nào loại này. Hãy xem lại kỳ hoặc đơn vị.',
      )
    if (kept.taken === 0)
      throw new Refusal('conflict', 'Mẫu đã được lấy rồi và không lấy lại. Hãy tải lại trang.')
    return { seed, ...kept }
  },
})

interface Sample {
  id: number
  kind: CaseKind
  unitId: number
  from: string
  to: string
  seed: string
  size: number
}

/** Draws and keeps; nothing is taken where nothing is, or where a draw is kept already. */
export async function keepSample(db: Db, sample: Sample, on: string, account: string) {
  const { id, seed, size } = sample
  const population = await populationOf(db, sample)
  if (population.length === 0) return { population: 0, taken: 0 }
  const { rows } = await sql`insert into inspection_sample (inspection_id, seed, method,
      population, population_sha256, drawn_on, account_name)
    values (${id}, ${seed}, ${METHOD}, ${population.length},
      ${sha256(population.map(({ ref }) => ref).join('\n'))}, ${on}, ${account})
    on conflict (inspection_id) do nothing returning inspection_id`.execute(db)
  const taken = rows.length === 0 ? [] : drawn(population, seed, size)
  for (const [place, { ref, cadreId }] of taken.entries())
    await sql`insert into inspection_case (inspection_id, case_ref, place, cadre_id)
      values (${id}, ${ref}, ${place + 1}, ${cadreId})`.execute(db)
  return { population: population.length, taken: taken.length }
}

/** Cases of the unit and those under it in the days looked at; imports belong to no unit. */
async function populationOf(db: Db, { kind, unitId, from, to }: Sample): Promise<Drawn[]> {
  const { rows } = await sql<Drawn>`
    select ${kind} || ':' || one.id as ref, one.cadre_id as "cadreId"
    from (${casesOf(kind)}) one join unit u on u.id = ${unitId}
    left join unit own on own.id = one.unit_id
    where one.on_day between ${from}::date and ${to}::date
      and (one.unit_id is null or own.tree_from between u.tree_from and u.tree_to)
    order by one.id`.execute(db)
  return rows
}
