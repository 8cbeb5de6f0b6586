/** `npm run dev`: the server restarts on its files, the screens reload on theirs. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createServer } from 'vite'

const ROOT = join(import.meta.dirname, '..')
const port = process.env.PORT || '3000'

const server = spawn(
  process.execPath,
  [
    '--disable-warning=ExperimentalWarning',
    '--watch',
    '--watch-preserve-output',
    'server/main.ts',
    '--without-web',
  ],
  { cwd: ROOT, stdio: 'inherit', env: { ...process.env, PORT: port } },
)
const web = await createServer({ configFile: join(ROOT, 'web/vite.config.ts') })
await web.listen()
web.printUrls()

const stop = async () => {
  server.kill('SIGTERM')
  await web.close()
  process.exit(0)
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
