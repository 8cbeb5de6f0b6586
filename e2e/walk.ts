import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { setTimeout } from 'node:timers/promises'
import type { Browser, Cookie, Locator, Page, Request } from 'playwright-core'
import { test as base, expect } from 'vitest'
import { openBrowser } from './browser.ts'
import { walked } from './walked.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const PASSWORD = 'Ngang-Tam-2026'

let browser: Promise<Browser> | undefined

/** One session a demonstration account, shared by the walks. */
const sessions = new Map<string, Cookie[]>()

/** What happens while the server believes it is another day. */
export async function onDay(day: string, happens: () => Promise<void>): Promise<void> {
  const set = async (to: string) => {
    writeFileSync(walked().clock, to)
    await setTimeout(500)
  }
  await set(day)
  await happens().finally(() => set(''))
}

/** Opens a list at its field, narrows it by typing, chooses, and leaves when the list has closed. */
export async function choose(field: Locator, option: string | RegExp, typed = ''): Promise<void> {
  const page = field.page()
  await field.click()
  await page.keyboard.type(typed)
  const list = page.locator('.ant-select-dropdown').filter({ visible: true })
  await list.locator('.ant-select-item-option').filter({ hasText: option }).first().click()
  // A list of several choices stays open for the next one.
  const several = await field.evaluate((input) => input.closest('.ant-select-multiple') !== null)
  if (several) await page.keyboard.press('Escape')
  await list.waitFor({ state: 'hidden' })
}

export interface Walk {
  page: Page
  /** Signs in to a demonstration province and opens an address of the product. */
  enter(province: string, username: string, path: string): Promise<void>
  open(path: string): Promise<void>
  /** What axe finds against WCAG 2 A and AA on the page as it stands. */
  barriers(): Promise<string[]>
}

/** A page has settled when it waits for no answer and its thread has nothing left to draw. */
function settling(page: Page): () => Promise<void> {
  const asked = new Set<Request>()
  let last = 0
  const ended = (request: Request) => {
    asked.delete(request)
    last = Date.now()
  }
  page.on('request', (request) => {
    // What a page left behind had asked for is never told to end.
    if (request.isNavigationRequest()) asked.clear()
    asked.add(request)
  })
  page.on('requestfinished', ended)
  page.on('requestfailed', ended)
  const busy = () => asked.size > 0 || Date.now() - last < 80
  const quiet = async () => {
    for (let waited = 0; busy(); waited += 20) {
      if (waited > 30_000)
        throw new Error(`no answer to ${[...asked].map((request) => request.url()).join(', ')}`)
      await setTimeout(20)
    }
  }
  return async () => {
    do {
      await quiet()
      await page.evaluate('new Promise((idle) => requestIdleCallback(idle, { timeout: 1000 }))')
    } while (busy())
  }
}

async function walkAt(width: number, use: (walk: Walk) => Promise<void>): Promise<void> {
  browser ??= openBrowser()
  const context = await (await browser).newContext({
    viewport: { width, height: 900 },
    locale: 'vi-VN',
    acceptDownloads: true,
    bypassCSP: true,
    // A step never meets a list or a dialog that is still moving.
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  const broken: string[] = []
  page.on('pageerror', (error) => broken.push(error.message))
  const url = walked().url
  // No page may ask any other machine: fonts, scripts and pictures are all our own.
  page.on('request', (request) => {
    const asked = request.url()
    if (/^(https?|wss?):/.test(asked) && !asked.startsWith(url)) broken.push(`asked ${asked}`)
  })
  const settled = settling(page)
  const open = async (path: string) => {
    await page.goto(url + path)
    await settled()
  }
  await use({
    page,
    open,
    async enter(province, username, path) {
      const who = `${province}/${username}`
      const known = sessions.get(who)
      if (known) await context.addCookies(known)
      else {
        const answer = await context.request.post(`${url}/api/sign-in`, {
          data: { province, username, password: PASSWORD },
        })
        expect(answer.status()).toBe(200)
        sessions.set(who, await context.cookies())
      }
      await open(path)
    },
    async barriers() {
      await settled()
      await page.evaluate(AXE)
      const found = await page.evaluate(
        'axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] })',
      )
      const { violations } = found as {
        violations: { id: string; nodes: { target: string[] }[] }[]
      }
      return violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .map(({ target }) => target.join(' '))
            .slice(0, 3)
            .join(' | ')}`,
      )
    },
  })
  expect(broken).toEqual([])
  await context.close()
}

/** A walk through the product at a desk; `phone` is the same at 390 px. */
export const test = base.extend<{ walk: Walk; phone: Walk }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the fixtures from the pattern.
  walk: async ({}, use) => walkAt(1440, use),
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the fixtures from the pattern.
  phone: async ({}, use) => walkAt(390, use),
})
