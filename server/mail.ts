import { createTransport } from 'nodemailer'
import { actorNamed } from './access/actor-named.ts'
import type { Config } from './config.ts'
import { dueSummary } from './due/list.ts'
import { type Awaited, nextMail, putBack } from './due/remembered.ts'
import { provinces } from './house.ts'
import type { House, Province } from './kernel/context.ts'
import { type Db, inSchema } from './kernel/database.ts'
import { enter } from './kernel/operation.ts'
import { Refusal } from './kernel/refusal.ts'

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

/** How many mails went out: at most one a day and account, each a number and a link. */
export async function sendReminders(house: House, settings: Settings): Promise<number> {
  const transport = createTransport(settings.smtpUrl)
  let sent = 0
  try {
    for (const province of await provinces(house.database)) {
      for (;;) {
        const awaited = await within(house, province, (db) => nextMail(db, house.today()))
        if (!awaited) break
        const due = await dueOf(house, province, awaited)
        if (due.people === 0) continue
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
  people: number
  overdue: number
}
const NOTHING: Due = { people: 0, overdue: 0 }

/** Counted with the rights the owner has now; without them, nothing is due. */
async function dueOf(house: House, province: Province, { account }: Awaited): Promise<Due> {
  const actor = await within(house, province, (db) => actorNamed(db, account))
  if (!actor) return NOTHING
  try {
    const { rows } = await enter(house, province, actor, 'query', (ctx) => dueSummary(ctx, {}))
    const sum = (of: keyof Due) => rows.reduce((total, row) => total + row[of], 0)
    return { people: sum('people'), overdue: sum('overdue') }
  } catch (error) {
    if (error instanceof Refusal) return NOTHING
    throw error
  }
}

const wordsOf = ({ people, overdue }: Due, { publicUrl }: Settings) => ({
  subject: `Ngang Tầm: ${people} việc đến hạn${overdue > 0 ? `, ${overdue} việc đã quá hạn` : ''}`,
  text: `${saysOf(people - overdue, overdue)}\n${new URL('/den-han', publicUrl).href}\n`,
})

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
