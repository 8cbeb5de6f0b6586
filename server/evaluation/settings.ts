import { z } from 'zod'
import { adoptedPacks } from '#server/directives/adoption.ts'
import { parameterShape, parametersInForce, shownParameter } from '#server/directives/parameters.ts'
import { query } from '#server/kernel/operation.ts'
import { periodShape } from './periods.ts'
import { settingsOn, stepsOf } from './steps.ts'

/** What a cycle of a period would be opened with: schemes, steps with dates, reasons, parameters. */
export const cycleSettings = query({
  name: 'evaluation.settings',
  input: z.strictObject({ period: periodShape }),
  output: z.object({
    schemes: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        document: z.string(),
        cite: z.string(),
        note: z.string().nullable(),
      }),
    ),
    steps: z.array(z.object({ step: z.string(), label: z.string(), dueOn: z.string() })),
    reasons: z.array(z.object({ code: z.string(), label: z.string() })),
    parameters: z.array(parameterShape),
  }),
  async run(ctx, { period }) {
    const adopted = await adoptedPacks(ctx, period.to)
    const settings = await settingsOn(ctx, period.to)
    const fits = ({
      from,
      to,
      periods,
      about,
    }: (typeof adopted)[number]['pack']['schemes'][number]) =>
      about === 'person' &&
      from <= period.to &&
      period.to <= (to ?? '9999-12-31') &&
      periods.includes(period.kind)
    return {
      schemes: adopted.flatMap(({ pack }) =>
        pack.schemes.filter(fits).map(({ id, label, cite, note }) => ({
          id,
          label,
          document: pack.number,
          cite,
          note: note ?? null,
        })),
      ),
      steps: stepsOf(settings, period).map(({ step, label, due_on }) => ({
        step,
        label,
        dueOn: due_on,
      })),
      reasons: settings.reasons,
      parameters: [...parametersInForce(adopted, period.to).values()]
        .filter(({ name }) => /^(evaluation_|excellent_|deputy_tied|nd335_)/.test(name))
        .map((found) => shownParameter(found, ctx.house.vocabulary)),
    }
  },
})
