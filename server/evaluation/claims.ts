import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { relationTo } from '#server/authority/conflicts.ts'
import { kinAmong, kinRulesOn } from '#server/authority/kin.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import {
  command,
  type FileAnswer,
  fileAnswer,
  query,
  receivedFile,
} from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { stillRated } from './cycle.ts'
import { ownEvaluation, stillOwn } from './own.ts'
import { mayNotBeOwn, productNamed } from './products.ts'
import { sentence } from './shapes.ts'

/** A failed check or a delay had an objective cause: claimed by the person, with what shows it. */
export const claimCause = command({
  name: 'evaluation.claim_cause',
  input: z.strictObject({
    productId: wholeNumber,
    of: z.enum(['check', 'delay']),
    times: z.number().int().positive().default(1),
    reason: sentence(10, 'Hãy ghi nguyên nhân khách quan, ít nhất 10 ký tự.'),
    document: z.string().trim().max(300).nullable().default(null),
  }),
  output: z.object({ id: z.number() }),
  async run(ctx, { productId, of, times, reason, document }) {
    const product = await productNamed(ctx, productId)
    stillOwn(await ownEvaluation(ctx, product.evaluationId))
    const most = of === 'check' ? product.failedChecks : product.delays
    if (times > most)
      throw new Refusal(
        'against_rule',
        `Sản phẩm này có ${most} lần ${of === 'check' ? 'chưa đạt chất lượng' : 'chậm'}, không xin tính được ${times} lần.`,
      )
    const { rows } = await sql<{ id: number }>`
      insert into product_claim (product_id, cadre_id, of, times, reason, document)
      values (${productId}, ${product.cadreId}, ${of}, ${times}, ${reason}, ${document})
      on conflict do nothing returning id`.execute(ctx.db)
    if (rows[0]) return rows[0]
    throw new Refusal('conflict', 'Đã xin tính nguyên nhân khách quan cho việc này rồi.')
  },
})

/** The authority confirms or refuses; who did is written down, and it is never the person. */
export const decideClaim = command({
  name: 'evaluation.decide_claim',
  input: z.strictObject({
    claimId: wholeNumber,
    confirmed: z.boolean(),
    answer: z.string().trim().max(1000).nullable().default(null),
  }),
  output: z.object({ spared: z.number() }),
  async run(ctx, { claimId, confirmed, answer }) {
    const { rows } = await sql<{
      productId: number
      of: 'check' | 'delay'
      times: number
      decided: boolean
    }>`select product_id as "productId", of, times, confirmed is not null as decided
      from product_claim where id = ${claimId} for update`.execute(ctx.db)
    const [claim] = rows
    if (!claim) throw new Refusal('not_found', 'Không còn yêu cầu này. Hãy mở lại bảng đánh giá.')
    if (claim.decided)
      throw new Refusal('conflict', 'Yêu cầu này đã được người khác xác nhận hoặc từ chối.')
    const product = await productNamed(ctx, claim.productId)
    stillRated(product.cycle)
    mayNotBeOwn(ctx, product)
    const { cadreId } = ctx.actor
    if (cadreId !== null) {
      const kin = await kinAmong(ctx, [cadreId, product.cadreId], ctx.today)
      const relation =
        kin.length > 0 &&
        relationTo(product.cadreId, cadreId, kin, await kinRulesOn(ctx, ctx.today))
      if (relation)
        throw new Refusal(
          'against_rule',
          `Người xác nhận là ${relation} của người xin tính. Hãy để người khác xác nhận.`,
        )
    }
    await sql`update product_claim set confirmed = ${confirmed}, decided_by = ${ctx.actor.displayName},
        decider_id = ${cadreId}, decided_at = now(), answer = ${answer}
      where id = ${claimId}`.execute(ctx.db)
    if (!confirmed) return { spared: 0 }
    const [column, most] =
      claim.of === 'check' ? ['spared_checks', 'failed_checks'] : ['spared_delays', 'delays']
    await sql`update work_product set version = version + 1,
        ${sql.ref(column ?? '')} = least(${sql.ref(column ?? '')} + ${claim.times}, ${sql.ref(most ?? '')})
      where id = ${claim.productId}`.execute(ctx.db)
    return { spared: claim.times }
  },
})

const KINDS_OF_FILE: Record<string, string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** What shows that a product exists: a document number, a link, or a file. */
export const addProof = command({
  name: 'evaluation.add_proof',
  input: z.strictObject({
    productId: wholeNumber,
    label: sentence(2, 'Hãy ghi số, ký hiệu văn bản hoặc nội dung minh chứng.'),
    link: z.url({ protocol: /^https?$/, error: 'Đường dẫn phải bắt đầu bằng http.' }).optional(),
    file: receivedFile.optional(),
  }),
  output: z.object({ id: z.number() }),
  async run(ctx, { productId, label, link, file }) {
    const product = await productNamed(ctx, productId)
    stillOwn(await ownEvaluation(ctx, product.evaluationId))
    const kind = file ? 'file' : link ? 'link' : 'document'
    const mediaType = file && KINDS_OF_FILE[file.name.split('.').at(-1)?.toLowerCase() ?? '']
    if (file && !mediaType)
      throw new Refusal('invalid', 'Chỉ nhận tệp PDF, ảnh PNG, JPG, Word hoặc Excel.')
    const { id } = await ctx.db
      .insertInto('product_evidence')
      .values({
        product_id: productId,
        cadre_id: product.cadreId,
        kind,
        label: file ? file.name : label,
        link: link ?? null,
        media_type: mediaType ?? null,
        content: file?.bytes ?? null,
        sha256: file ? createHash('sha256').update(file.bytes).digest('hex') : null,
        account_name: ctx.actor.name,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { id }
  },
})

/** The file behind a proof, as it was received. */
export const proofFile = query({
  name: 'evaluation.proof_file',
  records: 'view',
  input: z.strictObject({ proofId: wholeNumber }),
  output: fileAnswer,
  async run({ db }, { proofId }): Promise<FileAnswer> {
    const found = await db
      .selectFrom('product_evidence')
      .select(['label', 'media_type', 'content'])
      .where('id', '=', proofId)
      .where('kind', '=', 'file')
      .executeTakeFirst()
    if (!found?.content || !found.media_type)
      throw new Refusal('not_found', 'Không có tệp minh chứng này.')
    return { fileName: found.label, mediaType: found.media_type, bytes: found.content }
  },
})
