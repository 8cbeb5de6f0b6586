import { unzipSync } from 'fflate'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { PEOPLE, UNITS } from '#server/cast.ts'
import {
  BASIS,
  later,
  opened,
  own,
  PERIOD,
  row,
  sheetOf,
  step,
  test,
  worked,
} from '#server/cast-of-evaluation.ts'
import type { FileAnswer } from '#server/kernel/operation.ts'
import { readSheets } from '#server/office/workbook.ts'
import { answerAppeal, appeal } from './appeals.ts'
import { board } from './board.ts'
import { calibrate } from './calibrate.ts'
import { rateUnit } from './corrections.ts'
import { evaluationForm, ownForm } from './forms.ts'
import { overCap } from './over-cap.ts'
import { ownEvaluations } from './person.ts'
import { comparison, results } from './results.ts'
import { acceptAll, review } from './review.ts'
import { settleCycles } from './settle.ts'

/** What a Word file says, without its markup. */
function textOf({ bytes }: FileAnswer): string {
  const document = unzipSync(bytes)['word/document.xml']
  return new TextDecoder().decode(document).replace(/<[^>]+>/g, '')
}

describe('from decision to closing', () => {
  test('the cap refuses with names, is settled, then published, appealed, closed', async ({
    ctx,
    as,
  }) => {
    const cycleId = await opened(ctx)
    await worked(ctx, cycleId)
    await expect(step(ctx, cycleId)).rejects.toThrow('Chưa tự đánh giá')
    const end = later(ctx, '2026-10-31')
    await step(end, cycleId)
    await acceptAll(end, { cycleId })
    await step(end, cycleId)
    await expect(step(end, cycleId)).rejects.toThrow(
      /Nhóm chuyên viên: đang xếp 3 .* tối đa 0, vượt 3 .*335.*Phải xếp loại đơn vị trước/,
    )
    const over = (await overCap(end, { period: PERIOD })).rows
    expect(over.map((one) => [one.group, one.over])).toEqual([
      ['Cả đơn vị', 2],
      ['Nhóm chuyên viên', 3],
    ])
    expect(over[0]).toMatchObject({
      unitId: UNITS.homeStaff.id,
      clause: '335/2025/NĐ-CP, Điều 20.5',
    })
    await rateUnit(end, { cycleId, version: 3, rating: 'good', basis: BASIS })
    const { of } = await sheetOf(end, cycleId)
    const change = (cadreId: number, authoriserId: number) => ({
      ...row(of(cadreId)),
      rating: 'good' as const,
      reasonCode: 'cap',
      comment: 'Điểm thấp hơn trong nhóm, giữ trần 20 %',
      authoriserId,
    })
    const rest = [104, 105]
    const changing = (authoriserId: number) =>
      calibrate(end, { cycleId, changes: rest.map((id) => change(id, authoriserId)) })
    await expect(changing(104)).rejects.toThrow('của chính mình')
    await sql`insert into kinship (cadre_id, relative_id, relation, declared_on)
      values (105, ${PEOPLE.hoa}, 'sibling', '2020-01-01')`.execute(ctx.db)
    await expect(changing(PEOPLE.hoa)).rejects.toThrow('của Chuyên viên 105')
    await changing(PEOPLE.binh)
    await step(end, cycleId, { note: 'Quyết định 12/QĐ-SNV' })
    await expect(review(end, { cycleId, rows: [row(of(103))] })).rejects.toThrow('đã quyết định')
    await step(later(ctx, '2026-11-04'), cycleId)

    const mine = later(await as(own(104)), '2026-11-06')
    const evaluationId = of(104).evaluationId
    const told = (await ownEvaluations(mine, {})).rows[0]
    expect(told).toMatchObject({ rating: 'good', points: 95 })
    const filed = await appeal(mine, {
      evaluationId,
      reason: 'Sản phẩm của tôi có hai sáng kiến được công nhận',
    })
    const officer = later(await as({}), '2026-11-07')
    const answer = 'Đã kiểm tra lại minh chứng hai sáng kiến'
    const upheld = { appealId: filed.id, upheld: true, answer, rating: 'excellent' } as const
    await expect(answerAppeal(officer, upheld)).rejects.toThrow('vượt')
    await expect(step(later(officer, '2026-11-20'), cycleId)).rejects.toThrow(
      'chưa trả lời: Chuyên viên 104',
    )
    await answerAppeal(officer, { ...upheld, rating: 'completed' })
    await expect(step(officer, cycleId)).rejects.toThrow('11/11/2026')
    await step(later(officer, '2026-11-20'), cycleId)
    await step(later(officer, '2026-11-20'), cycleId)
    const { rows: trail } = await sql<{ stage: string; rating: string }>`
      select stage, rating from rating_step where evaluation_id = ${evaluationId} order by id`.execute(
      ctx.db,
    )
    expect(trail.map(({ stage, rating }) => `${stage} ${rating}`)).toEqual([
      'review excellent',
      'calibration good',
      'decision good',
      'appeal completed',
    ])
    expect((await board(officer, { period: PERIOD })).totals).toMatchObject({
      units: 1,
      closed: 1,
      people: 8,
    })
    expect((await results(officer, { cycleId })).counts).toMatchObject({
      excellent: 1,
      completed: 1,
    })
    const decision = await evaluationForm(officer, { cycleId, form: 'decision' })
    const [printed] = await readSheets(decision.bytes)
    expect(JSON.stringify(printed?.rows)).toContain('Chuyên viên 103')
    await expect(evaluationForm(officer, { cycleId, form: 'minutes' })).rejects.toThrow('biên bản')
    const asWord = { cycleId, form: 'decision', format: 'docx' } as const
    const inWord = textOf(await evaluationForm(officer, asWord))
    expect(inWord).toMatch(/Điều 1\. *Xếp loại tháng 10\/2026.*Chuyên viên 103/)
    expect(inWord).not.toMatch(/[{}]/)
    const mineToo = textOf(await ownForm(mine, { evaluationId, format: 'docx' }))
    expect(mineToo).toMatch(/Chuyên viên 104.*Tờ trình/)
    expect(mineToo).not.toMatch(/[{}]/)
    const other = of(103).evaluationId
    await expect(ownForm(mine, { evaluationId: other })).rejects.toMatchObject({
      kind: 'not_found',
    })
    const compared = await comparison(officer, { period: PERIOD, cadreId: 104 })
    expect(compared.titles.map(({ title, people }) => [title, people])).toEqual([
      ['Chuyên viên', 7],
    ])
    expect(compared.percentile).toBe(100)
  })

  test('what nobody did in time ends by rule, and a decision never does', async ({ ctx }) => {
    const cycleId = await opened(ctx)
    await worked(ctx, cycleId)
    const late = later(ctx, '2026-11-10')
    const { ended } = await settleCycles(late, {})
    expect(ended.map((one) => one.step)).toEqual(['self', 'head'])
    const { cycle, people } = await sheetOf(late, cycleId)
    expect(cycle.step).toBe('authority')
    expect(cycle.steps[0]).toMatchObject({ byRule: true, doneBy: 'Khóa theo hạn' })
    expect(people.every(({ rating }) => rating !== null)).toBe(true)
    expect((await settleCycles(late, {})).ended).toEqual([])
  })
})
