import { createTransport } from 'nodemailer'
import { actorNamed } from './access/actor-named.ts'
import { agenda } from './agenda/agenda.ts'
import type { Config } from './config.ts'
import { type Awaited, nextMail, putBack } from './due/remembered.ts'
import { rulesOn } from './due/rules.ts'
import { provinces } from './house.ts'
import type { Context, House, Province } from './kernel/context.ts'
import { type Db, inSchema } from './kernel/database.ts'
import { addDays } from './kernel/dates.ts'
import { enter } from './kernel/operation.ts'
import { Refusal } from './kernel/refusal.ts'
import { ownTasks } from './tasks/mine.ts'
import { UNDONE } from './tasks/state.ts'

const HOUR = 60 * 60 * 1000

type Settings = NonNullable<Config['mail']>

/** Asks every hour who has had no mail today; without settings nothing ever leaves this machine. */
export function keepReminding(house: House, settings: Config['mail']): () => void {
  if (!settings) return () => undefined
  const remind = () => sendReminders(house, settings).catch(told)
  void remind()
  const timer = setInterval(remind, HOUR)
  timer.unref()
  return () => clearInterval(timer)
}

/** How many mails went out: at most one a day and account, each two numbers and where they are. */
export async function sendReminders(house: House, settings: Settings): Promise<number> {
  const transport = createTransport(settings.smtpUrl)
  let sent = 0
  try {
    for (const province of await provinces(house.database)) {
      for (;;) {
        const awaited = await within(house, province, (db) => nextMail(db, house.today()))
        if (!awaited) break
        const due = await dueOf(house, province, awaited)
        if (due.coming + due.overdue === 0) continue
        try {
          await transport.sendMail({
            from: settings.from,
            to: awaited.address,
            ...wordsOf(due, settings),
          })
          sent += 1
        } catch (error) {
          await within(house, province, (db) => putBack(db, awaited))
          throw error
        }
      }
    }
  } finally {
    transport.close()
  }
  return sent
}

interface Due {
  coming: number
  overdue: number
}
const NOTHING: Due = { coming: 0, overdue: 0 }

/** Counted with the rights the owner has now; without them, nothing is due. */
async function dueOf(house: House, province: Province, { account }: Awaited): Promise<Due> {
  const actor = await within(house, province, (db) => actorNamed(db, account))
  if (!actor) return NOTHING
  try {
    return await enter(house, province, actor, 'query', counted)
  } catch (error) {
    if (error instanceof Refusal) return NOTHING
    throw error
  }
}

/** The one calendar, as far ahead as reminders look; of the tasks gone by only the owner's own. */
async function counted(ctx: Context): Promise<Due> {
  const ahead = (await rulesOn(ctx, ctx.today)).count('due_ahead_days')
  const { rows } = await agenda(ctx, { to: addDays(ctx.today, ahead) })
  const undone = rows.filter(({ state }) => state === null || UNDONE.some((one) => one === state))
  const gone = undone.filter(({ date, task }) => date < ctx.today && task === null)
  const own = (await ctx.house.permits(ctx, ownTasks.operation)) ? await ownTasks(ctx, {}) : null
  const overdue = own?.items.filter(({ state }) => state === 'overdue') ?? []
  return {
    coming: undone.filter(({ date }) => date >= ctx.today).length,
    overdue: gone.length + overdue.length,
  }
}

const wordsOf = ({ coming, overdue }: Due, { publicUrl }: Settings) => ({
  subject: `Ngang Tầm: ${coming} việc đến hạn${overdue > 0 ? `, ${overdue} việc đã quá hạn` : ''}`,
  text: [saysOf(coming, overdue), ...PAGES.map((page) => new URL(page, publicUrl).href), ''].join(
    '\n',
  ),
})

/** Own work, the calendar, the dates of people: where the counted lines are found. */
const PAGES = ['/viec-cua-toi', '/lich', '/den-han']

const saysOf = (coming: number, overdue: number) =>
  [
    overdue > 0 ? `${overdue} việc đã quá hạn.` : '',
    coming > 0 ? `${coming} việc đến hạn trong thời gian tới.` : '',
  ]
    .filter(Boolean)
    .join(' ')

function within<T>({ database }: House, { schema_name }: Province, work: (db: Db) => Promise<T>) {
  return database.db.transaction().execute(async (db) => {
    await inSchema(db, schema_name)
    return work(db)
  })
}

/** A mail server that is away must not stop this one; the next hour tries again. */
const told = (error: unknown) =>
  console.error(
    `Chưa gửi được thư nhắc việc (${(error as Error).message}). Hãy kiểm tra NGANGTAM_SMTP_URL.`,
  )
