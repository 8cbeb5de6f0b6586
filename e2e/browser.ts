import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import chromium from '@sparticuz/chromium'
import { type Browser, chromium as playwright } from 'playwright-core'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * A real Chromium without any set-up by hand: the system's, else the one npm brings, else (as root
 * on Debian, when its libraries are missing) the one apt installs.
 */
export async function openBrowser(): Promise<Browser> {
  const system = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path))
  if (system) return launch(system)
  try {
    return await launch(await chromium.executablePath())
  } catch (error) {
    if (process.getuid?.() !== 0) throw error
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
    execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: 'inherit' })
    return launch('/usr/bin/chromium')
  }
}

function launch(executablePath: string): Promise<Browser> {
  // Without a language of its own the browser names a file with Vietnamese letters "download".
  const env = { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' }
  return playwright.launch({ executablePath, args: FLAGS, headless: true, env })
}
