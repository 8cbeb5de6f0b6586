import { createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { UNITS } from './cast.ts'
import { sendReminders } from './mail.ts'
import { type Door, openDoor } from './test-door.ts'

/** The few words of SMTP a sender needs to hear; keeps every letter it is given. */
async function fakeSmtp() {
  const letters: string[] = []
  const server = createServer((socket) => {
    let text = ''
    let inLetter = false
    socket.write('220 thu.thu-nghiem\r\n')
    socket.on('data', (chunk) => {
      text += chunk.toString()
      for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
        const line = text.slice(0, end)
        text = text.slice(end + 2)
        if (inLetter) {
          if (line !== '.') letters[letters.length - 1] += `${line}\n`
          else socket.write('250 ok\r\n')
          inLetter = line !== '.'
        } else if (line === 'DATA') {
          letters.push('')
          inLetter = true
          socket.write('354 go on\r\n')
        } else socket.write(line === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n')
      }
    })
    socket.on('error', () => undefined)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    letters,
    smtpUrl: `smtp://127.0.0.1:${port}?ignoreTLS=true`,
    close: () => server.close(),
  }
}

const PLAN = 'lang-son-12-kh-ubnd-2024'

let door: Door
let smtp: Awaited<ReturnType<typeof fakeSmtp>>
const settings = () => ({
  smtpUrl: smtp.smtpUrl,
  from: 'nhac@thu-nghiem.vn',
  publicUrl: 'http://app.vn',
})
beforeAll(async () => {
  door = await openDoor({ demonstration: true })
  smtp = await fakeSmtp()
})
afterAll(async () => {
  smtp.close()
  await door.behind(async (db) => {
    await db.deleteFrom('due_feed').execute()
    await db.deleteFrom('due_mail').execute()
    await db.deleteFrom('task_step').execute()
    await db.deleteFrom('pack_adoption').where('pack_id', '=', PLAN).execute()
    await db.updateTable('tenure').set({ term_until: null }).where('cadre_id', '=', 9).execute()
  })
  await door.close()
})

describe('reminders by mail and calendar', () => {
  test('go to whoever asked, once a day, with a number and a link', async () => {
    expect(await sendReminders(door.house, settings())).toBe(0)
    const officer = door.browser()
    await officer.signIn('tinh')
    const wrong = await officer.send('POST', '/own-account/due-mail', { address: 'không phải thư' })
    expect(wrong.statusCode).toBe(400)
    await officer.send('POST', '/own-account/due-mail', { address: 'tinh@thu-nghiem.vn' })
    await door.behind(async (db) => {
      await db
        .updateTable('tenure')
        .set({ term_until: '2024-11-15' })
        .where('cadre_id', '=', 9)
        .execute()
      await db
        .insertInto('pack_adoption')
        .values({ pack_id: PLAN, during: '[2024-01-18,)' })
        .execute()
      await db
        .insertInto('task_step')
        .values({
          ...{ directive: PLAN, task: 'LS-K7', period: '2024-11-15', unit_id: UNITS.health.id },
          ...{ label: 'Đôn đốc', owner_name: 'Tổng hợp', owner_account: 'tinh' },
          ...{ planned_on: '2024-10-01', due_on: '2024-10-20' },
        })
        .execute()
    })
    const away = { ...settings(), smtpUrl: 'smtp://127.0.0.1:1' }
    await expect(sendReminders(door.house, away)).rejects.toThrow()
    expect(await sendReminders(door.house, settings())).toBe(1)
    expect(await sendReminders(door.house, settings())).toBe(0)
    expect(smtp.letters).toHaveLength(1)
    const [letter = ''] = smtp.letters
    expect(letter).toContain('To: tinh@thu-nghiem.vn')
    expect(letter).toContain('http://app.vn/den-han')
    expect(letter).toContain('http://app.vn/viec-cua-toi')
    // Cao Thị Mai, LS-K7 of three units, LS-K8; the own step of LS-K7 is overdue.
    // “: 5 việc đến hạn, 1 việc đã quá hạn”, as a header spells it.
    expect(letter).toMatch(/^Subject:[\s\S]*=3A_5_vi[\s\S]*=2C_1_vi/m)
    expect(letter).not.toContain('Mai')
  })

  test('an address opens the owner’s own calendar until it is ended', async () => {
    const officer = door.browser()
    await officer.signIn('tinh')
    const { path } = (await officer.send('POST', '/own-account/calendar')).json() as {
      path: string
    }
    const own = (await officer.send('GET', '/own-account/reminders')).json()
    expect(own).toMatchObject({
      calendar: { readAt: null },
      mail: { address: 'tinh@thu-nghiem.vn' },
    })
    const read = () => door.app.inject({ method: 'GET', url: path })
    const calendar = await read()
    expect(calendar.statusCode).toBe(200)
    expect(calendar.headers['content-type']).toContain('text/calendar')
    const text = calendar.body.replaceAll('\r\n ', '')
    expect(text).toContain('SUMMARY:Hết thời hạn giữ chức vụ: Cao Thị Mai')
    expect(text).not.toMatch(/1990|Sinh /)
    expect((await door.app.inject({ method: 'GET', url: `${path}x` })).statusCode).toBe(404)
    await officer.send('DELETE', '/own-account/calendar')
    expect((await read()).statusCode).toBe(404)
    expect((await officer.send('DELETE', '/own-account/calendar')).statusCode).toBe(409)
  })
})
