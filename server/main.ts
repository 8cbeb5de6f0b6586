import { createApp } from './app.ts'
import { type Config, readConfig } from './config.ts'
import { openHouse, provinces } from './house.ts'
import { keepCollecting, keepSettling } from './house-clock.ts'
import type { House } from './kernel/context.ts'
import { Refusal } from './kernel/refusal.ts'
import { logTo } from './log.ts'
import { keepReminding } from './mail.ts'
import { keepSealing } from './seals.ts'
import { demonstrationAccounts } from './seed/accounts.ts'
import { loadDemonstration } from './seed/load.ts'
import { buildWeb } from './web-build.ts'

try {
  await start()
} catch (error) {
  console.error(error instanceof Refusal ? `\n${error.message}` : error)
  process.exit(1)
}

async function start(): Promise<void> {
  const config = readConfig()
  // In development the screens are served by Vite, which watches them itself.
  if (!process.argv.includes('--without-web')) await buildWeb()
  const { house, lock, close } = await openHouse(config)
  if ((await provinces(house.database)).length === 0) await firstStart(house, config)
  const app = await createApp(house, {
    log: logTo(),
    trustProxy: config.trustProxy,
    holder: lock?.holder,
    metricsOpen: config.metricsOpen,
  })
  try {
    await app.listen({ port: config.port, host: config.host })
  } catch (error) {
    await close()
    throw portTaken(error, config.port)
  }
  const address = app.server.address()
  const port = typeof address === 'object' && address ? address.port : config.port
  const url = `http://localhost:${port}`
  lock?.announce(url)
  await welcome(
    url,
    (await provinces(house.database)).filter(({ demonstration }) => demonstration),
  )
  const stopSealing = await keepSealing(house, config.sealsFolder)
  const stopSettling = await keepSettling(house)
  const stopCollecting = await keepCollecting(house)
  const stopReminding = keepReminding(house, config.mail)
  const stop = async () => {
    stopSealing()
    stopReminding()
    stopCollecting()
    stopSettling()
    await app.close()
    await close()
    process.exit(0)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

/** In real use nothing invented is loaded: the operator creates the province and its first account. */
async function firstStart({ database }: House, { demonstration }: Config): Promise<void> {
  if (!demonstration) {
    console.log('Cơ sở dữ liệu còn trống. Bước tiếp theo, ở một cửa sổ lệnh khác:')
    console.log('  bin/ngangtam province create "Tỉnh X" --packs <mã văn bản>')
    console.log('  bin/ngangtam user set-up --province <mã tỉnh>')
    return
  }
  console.log('Cơ sở dữ liệu còn trống: đang nạp các tỉnh minh họa (một lần)…')
  await loadDemonstration(database, new Set(), (message) => console.log(`  ${message}`))
}

function portTaken(error: unknown, port: number): unknown {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') return error
  return new Refusal(
    'conflict',
    `Cổng ${port} đang có chương trình khác dùng. Chạy lại với cổng khác, ví dụ: PORT=${port + 1} npm start. Dữ liệu không bị ảnh hưởng.`,
  )
}

async function welcome(
  url: string,
  demonstrations: { code: string; name: string }[],
): Promise<void> {
  console.log(`\nNgang Tầm đang chạy tại ${url}`)
  console.log(`API: ${url}/api/docs\n`)
  for (const { code, name } of demonstrations) {
    console.log(`${name} (minh họa)`)
    for (const { username, password, says } of demonstrationAccounts(code)) {
      console.log(`  ${username.padEnd(10)} ${password}   ${says}`)
    }
  }
}
