import { sql } from 'kysely'
import { z } from 'zod'
import { onClosedTables } from '#server/access/closed-tables.ts'
import { asTyped, digest, readableSecret } from '#server/access/secrets.ts'
import type { Context } from '#server/kernel/context.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { codeOf, wholeNumber } from '#server/kernel/inputs.ts'
import { command, query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { isInside } from './agencies.ts'
import { anonymousKinds, dueOn, PETITION_KINDS, type PetitionKind } from './petition-rules.ts'

const kind = codeOf(PETITION_KINDS)
const sender = z
  .strictObject({
    fullName: z.string().trim().min(2, 'Hãy ghi họ tên.').max(200),
    contact: z.string().trim().min(3, 'Hãy ghi địa chỉ hoặc số điện thoại để trả lời.').max(300),
  })
  .optional()
const says = z
  .string()
  .trim()
  .min(20, 'Hãy viết rõ hơn, ít nhất 20 ký tự.')
  .max(5000, 'Dài quá 5000 ký tự.')

/** Who writes to the office, and what, is kept with the petition and shown only for a reason. */
const IN_CONFIDENCE = ['says', 'sender']

interface Received {
  kind: PetitionKind
  channel: 'web' | 'letter' | 'in_person'
  on: string
  says: string
  sender?: z.output<typeof sender>
  aboutUnitId?: number | undefined
  publicationId?: number | undefined
}

/** From the public page: nothing about the sender is kept but what the sender writes. */
export const sendPetition = command({
  name: 'publicity.send_petition',
  input: z.strictObject({
    kind,
    says,
    sender,
    publicationId: wholeNumber.optional(),
    aboutUnitId: wholeNumber.optional(),
  }),
  output: z.object({ replyCode: z.string(), dueOn: z.string() }),
  about: () => ({ unlogged: IN_CONFIDENCE }),
  async run(ctx, input) {
    const on = ctx.province.looks_at ?? ctx.today
    const replyCode = readableSecret(3)
    const received = await receive(ctx, { ...input, channel: 'web', on }, replyCode)
    return { replyCode, dueOn: received.dueOn }
  },
})

/** A letter or a spoken word, written down by the officer who took it in. */
export const registerPetition = command({
  name: 'publicity.register_petition',
  input: z.strictObject({
    kind,
    channel: z.enum(['letter', 'in_person']),
    receivedOn: isoDate,
    says,
    sender,
    aboutUnitId: wholeNumber.optional(),
  }),
  output: z.object({ id: z.number(), dueOn: z.string() }),
  about: (_, { id }) => ({ caseRef: `petition:${id}`, unlogged: IN_CONFIDENCE }),
  async run(ctx, { receivedOn, ...input }) {
    if (receivedOn > (ctx.province.looks_at ?? ctx.today))
      throw new Refusal('invalid', 'Ngày nhận không thể ở sau hôm nay.')
    return receive(ctx, { ...input, on: receivedOn })
  },
})

async function receive(
  ctx: Context,
  received: Received,
  replyCode?: string,
): Promise<{ id: number; dueOn: string }> {
  const { kind: which, channel, on, aboutUnitId, publicationId } = received
  if (!received.sender && !(await anonymousKinds(ctx, on)).includes(which))
    throw new Refusal(
      'against_rule',
      `${PETITION_KINDS[which].label} phải ghi họ tên và nơi nhận trả lời. Không muốn ghi tên thì chọn “${PETITION_KINDS.comment.label}”; họ tên đã ghi được giữ kín theo luật.`,
    )
  if (aboutUnitId !== undefined) await isInside(ctx.db, aboutUnitId, aboutUnitId)
  const due = await dueOn(ctx, which, on)
  const { sender: by } = received
  // Outside both roles: who sends has no account, and who sent it is read through one operation only.
  return onClosedTables(ctx, async (db) => {
    const { rows } = await sql<{ id: number }>`
      insert into petition (kind, channel, received_on, due_on, about_unit_id, publication_id, says,
        named, reply_key)
      values (${which}, ${channel}, ${on}::date, ${due}::date, ${aboutUnitId ?? null}::integer,
        (select id from publication where id = ${publicationId ?? null}::integer and circle = 'public'),
        ${received.says}, ${by !== undefined}, ${replyCode ? digest(replyCode) : null})
      returning id`.execute(db)
    const id = rows[0]?.id ?? 0
    if (by)
      await sql`insert into petition_sender (petition_id, full_name, contact)
        values (${id}, ${by.fullName}, ${by.contact})`.execute(db)
    return { id, dueOn: due }
  })
}

/** How far a petition has come, for whoever holds its code. */
export const petitionAnswer = query({
  name: 'publicity.petition_answer',
  input: z.strictObject({ replyCode: z.string().max(40) }),
  output: z.object({
    kind: z.string(),
    receivedOn: z.string(),
    dueOn: z.string(),
    closedOn: z.string().nullable(),
    answers: z.array(z.object({ on: z.string(), says: z.string() })),
  }),
  async run(ctx, { replyCode }) {
    const found = await onClosedTables(ctx, async (db) => {
      const { rows } = await sql<{
        id: number
        kind: PetitionKind
        receivedOn: string
        dueOn: string
        closedOn: string | null
      }>`select id, kind, received_on::text as "receivedOn", due_on::text as "dueOn",
          closed_on::text as "closedOn" from petition
        where reply_key = ${digest(asTyped(replyCode))}`.execute(db)
      const [petition] = rows
      if (!petition) return undefined
      const answers = await sql<{ on: string; says: string }>`
        select on_day::text as "on", says from petition_step
        where petition_id = ${petition.id} and kind in ('answered', 'refused') order by id`.execute(
        db,
      )
      return { ...petition, kind: PETITION_KINDS[petition.kind].label, answers: answers.rows }
    })
    if (found) return found
    throw new Refusal(
      'not_found',
      'Không có góp ý, đơn thư nào mang mã này. Hãy kiểm tra lại mã đã nhận khi gửi.',
    )
  },
})
