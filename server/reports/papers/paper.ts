import { z } from 'zod'
import { accessTo, COLUMN_GROUPS } from '#server/access/column-groups.ts'
import { reasonOfLook } from '#server/cadres/record/restricted-groups.ts'
import { mustBeInSight, openGroup } from '#server/cadres/restricted.ts'
import type { Context } from '#server/kernel/context.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { codeOf, wholeNumber } from '#server/kernel/inputs.ts'
import { fileAnswer, query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { fillWord, tagsOfWord } from '#server/office/word.ts'
import { paperAsPdf } from './filled-layout.ts'
import { type Layout, layoutOf, layouts } from './layout.ts'
import { photoOf } from './photo.ts'
import { checkTags, groupsOf, PAPER_TAGS, tagsOfLayout } from './tags.ts'
import { templateOf, templatesOfProvince } from './templates.ts'
import { paperValues } from './values.ts'

export const FORMATS = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const

/** The papers there are, what each rests on, and whose template Word uses. */
export const papers = query({
  name: 'reports.papers',
  input: z.strictObject({ id: wholeNumber.optional() }),
  output: z.array(
    z.object({
      paper: z.string(),
      name: z.string(),
      cite: z.string(),
      about: z.enum(['person', 'people', 'evaluation']),
      /** Restricted groups it prints if opened; with a person asked for, whether the asker may. */
      groups: z.array(
        z.object({
          group: z.string(),
          label: z.string(),
          access: z.enum(['own', 'granted', 'none']).nullable(),
        }),
      ),
      template: z.object({ fileName: z.string(), by: z.string(), at: z.string() }).nullable(),
    }),
  ),
  async run(ctx, { id }) {
    const own = await templatesOfProvince(ctx)
    const listed = []
    for (const layout of layouts()) {
      const { paper, name, cite, about } = layout
      const groups = []
      for (const one of groupsOf(tagsOfLayout(layout))) {
        const access = id === undefined ? null : (await accessTo(ctx, one.group, id)).access
        groups.push({ ...one, access })
      }
      listed.push({ paper, name, cite, about, groups, template: own.get(paper) ?? null })
    }
    return listed
  },
})

/** Every tag a template may name. */
export const paperTags = query({
  name: 'reports.paper_tags',
  input: z.strictObject({}),
  output: z.array(
    z.object({
      tag: z.string(),
      label: z.string(),
      group: z.string().nullable(),
      inside: z.array(z.object({ tag: z.string(), label: z.string() })).nullable(),
    }),
  ),
  run: async () =>
    PAPER_TAGS.map(({ inside, ...one }) => ({ ...one, inside: inside ? [...inside] : null })),
})

/** A person's paper as Word or PDF; a restricted group is in it only if asked for with a reason. */
export const paper = query({
  name: 'reports.paper',
  records: 'export',
  input: z.strictObject({
    id: wholeNumber,
    paper: z.string(),
    format: codeOf(FORMATS),
    asOf: isoDate.optional(),
    groups: z.array(codeOf(COLUMN_GROUPS)).default([]),
    reason: reasonOfLook,
  }),
  output: fileAnswer,
  about: ({ id }) => ({ cadreId: id }),
  async run(ctx, { id, paper: name, format, asOf = ctx.today, groups, reason }) {
    const layout = layoutOf(name)
    if (layout.about !== 'person')
      throw new Refusal(
        'invalid',
        `“${layout.name}” không phải giấy tờ của một người. Hãy lập ở “Biểu mẫu” hoặc ở kỳ đánh giá.`,
      )
    await mustBeInSight(ctx, id)
    for (const group of groups) await openGroup(ctx, group, id, reason)
    const bytes = await drawn(ctx, layout, { id, format, asOf, opened: new Set(groups) })
    return {
      fileName: `${layout.paper} ${id} ${asOf}.${format}`,
      mediaType: FORMATS[format],
      bytes,
    }
  },
})

interface Asked {
  id: number
  format: keyof typeof FORMATS
  asOf: string
  opened: ReadonlySet<string>
}

async function drawn(ctx: Context, layout: Layout, { id, format, asOf, opened }: Asked) {
  const photo = layout.photo ? await photoOf(ctx.db, id) : null
  if (format === 'pdf') {
    const asks = groupsOf(tagsOfLayout(layout))
    return paperAsPdf(layout, await paperValues(ctx, id, asOf, opened, asks), photo)
  }
  const { bytes } = await templateOf(ctx, layout)
  const tags = await tagsOfWord(bytes)
  checkTags(tags, layout.about)
  const values = await paperValues(ctx, id, asOf, opened, groupsOf(tags))
  return fillWord(bytes, { ...values, photo: photo ?? 'Ảnh màu\n(4 × 6 cm)' })
}
