import { z } from 'zod'
import { isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { fileAnswer, query } from '#server/kernel/operation.ts'
import { formFile } from './form-file.ts'
import { formTable, tableShape } from './form-table.ts'
import { formOn, formsOn } from './forms.ts'

/** The forms the province reports by that day, with the text each rests on. */
export const formList = query({
  name: 'reports.forms',
  input: z.strictObject({ asOf: isoDate }),
  output: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      title: z.string(),
      basis: z.string(),
      cite: z.string(),
      frequency: z.string(),
      counted: z.string(),
    }),
  ),
  async run(ctx, { asOf }) {
    const forms = await formsOn(ctx, asOf)
    return forms.map(({ form: { id, number, title, cite, frequency, counted }, pack }) => ({
      ...{ id, number, title, cite, frequency, counted },
      basis: `${pack.number} · ${pack.title}`,
    }))
  },
})

const asked = z.strictObject({ form: z.string(), asOf: isoDate, unitId: wholeNumber.optional() })

export const filledForm = query({
  name: 'reports.form',
  input: asked,
  output: tableShape,
  run: async (ctx, { form, asOf, unitId }) => formTable(ctx, await formOn(ctx, asOf, form), unitId),
})

export const formWorkbook = query({
  name: 'reports.form_file',
  records: 'export',
  input: asked,
  output: fileAnswer,
  run: async (ctx, { form, asOf, unitId }) =>
    formFile(await formTable(ctx, await formOn(ctx, asOf, form), unitId), ctx.province.name),
})
