import { addDays } from '#server/kernel/dates.ts'
import { fileAnswer, query } from '#server/kernel/operation.ts'
import { calendarText, type Event } from './ics.ts'
import { KINDS } from './kinds.ts'
import { clauseOf, dueBetween, dueInput, type Found, periodOf, whyOf } from './question.ts'

/** What a calendar shows without a period: a year from the day of the records. */
const YEAR = 366

/** The list as a calendar file: no birth dates, nothing about discipline leaves the house this way. */
export const dueCalendar = query({
  name: 'due.calendar',
  records: 'export',
  input: dueInput,
  output: fileAnswer,
  async run(ctx, { asOf = ctx.today, from = asOf, to = addDays(from, YEAR), ...rest }) {
    const asked = await periodOf(ctx, { asOf, from, to, ...rest })
    const kinds = asked.kinds.filter((kind) => !KINDS[kind].confidential)
    const found = kinds.length === 0 ? [] : await dueBetween(ctx, { ...asked, kinds })
    const events = found.map((one): Event => {
      const { tellsBirth } = KINDS[one.kind]
      const lines = [
        post(one),
        clauseOf(one, asked.rules),
        tellsBirth ? '' : whyOf(one, asked.rules),
      ]
      return {
        uid: `${one.kind}-${one.cadreId ?? 'chung'}-${one.date}@${ctx.province.code}.ngangtam`,
        date: one.date,
        summary: `${KINDS[one.kind].label}: ${one.fullName ?? `${one.people} người`}`,
        description: lines.filter(Boolean).join('\n'),
      }
    })
    return {
      fileName: `viec-den-han-${ctx.province.code}.ics`,
      mediaType: 'text/calendar; charset=utf-8',
      bytes: new TextEncoder().encode(
        calendarText(`Việc đến hạn, ${ctx.province.name}`, asOf, events),
      ),
    }
  },
})

const post = ({ title, unitName }: Found) => [title, unitName].filter(Boolean).join(', ')
