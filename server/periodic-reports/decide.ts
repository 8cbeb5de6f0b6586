import { sql } from 'kysely'
import { z } from 'zod'
import { isoDate } from '#server/kernel/dates.ts'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { notTheDoer } from '#server/tasks/add-entry.ts'
import { FORMATS, reportFile, type Signing, storeFile } from './file.ts'
import { about, acting, changed, held, mustBe, mustPass, stepped, written } from './held.ts'
import { tellTask } from './tell-task.ts'

/** Takes it in, or sends it back with what is wrong; never by the account that handed it in. */
export const answer = command({
  name: 'periodic_reports.answer',
  input: z.strictObject({
    ...acting,
    accepted: z.boolean(),
    says: z.string().trim().max(2000, 'Dài quá 2000 ký tự.').default(''),
  }),
  output: changed,
  about,
  async run(ctx, { accepted, says, on = ctx.today, ...key }) {
    const found = await held(ctx, key, on)
    mustBe(found, ['submitted'], accepted ? 'nhận' : 'trả lại')
    const sent = found.steps.findLast(({ kind }) => kind === 'submitted')
    if (sent) notTheDoer(ctx, sent, 'nộp báo cáo')
    if (!accepted && says === '')
      throw new Refusal('invalid', 'Hãy ghi lý do trả lại, để cơ quan biết sửa chỗ nào.')
    const said = says || 'Đã nhận báo cáo.'
    await tellTask(ctx, found.assigned, accepted ? 'acceptance' : 'return', on, said)
    return stepped(ctx, found.stored.id, accepted ? 'accepted' : 'returned', on, said)
  },
})

/** Signs and freezes: content and files of that moment, which nothing changes any more. */
export const freeze = command({
  name: 'periodic_reports.freeze',
  input: z.strictObject({
    ...acting,
    reportNo: written('số báo cáo', 60),
    signer: written('người ký', 120),
    signedOn: isoDate.optional(),
  }),
  output: changed,
  about,
  async run(ctx, { reportNo, signer, on = ctx.today, signedOn = on, ...key }) {
    const found = await held(ctx, key, signedOn)
    const { content, stored, assigned } = found
    // Nobody in the province takes in what the province itself reports.
    const isWhole = assigned.report.counts === 'province'
    mustBe(found, isWhole ? ['opened'] : ['accepted'], 'ký')
    mustPass(found, 'ký')
    const signing: Signing = { reportNo, signedOn, signer }
    const done = await stepped(ctx, stored.id, 'signed', signedOn, `Số ${reportNo}, ${signer} ký.`)
    const { rows } = await sql<{ version: number }>`
      update periodic_report set content = ${JSON.stringify(content)}::jsonb,
        counted_on = ${content.countedOn}::date, report_no = ${reportNo},
        signed_on = ${signedOn}::date, signer = ${signer}
      where id = ${stored.id} returning version`.execute(ctx.db)
    for (const format of Object.keys(FORMATS) as (keyof typeof FORMATS)[])
      await storeFile(
        ctx,
        stored.id,
        format,
        await reportFile(ctx, content, assigned.unit, signing, format),
      )
    if (isWhole)
      await tellTask(ctx, assigned, 'submission', signedOn, `Ký “${content.title}”.`, reportNo)
    return { ...done, version: rows[0]?.version ?? done.version }
  },
})
