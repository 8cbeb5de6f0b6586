import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { UNITS } from '#server/cast.ts'
import type { Context } from '#server/kernel/context.ts'
import { limitTo } from '#server/kernel/operation.ts'
import { PROVINCE, TODAY, test } from '#server/testing.ts'
import { answerPetition, assignPetition } from './handle-petition.ts'
import { petitionDetail, petitionSender, petitions } from './petitions.ts'
import { ANYBODY } from './public-page.ts'
import { petitionAnswer, registerPetition, sendPetition } from './send-petition.ts'

const SAYS = 'Đề nghị làm rõ việc xét bổ nhiệm ở phòng chuyên môn tháng trước.'
const SENDER = { fullName: 'Người Gửi Đơn', contact: 'thôn 3, xã An Hòa' }
const HEALTH = { role: 'unit_officer', scope: UNITS.health.scope, unitId: UNITS.health.id }

async function fromOutside<T>(ctx: Context, work: (visitor: Context) => Promise<T>): Promise<T> {
  await limitTo(ctx.db, PROVINCE, ANYBODY)
  const answer = await work({ ...ctx, actor: ANYBODY })
  await limitTo(ctx.db, PROVINCE, ctx.actor)
  return answer
}

const letter = (ctx: Context, more: object = {}) =>
  registerPetition(ctx, {
    kind: 'complaint',
    channel: 'letter',
    receivedOn: TODAY,
    says: SAYS,
    sender: SENDER,
    ...more,
  })

describe('from the public page', () => {
  test('a comment needs no name; its sender reads the answer by the code alone', async ({
    ctx,
  }) => {
    const { replyCode, dueOn } = await fromOutside(ctx, (visitor) =>
      sendPetition(visitor, { kind: 'comment', says: SAYS }),
    )
    expect(dueOn).toBe('2024-11-15')
    const [row] = (await petitions(ctx, {})).rows
    const id = row?.id ?? 0
    await assignPetition(ctx, {
      id,
      version: 1,
      unitId: UNITS.health.id,
      aboutUnitId: null,
      says: 'Xem xét, trả lời',
    })
    await answerPetition(ctx, {
      id,
      version: 2,
      accepted: true,
      says: 'Đã kiểm tra, đúng quy trình.',
    })
    const answer = await fromOutside(ctx, (visitor) => petitionAnswer(visitor, { replyCode }))
    expect(answer.answers).toEqual([{ on: TODAY, says: 'Đã kiểm tra, đúng quy trình.' }])
    await expect(
      fromOutside(ctx, (visitor) => petitionAnswer(visitor, { replyCode: 'aaaaa-bbbbb-ccccc' })),
    ).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('a denunciation needs a name', async ({ ctx }) => {
    await expect(
      fromOutside(ctx, (visitor) => sendPetition(visitor, { kind: 'denunciation', says: SAYS })),
    ).rejects.toThrow(/phải ghi họ tên/)
  })
})

describe('who sent it', () => {
  test('is in no list, no detail and no log', async ({ ctx }) => {
    const { id } = await letter(ctx)
    const { rows: log } = await sql<{ input: string }>`select input from audit_entry`.execute(
      ctx.db,
    )
    const said = JSON.stringify([await petitions(ctx, {}), await petitionDetail(ctx, { id }), log])
    expect(said).not.toContain(SENDER.fullName)
    expect(said).not.toContain(SENDER.contact)
    expect(JSON.stringify(log)).not.toContain(SAYS)
  })

  test('is out of reach of both roles, whatever is asked', async ({ ctx }) => {
    await letter(ctx)
    await expect(sql`select * from petition_sender`.execute(ctx.db)).rejects.toThrow(
      /permission denied/,
    )
  })

  test('opens for a reason, which stays in the log, and to no other role', async ({ ctx, as }) => {
    const { id } = await letter(ctx)
    await expect(petitionSender(ctx, { id, reason: 'xem' })).rejects.toMatchObject({
      kind: 'invalid',
    })
    expect(await petitionSender(ctx, { id, reason: 'mời người khiếu nại đối thoại' })).toEqual(
      SENDER,
    )
    const { rows } = await sql<{ operation: string; act: string }>`
      select operation, act from audit_entry order by id desc limit 1`.execute(ctx.db)
    expect(rows).toEqual([{ operation: 'publicity.petition_sender', act: 'view' }])
    await assignPetition(ctx, {
      id,
      version: 1,
      unitId: UNITS.health.id,
      aboutUnitId: null,
      says: 'Giải quyết',
    })
    await expect(
      petitionSender(await as(HEALTH), { id, reason: 'mời người khiếu nại đối thoại' }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

describe('a petition', () => {
  test('is seen and answered by the unit it was given to, and by no other', async ({ ctx, as }) => {
    const { id } = await letter(ctx)
    const health = await as(HEALTH)
    await expect(petitionDetail(health, { id })).rejects.toMatchObject({ kind: 'not_found' })
    await limitTo(ctx.db, PROVINCE, ctx.actor)
    await assignPetition(ctx, {
      id,
      version: 1,
      unitId: UNITS.health.id,
      aboutUnitId: null,
      says: 'Giải quyết',
    })
    await answerPetition(await as(HEALTH), {
      id,
      version: 2,
      accepted: true,
      says: 'Đã giải quyết.',
    })
    await expect(
      answerPetition(await as(HEALTH), { id, version: 3, accepted: true, says: 'Lần nữa.' }),
    ).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('never goes to the unit it is about, nor inside it, whoever named the unit', async ({
    ctx,
  }) => {
    const about = UNITS.home.id
    await fromOutside(ctx, (visitor) =>
      sendPetition(visitor, { kind: 'comment', says: SAYS, aboutUnitId: about }),
    )
    await fromOutside(ctx, (visitor) => sendPetition(visitor, { kind: 'comment', says: SAYS }))
    const { id: written } = await letter(ctx, { aboutUnitId: about })
    const rows = (await petitions(ctx, {})).rows
    expect(rows.map((row) => row.about).sort()).toEqual(['Sở Nội vụ', 'Sở Nội vụ', null])
    for (const { id } of rows) {
      const assign = { id, version: 1, aboutUnitId: about, says: 'Giải quyết' }
      for (const unitId of [UNITS.home.id, UNITS.homeStaff.id])
        await expect(assignPetition(ctx, { ...assign, unitId })).rejects.toThrow(
          /không tự giải quyết/,
        )
      await assignPetition(ctx, { ...assign, unitId: UNITS.health.id })
      await expect(
        assignPetition(ctx, { ...assign, version: 2, unitId: about, aboutUnitId: null }),
      ).rejects.toMatchObject({ kind: 'against_rule' })
    }
    expect(rows.map(({ id }) => id)).toContain(written)
  })

  test('is given to nobody before it is said whom it is about, if anybody', async ({ ctx }) => {
    const { id } = await letter(ctx)
    const silent = { id, version: 1, unitId: UNITS.health.id, says: 'Giải quyết' }
    await expect(
      assignPetition(ctx, silent as Parameters<typeof assignPetition>[1]),
    ).rejects.toThrow(/về đơn vị nào, hoặc không về đơn vị nào/)
    await expect(letter(ctx, { aboutUnitId: 9999 })).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('is answered on a day that has come, not before it was given', async ({ ctx, as }) => {
    const { id } = await letter(ctx, { receivedOn: '2024-10-01' })
    const assign = {
      id,
      version: 1,
      unitId: UNITS.health.id,
      aboutUnitId: null,
      says: 'Giải quyết',
    }
    await expect(assignPetition(ctx, { ...assign, on: '2024-09-30' })).rejects.toMatchObject({
      kind: 'invalid',
    })
    await assignPetition(ctx, { ...assign, on: '2024-10-10' })
    const answer = { id, version: 2, accepted: true, says: 'Đã giải quyết.' }
    for (const on of ['2024-10-09', '2024-11-01'])
      await expect(answerPetition(ctx, { ...answer, on })).rejects.toMatchObject({
        kind: 'invalid',
      })
    await expect(answerPetition(await as(HEALTH), { ...answer, on: '2024-10-12' })).rejects.toThrow(
      /ngày làm việc 31\/10\/2024/,
    )
    await answerPetition(await as(HEALTH), answer)
    expect(await petitionDetail(await as(HEALTH), { id })).toMatchObject({ closedOn: TODAY })
  })

  test('of two officers the second is told what the first did', async ({ ctx }) => {
    const { id } = await letter(ctx)
    await assignPetition(ctx, {
      id,
      version: 1,
      unitId: UNITS.health.id,
      aboutUnitId: null,
      says: 'Giải quyết',
    })
    await expect(
      assignPetition(ctx, {
        id,
        version: 1,
        unitId: UNITS.district.id,
        aboutUnitId: null,
        says: 'Giải quyết',
      }),
    ).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('is counted late from the day after its last', async ({ ctx }) => {
    await letter(ctx, { receivedOn: '2024-09-01' })
    expect((await petitions(ctx, { asOf: '2024-10-01' })).counts.overdue).toBe(0)
    expect((await petitions(ctx, { asOf: '2024-10-02' })).counts.overdue).toBe(1)
  })
})
