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
        if (due === 0) continue
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

/** Counted with the rights the owner has now; without them, nothing is due. */
async function dueOf(house: House, province: Province, { account }: Awaited): Promise<number> {
  const actor = await within(house, province, (db) => actorNamed(db, account))
  if (!actor) return 0
  try {
    const { rows } = await enter(house, province, actor, 'query', (ctx) => dueSummary(ctx, {}))
    return rows.reduce((sum, { people }) => sum + people, 0)
  } catch (error) {
    if (error instanceof Refusal) return 0
    throw error
  }
}

const wordsOf = (due: number, { publicUrl }: Settings) => ({
  subject: `Ngang Tầm: ${due} việc đến hạn`,
  text: `Có ${due} việc đến hạn trong thời gian tới.\n${new URL('/den-han', publicUrl).href}\n`,
})

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
