import { sql } from 'kysely'
import type { Context } from '#server/kernel/context.ts'
import type { Assigned } from '#server/periodic-reports/assigned.ts'
import { type Content, contentOf } from '#server/periodic-reports/content.ts'
import { FORMATS, reportFile, storeFile } from '#server/periodic-reports/file.ts'
import { addStep } from '#server/periodic-reports/stored.ts'
import { tellTask } from '#server/periodic-reports/tell-task.ts'
import { plusDays } from './days.ts'
import { WHOLE } from './report-words.ts'

/** A report of an agency as the seed wrote it. */
export interface Kept {
  id: number
  assigned: Assigned
  steps: { kind: 'opened' | 'submitted' | 'returned' | 'accepted'; on: string }[]
  texts: Record<string, string>
  handed: string | null
  content: Content | null
}

/** The consolidated report of a period gone by: counted, gathered, signed with its files. */
export async function signWhole(
  ctx: Context,
  one: Assigned,
  kept: readonly Kept[],
  gathered: readonly Assigned[],
): Promise<void> {
  const { unit, period, report } = one
  const on = one.due ? plusDays(one.due, -3) : `${period}-12-20`
  const handed = kept.flatMap(({ assigned, steps, content }) => {
    const taken = steps.some((step) => step.kind === 'accepted' && step.on <= on)
    const isIn = taken && gathered.includes(assigned)
    return isIn && content ? [{ unit: assigned.unit.name, content }] : []
  })
  const texts = Object.fromEntries(
    report.sections.flatMap(({ id }) => (WHOLE[id] ? [[id, WHOLE[id]]] : [])),
  )
  const then = { ...ctx, today: on }
  const content = await contentOf(then, one, { texts, stated: {} }, on, handed)
  const isParty = unit.kind === 'party_advisory'
  const signing = {
    ...{ signedOn: on, reportNo: isParty ? '318-BC/BTCTU' : '412/BC-SNV' },
    signer: isParty ? 'Trưởng Ban Tổ chức Tỉnh ủy' : 'Giám đốc Sở Nội vụ',
  }
  const { rows } = await sql<{ id: number }>`
    insert into periodic_report (report, unit_id, period, texts, counted_on, content, report_no,
      signed_on, signer)
    values (${report.id}, ${unit.id}, ${period}, ${JSON.stringify(texts)}::jsonb, ${on}::date,
      ${JSON.stringify(content)}::jsonb, ${signing.reportNo}, ${on}::date, ${signing.signer})
    returning id`.execute(ctx.db)
  const id = rows[0]?.id ?? 0
  await addStep(then, id, 'opened', plusDays(on, -10))
  await addStep(then, id, 'signed', on, `Số ${signing.reportNo}, ${signing.signer} ký.`)
  for (const format of Object.keys(FORMATS) as (keyof typeof FORMATS)[])
    await storeFile(then, id, format, await reportFile(then, content, unit, signing, format))
  await tellTask(then, one, 'submission', on, `Ký “${content.title}”.`, signing.reportNo)
}
