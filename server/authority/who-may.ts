import { sql } from 'kysely'
import { z } from 'zod'
import { ACTIONS, actionShape } from '#server/directives/delegation-shape.ts'
import type { Context } from '#server/kernel/context.ts'
import { inVietnamese, isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { type Delegation, delegationsOn, firstDelegation } from './delegations.ts'
import { holderFinder } from './holders.ts'
import { matterNamed } from './matters.ts'
import { covers, type PostAsked, pathOf, strongest } from './reach.ts'
import { delegationWords } from './words.ts'

const answerRow = z.object({
  action: z.string(),
  actionLabel: z.string(),
  holder: z.string(),
  cadreId: z.number().nullable(),
  position: z.string(),
  through: z.string(),
  legalBasis: z.string(),
  from: z.string(),
  to: z.string().nullable(),
})

/** Who may do what in a matter about a unit on a day, through which delegation, by which text. */
export const whoMay = query({
  name: 'authority.who_may',
  input: z.strictObject({
    matter: z.string().trim().min(1, 'Hãy ghi nội dung cần hỏi, ví dụ appointment.'),
    unitId: wholeNumber,
    on: isoDate.optional(),
    action: actionShape.optional(),
    /** Asks about one post of the unit: its rank and who manages it then count. */
    postId: wholeNumber.optional(),
  }),
  output: z.object({
    matter: z.object({ code: z.string(), label: z.string(), field: z.string() }),
    unitName: z.string(),
    on: z.string(),
    /** The answer in words; when nobody may, why. */
    says: z.string(),
    note: z.string().nullable(),
    rows: z.array(answerRow),
  }),
  async run(ctx, { matter: word, unitId, on = ctx.today, action, postId }) {
    const matter = await matterNamed(ctx, word, on)
    const path = await pathOf(ctx, unitId, on)
    const [unit] = path
    if (!unit) throw noUnit(on)
    const post = postId === undefined ? null : await postAsked(ctx, postId, unitId, on)
    const given = (await delegationsOn(ctx, on)).filter(
      (one) => one.matter === matter.matter && (!action || one.action === action),
    )
    const valid = strongest(
      given.filter((one) => covers(one, path, post)),
      path,
    )
    const holdersOf = await holderFinder(ctx, path, valid, on)
    const rows = Object.keys(ACTIONS).flatMap((code) =>
      valid
        .filter((one) => one.action === code)
        .flatMap((one) =>
          holdersOf(one.holder).map((seated) => ({ ...row(one, matter.label), ...seated })),
        ),
    )
    const says =
      rows.length > 0
        ? inWords(rows, matter.label, unit.name, on)
        : await whyNobody(ctx, matter.matter, matter.label, unit.name, on)
    return {
      matter: { code: matter.matter, label: matter.label, field: matter.field },
      unitName: unit.name,
      on,
      says,
      note: matter.note ?? null,
      rows,
    }
  },
})

const row = (one: Delegation, label: string) => ({
  action: one.action,
  actionLabel: ACTIONS[one.action].label,
  through: delegationWords(one, label),
  legalBasis: one.legalBasis,
  from: one.from,
  to: one.to,
})

function inWords(
  rows: readonly { actionLabel: string; holder: string }[],
  label: string,
  unitName: string,
  on: string,
): string {
  const actions = [...new Set(rows.map(({ actionLabel }) => actionLabel))]
  const parts = actions.map((action) => {
    const holders = rows.filter((one) => one.actionLabel === action).map(({ holder }) => holder)
    return `${action}: ${[...new Set(holders)].join('; ')}.`
  })
  return `${label}, ${unitName}, ngày ${inVietnamese(on)}. ${parts.join(' ')}`
}

async function whyNobody(
  ctx: Context,
  matter: string,
  label: string,
  unitName: string,
  on: string,
): Promise<string> {
  const first = await firstDelegation(ctx, matter)
  const who = `Ngày ${inVietnamese(on)} chưa ai được giao “${label}” đối với ${unitName}`
  return first && on < first.from
    ? `${who}: phân cấp sớm nhất có từ ${inVietnamese(first.from)} (${first.legalBasis}). Nếu trước đó có quyết định phân cấp thì nhập ở trang Phân cấp.`
    : `${who} trong các văn bản đang áp dụng. Nếu có quyết định phân cấp riêng thì nhập ở trang Phân cấp.`
}

async function postAsked(
  { db }: Context,
  postId: number,
  unitId: number,
  on: string,
): Promise<PostAsked> {
  const { rows } = await sql<PostAsked>`select rank, managed_by as "managedBy" from post
    where id = ${postId} and unit_id = ${unitId} and during @> ${on}::date`.execute(db)
  if (rows[0]) return rows[0]
  throw new Refusal(
    'not_found',
    `Ngày ${inVietnamese(on)} đơn vị này không có chức danh đó. Hãy chọn lại chức danh của đơn vị.`,
  )
}

export const noUnit = (on: string) =>
  new Refusal(
    'not_found',
    `Ngày ${inVietnamese(on)} không có đơn vị này. Hãy chọn ngày khác hoặc chọn đơn vị trong cây tổ chức.`,
  )
