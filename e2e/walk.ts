import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { setTimeout } from 'node:timers/promises'
import type { Browser, Cookie, Page } from 'playwright-core'
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

export interface Walk {
  page: Page
  /** Signs in to a demonstration province and opens an address of the product. */
  enter(province: string, username: string, path: string): Promise<void>
  open(path: string): Promise<void>
  /** What axe finds against WCAG 2 A and AA on the page as it stands. */
  barriers(): Promise<string[]>
}

async function walkAt(width: number, use: (walk: Walk) => Promise<void>): Promise<void> {
  browser ??= openBrowser()
  const context = await (await browser).newContext({
    viewport: { width, height: 900 },
    locale: 'vi-VN',
    acceptDownloads: true,
    bypassCSP: true,
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
  const open = async (path: string) => {
    await page.goto(url + path)
    await page.waitForLoadState('networkidle')
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
