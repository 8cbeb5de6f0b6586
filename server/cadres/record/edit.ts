import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { codeOf, wholeNumber } from '#server/kernel/inputs.ts'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { tidy } from '#server/kernel/text.ts'
import { performChange } from './change.ts'
import { SECTIONS, type SectionCode } from './dictionary.ts'
import { rawValues } from './values.ts'

const words = z.string().max(500, 'Dài quá 500 ký tự.').transform(tidy)
const said = (least: number, problem: string) =>
  words.refine((text) => text.length >= least, { error: problem })

/** A decision on paper, or the reason of a correction: nothing changes without one. */
const basisShape = z.discriminatedUnion(
  'basis',
  [
    z
      .strictObject({
        basis: z.literal('decision'),
        no: said(1, 'Hãy ghi số quyết định.'),
        on: isoDate,
        by: said(2, 'Hãy ghi người ký, cơ quan quyết định.'),
      })
      .transform(({ basis, no, on, by }) => ({
        basis,
        decision_no: no,
        decided_on: on,
        decided_by: by,
      })),
    z.strictObject({
      basis: z.literal('correction'),
      reason: said(10, 'Hãy ghi lý do sửa, ít nhất 10 ký tự.'),
    }),
  ],
  { error: 'Hãy ghi căn cứ: quyết định (số, ngày, người ký) hoặc lý do sửa.' },
)

const fact = { id: wholeNumber, section: codeOf(SECTIONS) }
/** Of a restricted section even the basis may tell what it says. */
const about = ({ id, section }: { id: number; section: SectionCode }) => ({
  cadreId: id,
  unlogged: SECTIONS[section].restricted ? ['basis'] : [],
})
const changed = z.object({ changeId: z.number(), rowId: z.number(), version: z.number() })
const proof = { basis: basisShape, documentId: wholeNumber.optional() }

/** Writes a fact the record did not have. */
export const addFact = command({
  name: 'cadres.add_fact',
  input: z.strictObject({ ...fact, values: rawValues, ...proof }),
  output: changed,
  about,
  async run(ctx, { id, ...input }) {
    notOwn(ctx, id)
    return performChange(ctx, { ...input, act: 'add', cadreId: id })
  },
})

/** Repairs or completes a fact; the second of two officers gets both versions. */
export const correctFact = command({
  name: 'cadres.correct_fact',
  input: z.strictObject({
    ...fact,
    rowId: wholeNumber,
    version: wholeNumber,
    values: rawValues,
    ...proof,
  }),
  output: changed,
  about,
  async run(ctx, { id, ...input }) {
    notOwn(ctx, id)
    return performChange(ctx, { ...input, act: 'correct', cadreId: id })
  },
})

/** A fact stops being so, from a day; it stays in the record. */
export const endFact = command({
  name: 'cadres.end_fact',
  input: z.strictObject({
    ...fact,
    rowId: wholeNumber,
    version: wholeNumber,
    on: isoDate,
    ...proof,
  }),
  output: changed,
  about,
  async run(ctx, { id, on, ...input }) {
    notOwn(ctx, id)
    const { until, label } = SECTIONS[input.section]
    if (!until)
      throw new Refusal(
        'invalid',
        `Mục “${label}” không có ngày kết thúc. Nếu sai, hãy sửa dòng ấy.`,
      )
    return performChange(ctx, { ...input, act: 'end', cadreId: id, values: { [until]: on } })
  },
})

/** An officer's own record is changed by declaration, like everybody's. */
export function notOwn({ actor }: Context, cadreId: number): void {
  if (actor.cadreId === cadreId)
    throw new Refusal(
      'against_rule',
      'Không ai tự sửa hồ sơ của mình. Hãy khai thay đổi để người khác duyệt.',
    )
}
