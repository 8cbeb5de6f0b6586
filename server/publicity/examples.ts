import { sql } from 'kysely'
import { z } from 'zod'
import { isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command, query } from '#server/kernel/operation.ts'
import { nameOn } from './agencies.ts'

const text = (least: number, problem: string) => z.string().trim().min(least, problem).max(3000)

const exampleShape = z.object({
  id: z.number(),
  who: z.string(),
  unit: z.string(),
  says: z.string(),
  recognisedOn: z.string(),
  decisionNo: z.string(),
  signedBy: z.string(),
})

/** Who and what is held up to all as an example, the latest first. */
export const examples = query({
  name: 'publicity.examples',
  input: z.strictObject({ asOf: isoDate.optional() }),
  output: z.object({ rows: z.array(exampleShape) }),
  async run({ db, today }, { asOf = today }) {
    const { rows } = await sql<z.output<typeof exampleShape>>`
      select id, who, ${nameOn(sql`g.unit_id`, asOf)} as unit, says,
        recognised_on::text as "recognisedOn", decision_no as "decisionNo", signed_by as "signedBy"
      from good_example g where recognised_on <= ${asOf}::date
      order by recognised_on desc, id desc`.execute(db)
    return { rows }
  },
})

export const recordExample = command({
  name: 'publicity.record_example',
  input: z.strictObject({
    unitId: wholeNumber,
    who: text(2, 'Hãy ghi tên người hoặc tập thể.'),
    says: text(30, 'Hãy ghi rõ việc làm, cách làm, ít nhất 30 ký tự.'),
    recognisedOn: isoDate,
    decisionNo: text(1, 'Hãy ghi số quyết định, văn bản biểu dương.'),
    signedBy: text(1, 'Hãy ghi người ký.'),
  }),
  output: z.object({ id: z.number() }),
  about: (_, { id }) => ({ caseRef: `good_example:${id}` }),
  async run({ db, actor }, { unitId, who, says, recognisedOn, decisionNo, signedBy }) {
    const { rows } = await sql<{ id: number }>`
      insert into good_example (unit_id, who, says, recognised_on, decision_no, signed_by, account_name)
      values (${unitId}, ${who}, ${says}, ${recognisedOn}::date, ${decisionNo}, ${signedBy}, ${actor.name})
      returning id`.execute(db)
    return { id: rows[0]?.id ?? 0 }
  },
})
