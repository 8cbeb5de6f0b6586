import type { Question, Subject } from '#rules/vocabulary.ts'
import { adoptedPacks } from '#server/directives/adoption.ts'
import type { Form } from '#server/directives/forms.ts'
import type { Pack } from '#server/directives/packs.ts'
import { parametersInForce, reader } from '#server/directives/parameters.ts'
import type { Context } from '#server/kernel/context.ts'
import { yearOf } from '#server/kernel/dates.ts'
import { Refusal } from '#server/kernel/refusal.ts'

/** A statutory form of a text the province applies, as asked on a date. */
export interface AskedForm {
  form: Form
  pack: Pack
  subject: Subject
  question: Question
}

export async function formsOn(ctx: Context, asOf: string): Promise<AskedForm[]> {
  const adopted = await adoptedPacks(ctx, asOf)
  const parameter = reader(parametersInForce(adopted, asOf), asOf)
  const question = { asOf, since: `${yearOf(asOf)}-01-01`, parameter }
  return adopted.flatMap(({ pack }) =>
    pack.forms.map((form) => {
      const subject = ctx.house.vocabulary[form.subject]
      if (!subject) throw new Error(`no subject ${form.subject}`)
      return { form, pack, subject, question }
    }),
  )
}

export async function formOn(ctx: Context, asOf: string, id: string): Promise<AskedForm> {
  const forms = await formsOn(ctx, asOf)
  const found = forms.find(({ form }) => form.id === id.toLowerCase())
  if (found) return found
  const known = forms.map(({ form }) => form.id).join(', ')
  throw new Refusal('not_found', `Không có biểu “${id}”. Các biểu: ${known}.`)
}

/** What stands below the table on that date. */
export const notesOn = ({ form, question: { asOf } }: AskedForm): string[] =>
  form.notes
    .filter(({ from, to }) => (!from || from <= asOf) && (!to || asOf <= to))
    .map(({ text }) => text)
