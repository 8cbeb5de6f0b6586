import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { delegate } from '#server/authority/delegate.ts'
import { PEOPLE, UNITS } from '#server/cast.ts'
import type { Context } from '#server/kernel/context.ts'
import { test } from '#server/testing.ts'
import { checklist } from './checklist.ts'

const LS = 'lang-son-12-kh-ubnd-2024'

async function tenureOf({ db }: Context, cadreId: number): Promise<string> {
  const { rows } = await sql<{ id: number }>`
    select id from tenure where cadre_id = ${cadreId} and holding = 'main'`.execute(db)
  return `appointment:${rows[0]?.id}`
}

const stepsOf = async (ctx: Context, ref: string) =>
  Object.fromEntries((await checklist(ctx, { case: ref })).rows.map((row) => [row.step, row]))

describe('the checklist of an appointment', () => {
  test('follows the texts in force on its day, with the record behind each answer', async ({
    ctx,
  }) => {
    await ctx.db
      .insertInto('pack_adoption')
      .values({ pack_id: LS, during: '[2024-01-18,)' })
      .execute()
    const steps = await stepsOf(ctx, await tenureOf(ctx, PEOPLE.thu))
    expect(steps.decision).toMatchObject({ state: 'unknown' })
    expect(steps.decision?.evidence).toContain('người ký')
    expect(steps.planning).toMatchObject({ state: 'not_met' })
    expect(steps.planning?.clause).toContain('138/2020/NĐ-CP')
    expect(steps.older).toMatchObject({ state: 'not_met', clause: '12/KH-UBND · Mục III.3.5' })
    expect(steps.discipline).toMatchObject({ state: 'met' })
    expect(steps.relatives).toMatchObject({ state: 'met' })
  })

  test('changes when the record does', async ({ ctx }) => {
    await ctx.db
      .insertInto('pack_adoption')
      .values({ pack_id: LS, during: '[2024-01-18,)' })
      .execute()
    const ref = await tenureOf(ctx, PEOPLE.thu)
    await sql`update tenure set decided_by = 'Bí thư Tỉnh ủy' where cadre_id = ${PEOPLE.thu}`.execute(
      ctx.db,
    )
    await sql`insert into succession_entry (cadre_id, title_code, term, during)
      values (${PEOPLE.thu}, 'deputy_director', '2020-2025', '[2021-01-01,)')`.execute(ctx.db)
    await sql`insert into rating (cadre_id, year, level) values (${PEOPLE.thu}, 2021, 'good'),
      (${PEOPLE.thu}, 2022, 'good'), (${PEOPLE.thu}, 2023, 'not_completed')`.execute(ctx.db)
    await sql`insert into discipline (cadre_id, system, form, decided_on, decision_no)
      values (${PEOPLE.thu}, 'state', 'reprimand', '2024-02-01', '7/QĐ')`.execute(ctx.db)
    await sql`insert into kinship (cadre_id, relative_id, relation, declared_on)
      values (${PEOPLE.thu}, ${PEOPLE.minh}, 'sibling', '2020-01-01')`.execute(ctx.db)
    await sql`insert into record_document
        (cadre_id, section, row_id, title, file_name, media_type, size, sha256, content, account_name)
      values (${PEOPLE.thu}, 'posts', ${Number(ref.split(':')[1])}, 'Tờ giải trình', 'a.pdf',
        'application/pdf', 1, '', 'x', 'tinh')`.execute(ctx.db)
    const steps = await stepsOf(ctx, ref)
    expect(steps.decision).toMatchObject({ state: 'met' })
    expect(steps.planning).toMatchObject({ state: 'met' })
    expect(steps.rating?.evidence).toContain('2023')
    expect(steps.rating).toMatchObject({ state: 'not_met' })
    expect(steps.discipline).toMatchObject({ state: 'not_met' })
    expect(steps.relatives?.evidence).toContain('Phạm Minh')
    expect(steps.older).toMatchObject({ state: 'met' })
  })

  test('keeps family and clearance from who was not granted them', async ({ ctx, as }) => {
    const ref = await tenureOf(ctx, PEOPLE.thu)
    const inspector = await as({ role: 'inspector' })
    const steps = await stepsOf(inspector, ref)
    expect(steps.relatives).toMatchObject({ state: 'unknown' })
    expect(steps.relatives?.evidence).toContain('hạn chế')
  })

  test('refuses what is no case and what is out of sight', async ({ ctx, as }) => {
    const ref = await tenureOf(ctx, PEOPLE.thu)
    await expect(checklist(ctx, { case: 'thing:1' })).rejects.toMatchObject({ kind: 'invalid' })
    await expect(checklist(ctx, { case: '99999' })).rejects.toMatchObject({ kind: 'not_found' })
    const home = await as({ role: 'unit_officer', scope: UNITS.home.scope, unitId: UNITS.home.id })
    await expect(checklist(home, { case: ref })).rejects.toMatchObject({ kind: 'not_found' })
  })
})

describe('who signed', () => {
  const DEPUTY = {
    matter: 'appointment',
    action: 'decide',
    about: { ranks: ['division_head'] },
    holder: { rank: 'deputy', unitId: UNITS.home.id },
    from: '2025-07-01',
    decisionNo: '30/QĐ-UBND',
    signedBy: 'Chủ tịch UBND tỉnh',
    clause: 'Điều 2',
  } as const

  test('is met by the whole title or the person the delegation of the day names, no less', async ({
    ctx,
  }) => {
    await sql`update tenure set during = '[2025-08-01,)', decided_on = '2025-08-01',
      decision_no = '40/QĐ' where cadre_id = ${PEOPLE.lan}`.execute(ctx.db)
    const ref = await tenureOf(ctx, PEOPLE.lan)
    const signedBy = async (who: string) => {
      await sql`update tenure set decided_by = ${who} where cadre_id = ${PEOPLE.lan}`.execute(
        ctx.db,
      )
      return (await stepsOf(ctx, ref)).authority?.state
    }
    const states = async (words: Record<string, string>) => {
      for (const [who, state] of Object.entries(words))
        expect([who, await signedBy(who)]).toEqual([who, state])
    }
    await states({
      'Chủ tịch UBND tỉnh': 'met',
      'Chủ tịch Ủy ban nhân dân tỉnh Thử Nghiệm': 'met',
      'Phó Chủ tịch UBND tỉnh': 'unknown',
      'Chủ tịch UBND tỉnh khác': 'unknown',
      'Chủ tịch': 'unknown',
      UBND: 'unknown',
    })
    await ctx.db
      .insertInto('pack_adoption')
      .values({ pack_id: 'vinh-phuc-32-qd-ubnd-2022', during: '[2022-12-31,)' })
      .execute()
    await states({
      'Giám đốc Sở Nội vụ': 'met',
      'Trần Văn Bình': 'met',
      'Trần Văn Bình, Giám đốc Sở Nội vụ': 'met',
      'Giám đốc': 'unknown',
      'Sở Nội vụ': 'unknown',
      'Giám đốc Sở Y tế': 'unknown',
      'Phó Giám đốc Sở Nội vụ': 'unknown',
    })
    await delegate(ctx, { ...DEPUTY, about: { ranks: ['division_head'] } })
    await states({ 'Phó Giám đốc Sở Nội vụ': 'met' })
  })
})

describe('other cases', () => {
  test('an import shows its original and the rows it refused', async ({ ctx }) => {
    await sql`insert into import (id, file_name, sha256, content, sheet, mapping, account_name, committed_at)
      values (901, 'ds.xlsx', encode(sha256('x'::bytea), 'hex'), 'x', 'S', '{}', 'tinh', '2024-06-01'),
        (902, 'ds.xlsx', 'khác', 'x', 'S', '{}', 'tinh', '2024-06-01')`.execute(ctx.db)
    await sql`insert into import_row (import_id, sheet, row_no, outcome, problems)
      values (902, 'S', 2, 'rejected', '[]')`.execute(ctx.db)
    expect((await checklist(ctx, { case: 'import:901' })).counts).toMatchObject({ met: 3 })
    expect((await checklist(ctx, { case: 'import:902' })).counts).toMatchObject({ not_met: 2 })
  })

  test('a change of a record shows its basis and who approved', async ({ ctx }) => {
    await sql`insert into record_change (id, cadre_id, section, row_id, act, basis, reason, account_name,
        changed_at) values (903, ${PEOPLE.thu}, 'posts', 1, 'correct', 'correction', null, 'tinh', '2024-06-01')`.execute(
      ctx.db,
    )
    const { rows } = await checklist(ctx, { case: 'record_change:903' })
    expect(rows.map(({ state }) => state)).toEqual(['not_met', 'unknown', 'met'])
  })
})
