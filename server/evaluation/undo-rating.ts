import { sql } from 'kysely'
import { z } from 'zod'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { caseRef, cycleNamed, stillRated } from './cycle.ts'

/** The last ratings this account gave in one go, put back as they were; until the next step. */
export const undoRating = command({
  name: 'evaluation.undo_rating',
  input: z.strictObject({ cycleId: wholeNumber }),
  output: z.object({ undone: z.number() }),
  about: ({ cycleId }) => ({ caseRef: caseRef(cycleId) }),
  async run(ctx, { cycleId }) {
    const cycle = await cycleNamed(ctx, cycleId, 'share')
    stillRated(cycle)
    const stages = cycle.step === 'authority' ? ['calibration'] : ['review']
    const { rows } = await sql<{ id: number }>`
      with mine as (
        select s.id, s.evaluation_id, s.was from rating_step s
        join evaluation e on e.id = s.evaluation_id
        where e.cycle_id = ${cycleId} and s.undone_at is null and s.account_name = ${ctx.actor.name}
          and s.stage = any(${stages}::text[])
          and not exists (select from rating_step later
            where later.evaluation_id = s.evaluation_id and later.id > s.id and later.undone_at is null)),
      last as (select * from mine where was ->> 'batch' = (
        select was ->> 'batch' from mine order by id desc limit 1)),
      marked as (update rating_step s set undone_at = now() from last where last.id = s.id)
      update evaluation e set rating = last.was ->> 'rating', stage = last.was ->> 'stage',
        points = (last.was ->> 'points')::numeric, version = version + 1
      from last where e.id = last.evaluation_id returning e.id`.execute(ctx.db)
    if (rows.length === 0)
      throw new Refusal(
        'conflict',
        'Không còn gì để hoàn tác: bước trước đã chuyển, hoặc người khác đã xếp loại lại.',
      )
    return { undone: rows.length }
  },
})
